// SPDX-License-Identifier: Apache-2.0
public import Fenliu

/// What changes between two packs, counted, and grouped by what did it.
public struct ComparisonTally: Sendable {
  /// The posts that one cause changed.
  public struct Group: Sendable {
    /// What did it.
    public let cause: Cause
    /// How many posts.
    public var posts = 0
    /// How many of them change in each way.
    public var kinds: [PostChange.Kind: Int] = [:]
    /// The first of them.
    public var examples: [PackComparer.Compared] = []
  }

  /// How many posts change.
  public private(set) var changed = 0
  /// How many posts change in each way.
  public private(set) var kinds: [PostChange.Kind: Int] = [:]
  /// How many posts go from one level to another.
  public private(set) var levels: [PostChange.Turn<Level>: Int] = [:]
  private var leads: [PostChange.Turn<Int>: Int] = [:]
  private var groups: [Cause: Group] = [:]
  private let mostExamples: Int

  /// A count of nothing, which keeps so many examples of a group.
  public init(mostExamples: Int) { self.mostExamples = mostExamples }

  /// Counts a post with its cause.
  public mutating func add(_ compared: PackComparer.Compared, _ cause: Cause) {
    changed += 1
    let change = compared.change
    for kind in change.kinds { kinds[kind, default: 0] += 1 }
    if change.level.old != change.level.new { levels[change.level, default: 0] += 1 }
    if change.lead.old != change.lead.new { leads[change.lead, default: 0] += 1 }
    var group = groups[cause] ?? Group(cause: cause)
    group.posts += 1
    for kind in change.kinds { group.kinds[kind, default: 0] += 1 }
    if group.examples.count < mostExamples { group.examples.append(compared) }
    groups[cause] = group
  }

  /// Counts a post whose cause was found while it was compared.
  public mutating func add(_ compared: PackComparer.Compared) {
    add(compared, Cause(parts: compared.cause, isProven: true))
  }

  /// How many posts change their level, whether up or down.
  public var changedLevel: Int { levels.values.reduce(0, +) }
  /// How many posts change their lead.
  public var changedLead: Int { leads.values.reduce(0, +) }

  /// The levels before and after, lowest first.
  public var levelTurns: [(turn: PostChange.Turn<Level>, posts: Int)] {
    levels.sorted { ($0.key.old, $0.key.new) < ($1.key.old, $1.key.new) }.map { ($0.key, $0.value) }
  }

  /// The leads before and after, most posts first.
  public func leadTurns(_ comparer: PackComparer) -> [(turn: PostChange.Turn<Department>, posts: Int)] {
    leads.sorted { ($1.value, $0.key.old, $0.key.new) < ($0.value, $1.key.old, $1.key.new) }.map {
      (PostChange.Turn(old: comparer.department($0.key.old), new: comparer.department($0.key.new)), $0.value)
    }
  }

  /// The groups, most posts first, then by the names of their parts; what is not proven comes last.
  public var sortedGroups: [Group] {
    let keys = groups.values.map { group in
      (group, group.cause.parts.map { "\($0.rank)\u{0}\($0.sortKey)" }.joined(separator: "\u{1}"))
    }
    return keys.sorted { left, right in
      if left.0.cause.isProven != right.0.cause.isProven { return left.0.cause.isProven }
      return (right.0.posts, left.1) < (left.0.posts, right.1)
    }.map(\.0)
  }
}

extension PackPart {
  /// By which kinds of parts are sorted.
  fileprivate var rank: String {
    switch self {
    case .word: "0"
    case .rule: "1"
    case .list: "2"
    default: "3" + String(describing: self)
    }
  }
}

extension PackComparer.Compared {
  /// The lead before and after.
  public func lead(_ comparer: PackComparer) -> PostChange.Turn<Department> {
    .init(old: comparer.department(change.lead.old), new: comparer.department(change.lead.new))
  }

  /// The route's name before and after; nil: the default.
  public func route(_ comparer: PackComparer) -> PostChange.Turn<String?> {
    .init(old: comparer.routeName(change.route.old), new: comparer.routeName(change.route.new))
  }

  /// The categories that came.
  public func gained(_ comparer: PackComparer) -> [Category] { change.gained.map(comparer.category) }
  /// The categories that went.
  public func lost(_ comparer: PackComparer) -> [Category] { change.lost.map(comparer.category) }
}

extension PackComparer {
  func routeName(_ id: Int) -> String? { id < 0 ? nil : routeNames[id] }
  func category(_ id: Int) -> Category { differences.union.new.rules.categories[id] }
}
