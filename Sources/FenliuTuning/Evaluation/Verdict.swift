// SPDX-License-Identifier: Apache-2.0

/// What a label says of a post beside what was decided, both as places among the classes.
public struct Verdict: Hashable, Sendable {
  /// The class that the label means; nil: none of them.
  public let label: Int?
  /// The classes that were decided, rising: one of lead, topic and level, any number of categories.
  public let decided: [Int]

  /// A label and the classes decided, in any order.
  public init(label: Int?, decided: [Int]) {
    self.label = label
    self.decided = decided.sorted()
  }

  /// Whether the class of the label was decided; where the label means none, whether none was.
  public var isRight: Bool { label.map(decided.contains) ?? decided.isEmpty }

  /// The same with no class but one: everything else counts as none.
  public func about(only one: Int) -> Verdict {
    Verdict(label: label == one ? one : nil, decided: decided.filter { $0 == one })
  }
}
