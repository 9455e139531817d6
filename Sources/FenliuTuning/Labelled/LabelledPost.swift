// SPDX-License-Identifier: Apache-2.0
public import Fenliu

/// A post with what a person said of it.
public struct LabelledPost: Sendable {
  /// The post.
  public var post: Post
  /// What its label means in the pack.
  public var label: LabelTable.ClassID

  /// A post and its label.
  public init(_ post: Post, label: LabelTable.ClassID) {
    self.post = post
    self.label = label
  }
}
