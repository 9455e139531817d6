// SPDX-License-Identifier: Apache-2.0

/// The place of a category in the rule set.
public struct CategoryID: Hashable, Sendable, Comparable {
  public let index: Int
  @inlinable public init(_ index: Int) { self.index = index }
  @inlinable public static func < (left: CategoryID, right: CategoryID) -> Bool { left.index < right.index }

  // Invariant: every rule set begins with the six categories that are always there, in this order.
  public static let earlySign = CategoryID(0)
  public static let trend = CategoryID(1)
  public static let action = CategoryID(2)
  public static let groupRisk = CategoryID(3)
  public static let prohibited = CategoryID(4)
  public static let danger = CategoryID(5)
}

/// What kind of signal a rule looks for.
public struct Category: Hashable, Sendable {
  /// The key: `early-sign`.
  public var key: String
  /// The word people use: 苗头.
  public var title: String
  /// The most points that all rules of the category give together; nil when there is no bound.
  public var cap: Points?
  /// The level that a post has at least in which a rule of it counts.
  public var floor: Level?

  public init(key: String, title: String, cap: Points? = nil, floor: Level? = nil) {
    self.key = key
    self.title = title
    self.cap = cap
    self.floor = floor
  }

  /// The six that are always there.
  public static let builtIn: [Category] = [
    Category(key: "early-sign", title: "苗头"), Category(key: "trend", title: "倾向"),
    Category(key: "action", title: "行动"), Category(key: "group-risk", title: "群体"),
    Category(key: "prohibited", title: "违禁"), Category(key: "danger", title: "危险", floor: .major),
  ]
}
