// SPDX-License-Identifier: Apache-2.0
import FenliuFolding
import FenliuModel

/// The conditions of a map, poured into flat arrays: a question costs no allocation and compares no text.
///
/// The oracle of its tests is `RouteCondition.isTrue`.
struct ConditionTable: Sendable {
  /// The place of a condition's root among the nodes.
  struct Root: Hashable, Sendable { let node: Int }

  /// One step of a condition; the numbers are places of other nodes or rows of the tables below.
  private enum Node: Sendable {
    case category(CategoryID)
    case topic(row: Int)
    case level(RouteCondition.Comparison, Level)
    case region(Int)
    case source(Int)
    case kind(Int)
    case and(Int, Int)
    case or(Int, Int)
    case not(Int)
  }

  /// An answer where not everything is known.
  enum Answer: Sendable { case no, perhaps, yes }

  private var nodes: [Node] = []
  /// For each topic glob, whether each topic fits: row after row.
  private var topicFits: [Bool] = []
  private var globs: [TopicGlob: Int] = [:]
  private let topics: [String]
  /// The parts of the regions that conditions name, folded.
  private var regions: [[String]] = []
  /// The names of sources, folded.
  private var sources: [String] = []
  /// The keys of kinds.
  private var kinds: [String] = []

  /// An empty table for conditions about these topics.
  init(topics: [Topic]) { self.topics = topics.map(\.path) }

  /// Adds a condition.
  mutating func add(_ condition: RouteCondition) -> Root { Root(node: node(condition)) }

  private mutating func node(_ condition: RouteCondition) -> Int {
    let node: Node
    switch condition {
    case .category(let category): node = .category(category)
    case .topic(let glob): node = .topic(row: row(of: glob))
    case .level(let comparison, let level): node = .level(comparison, level)
    case .region(let name): node = .region(Self.place(of: Self.parts(name), in: &regions))
    case .source(let name): node = .source(Self.place(of: Self.key(name), in: &sources))
    case .kind(let key): node = .kind(Self.place(of: key, in: &kinds))
    case .and(let left, let right): node = .and(self.node(left), self.node(right))
    case .or(let left, let right): node = .or(self.node(left), self.node(right))
    case .not(let inner): node = .not(self.node(inner))
    }
    nodes.append(node)
    return nodes.count - 1
  }

  private mutating func row(of glob: TopicGlob) -> Int {
    if let row = globs[glob] { return row }
    let row = globs.count
    globs[glob] = row
    topicFits += topics.map(glob.fits)
    return row
  }

  private static func place<Name: Equatable>(of name: Name, in names: inout [Name]) -> Int {
    if let place = names.firstIndex(of: name) { return place }
    names.append(name)
    return names.count - 1
  }

  /// The form in which names of regions and sources are compared: folded as keywords are, without white space around.
  static func key(_ name: some StringProtocol) -> String {
    var scalars = Folding.fold(String(name)).unicodeScalars[...]
    while let first = scalars.first, Folding.isWhiteSpace(first) { scalars.removeFirst() }
    while let last = scalars.last, Folding.isWhiteSpace(last) { scalars.removeLast() }
    return String(scalars)
  }

  /// The parts of a region, each as `key` makes it.
  static func parts(_ region: String) -> [String] { key(region).split(separator: "/").map { key($0) } }

  /// Whether the region that a condition names is a part of another, or several of its parts in a row.
  static func contains(_ region: [String], _ named: [String]) -> Bool {
    guard !named.isEmpty, named.count <= region.count else { return false }
    return (0...region.count - named.count).contains { region[$0..<$0 + named.count].elementsEqual(named) }
  }

  /// Whether each region that conditions name is a part of `region`.
  func matchRegions(_ region: String?) -> [Bool] {
    guard !regions.isEmpty else { return [] }
    let parts = region.map(Self.parts) ?? []
    return regions.map { Self.contains(parts, $0) }
  }

  /// Whether each source that conditions name is `source`.
  func matchSources(_ source: String?) -> [Bool] {
    guard !sources.isEmpty else { return [] }
    let key = source.map { Self.key($0) }
    return sources.map { $0 == key }
  }

  /// Whether each kind that conditions name is `kind`.
  func matchKinds(_ kind: String?) -> [Bool] { kinds.isEmpty ? [] : kinds.map { $0 == kind } }

  /// Whether the condition holds.
  func holds(_ root: Root, _ post: borrowing Circumstances) -> Bool { holds(root.node, post) }

  private func holds(_ node: Int, _ post: borrowing Circumstances) -> Bool {
    switch nodes[node] {
    case .category(let category):
      if category == .prohibited, !post.seesProhibited { return false }
      return post.has(category)
    case .topic(let row):
      switch post.topics {
      case .one(let topic): return topic.map { fits($0, row) } ?? false
      case .any:
        return post.ownTopics.contains { fits($0.topic, row) } || post.prohibitedTopics.contains { fits($0, row) }
      }
    case .level(let comparison, let level): return comparison.holds(post.level, level)
    case .region(let place): return post.regions[place]
    case .source(let place): return post.sources[place]
    case .kind(let place): return post.kinds[place]
    case .and(let left, let right): return holds(left, post) && holds(right, post)
    case .or(let left, let right): return holds(left, post) || holds(right, post)
    case .not(let inner): return !holds(inner, post)
    }
  }

  private func fits(_ topic: TopicID, _ row: Int) -> Bool { topicFits[row * topics.count + topic.index] }

  /// Whether the condition holds for posts of which nothing is known but the one topic in question.
  func answer(_ root: Root, topic: TopicID?) -> Answer { answer(root.node, topic) }

  private func answer(_ node: Int, _ topic: TopicID?) -> Answer {
    switch nodes[node] {
    case .category, .level, .region, .source, .kind: return .perhaps
    case .topic(let row): return topic.map { fits($0, row) } ?? false ? .yes : .no
    case .and(let left, let right):
      let answers = (answer(left, topic), answer(right, topic))
      if answers.0 == .no || answers.1 == .no { return .no }
      return answers.0 == .yes && answers.1 == .yes ? .yes : .perhaps
    case .or(let left, let right):
      let answers = (answer(left, topic), answer(right, topic))
      if answers.0 == .yes || answers.1 == .yes { return .yes }
      return answers.0 == .no && answers.1 == .no ? .no : .perhaps
    case .not(let inner):
      switch answer(inner, topic) {
      case .no: return .yes
      case .yes: return .no
      case .perhaps: return .perhaps
      }
    }
  }
}
