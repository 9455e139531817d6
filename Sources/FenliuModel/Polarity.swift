// SPDX-License-Identifier: Apache-2.0

/// Whether the hits of a rule count when they are said of what has happened, or when that is denied, asked or promised.
///
/// What affirms is the same as for `unless`: see `docs/rules.md`.
public enum Polarity: String, Hashable, Sendable, CaseIterable {
  /// Said of what has happened: 拖欠工资.
  case affirmed
  /// Denied, asked or promised: 没有拖欠工资, 是否拖欠工资, 不会拖欠工资.
  case negated
  /// Either.
  case any
}
