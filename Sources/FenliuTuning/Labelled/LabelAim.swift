// SPDX-License-Identifier: Apache-2.0

/// What labels are compared with: which part of a decision a person labelled.
public enum LabelAim: String, Hashable, Sendable, CaseIterable {
  /// The department that must answer.
  case lead
  /// The leading topic.
  case topic
  /// The categories in which a rule counts; a post may have several.
  case category
  /// How serious the post is.
  case level
}
