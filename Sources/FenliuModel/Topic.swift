// SPDX-License-Identifier: Apache-2.0

/// The place of a topic among those declared.
public struct TopicID: Hashable, Sendable, Comparable {
  public let index: Int
  @inlinable public init(_ index: Int) { self.index = index }
  @inlinable public static func < (left: TopicID, right: TopicID) -> Bool { left.index < right.index }
}

/// What a post is about; the routing key.
public struct Topic: Hashable, Sendable {
  /// The dotted path: `labour.wages`.
  public var path: String
  /// The word people use: 工资拖欠.
  public var title: String

  public init(path: String, title: String) {
    self.path = path
    self.title = title
  }
}

/// A topic, or a topic and all below it.
public struct TopicGlob: Hashable, Sendable, CustomStringConvertible {
  /// The path without the final `.*`. Empty for `*`: every topic.
  public let path: String
  /// Whether what lies below fits too.
  public let includesBelow: Bool

  /// Reads `labour.wages`, `labour.*` or `*`.
  public init(_ text: some StringProtocol) {
    if text == "*" {
      (path, includesBelow) = ("", true)
    } else if text.hasSuffix(".*") {
      (path, includesBelow) = (String(text.dropLast(2)), true)
    } else {
      (path, includesBelow) = (String(text), false)
    }
  }

  /// Whether the topic is meant. `labour.*` is `labour` and all below it.
  public func fits(_ topic: String) -> Bool {
    if topic == path { return true }
    guard includesBelow else { return false }
    return path.isEmpty || topic.hasPrefix(path + ".")
  }

  public var description: String {
    guard includesBelow else { return path }
    return path.isEmpty ? "*" : path + ".*"
  }
}
