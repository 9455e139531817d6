// SPDX-License-Identifier: Apache-2.0
import FenliuModel

/// Decides whether conditions of a map can hold together, by trying all combinations of what they name.
///
/// A combination is a topic (or none), a level, a source and a kind that are named (or another), and for each category and region that
/// is named whether the post has it. Topics that no condition tells apart are tried as one. A choice that already decides
/// a condition the wrong way is not followed further, so that the number of combinations tried stays near the number of
/// conditions. Where it does not, the search ends after `mostSteps` and says so: then nothing is claimed.
final class ConditionSolver {
  /// A condition, added before the first question.
  struct Node: Hashable { fileprivate let index: Int }

  /// What is wanted: each condition with the value it must have.
  typealias Wanted = [(condition: Node, value: Bool)]

  /// What topics a combination may have.
  enum Topics {
    /// One leading topic, or none: one of these classes.
    case leading([Int])
    /// Any number of topics, of those that `allowed` says by their row of globs: for routes beside and escalation.
    case several(allowed: [Bool])
  }

  private enum Content {
    case constant(Bool)
    case category(Int)
    case topic(row: Int)
    /// The levels for which it holds, as bits.
    case level(UInt8)
    case region(Int)
    case source(Int)
    case kind(Int)
    case and(Int, Int)
    case or(Int, Int)
    case not(Int)
  }

  /// A combination under way: -1 is not chosen yet; of sources and kinds 0 is one that no condition names; of the rest 0 is no, 1 yes.
  private struct Choice {
    var topic = -1
    var level = -1
    var source = -1
    var kind = -1
    var categories: [Int8]
    var regions: [Int8]
    var rows: [Int8]
  }

  private enum Variable {
    case topic, level, source, kind
    case category(Int)
    case region(Int)
    case row(Int)
  }

  private static let mostSteps = 200_000

  private var nodes: [Content] = []
  private let topicPaths: [String]
  private let categoryCount: Int
  private var globs: [TopicGlob] = []
  private var regions: [String] = []
  private var sources: [String] = []
  private var kinds: [String] = []
  private var steps = 0

  /// The class of each topic; 0 is the class of no topic at all. Made when the first question is asked.
  private(set) lazy var classOfTopic: [Int] = makeClasses()
  private var classFits: [[Bool]] = []
  /// The number of classes.
  var classCount: Int {
    _ = classOfTopic
    return classFits.count
  }

  init(_ rules: RuleSet) {
    topicPaths = rules.topics.map(\.path)
    categoryCount = rules.categories.count
  }

  /// Adds a condition. With a level, what it says of levels is decided by that.
  func add(_ condition: RouteCondition, at level: Level? = nil) -> Node { Node(index: insert(condition, level)) }

  /// Adds a condition as it is asked of a post at a level that has no kind.
  func add(withoutKind condition: RouteCondition, at level: Level) -> Node {
    Node(index: insert(condition.withoutKind, level))
  }

  private func insert(_ condition: RouteCondition, _ level: Level?) -> Int {
    let content: Content
    switch condition {
    case .category(let category): content = .category(category.index)
    case .topic(let glob): content = .topic(row: row(of: glob))
    case .level(let comparison, let written):
      if let level {
        content = .constant(comparison.holds(level, written))
      } else {
        let holding = Level.allCases.filter { comparison.holds($0, written) }
        content = .level(holding.reduce(0) { $0 | 1 << UInt8($1.rawValue) })
      }
    case .region(let name): content = .region(Self.place(of: name, in: &regions))
    case .source(let name): content = .source(Self.place(of: name, in: &sources) + 1)
    case .kind(let key): content = .kind(Self.place(of: key, in: &kinds) + 1)
    case .and(let left, let right): content = .and(insert(left, level), insert(right, level))
    case .or(let left, let right): content = .or(insert(left, level), insert(right, level))
    case .not(let inner): content = .not(insert(inner, level))
    }
    nodes.append(content)
    return nodes.count - 1
  }

  /// The row of a glob; adding one keeps its topics apart from others.
  @discardableResult
  func row(of glob: TopicGlob) -> Int {
    if let row = globs.firstIndex(of: glob) { return row }
    globs.append(glob)
    return globs.count - 1
  }

  private static func place(of name: String, in names: inout [String]) -> Int {
    if let place = names.firstIndex(of: name) { return place }
    names.append(name)
    return names.count - 1
  }

  private func makeClasses() -> [Int] {
    classFits = [Array(repeating: false, count: globs.count)]
    var places: [[Bool]: Int] = [:]
    return topicPaths.map { path in
      let fits = globs.map { $0.fits(path) }
      if let place = places[fits] { return place }
      places[fits] = classFits.count
      classFits.append(fits)
      return classFits.count - 1
    }
  }

  /// All classes of topics, none included.
  var allClasses: [Int] { Array(0..<classCount) }

  /// The rows that a topic for which `isAllowed` can fit.
  func rows(where isAllowed: (String) -> Bool) -> [Bool] {
    let allowed = topicPaths.filter(isAllowed)
    return globs.map { glob in allowed.contains(where: glob.fits) }
  }

  /// The classes of topics for which `isAllowed`; with the class of no topic.
  func classes(where isAllowed: (String) -> Bool) -> [Int] {
    var classes: Set<Int> = [0]
    for (topic, path) in topicPaths.enumerated() where isAllowed(path) { classes.insert(classOfTopic[topic]) }
    return classes.sorted()
  }

  /// Whether some combination gives each condition its wanted value; nil where the search was given up.
  ///
  /// `categories` are those that a post may have, all unless set.
  func canHold(_ wanted: Wanted, _ topics: Topics, categories: Set<CategoryID>? = nil) -> Bool? {
    _ = classOfTopic
    steps = 0
    var choice = Choice(
      categories: Array(repeating: -1, count: categoryCount), regions: Array(repeating: -1, count: regions.count),
      rows: Array(repeating: -1, count: globs.count))
    if let categories {
      for place in 0..<categoryCount where !categories.contains(CategoryID(place)) { choice.categories[place] = 0 }
    }
    return search(wanted, topics, choice)
  }

  private func search(_ wanted: Wanted, _ topics: Topics, _ choice: Choice) -> Bool? {
    steps += 1
    if steps > Self.mostSteps { return nil }
    var open: Wanted = []
    for entry in wanted {
      guard let value = value(of: entry.condition.index, choice) else {
        open.append(entry)
        continue
      }
      if value != entry.value { return false }
    }
    guard let first = open.first, let variable = openVariable(first.condition.index, choice) else { return true }
    for next in choices(of: variable, topics, choice) {
      guard let found = search(open, topics, next) else { return nil }
      if found { return true }
    }
    return false
  }

  private func choices(of variable: Variable, _ topics: Topics, _ choice: Choice) -> [Choice] {
    func with(_ change: (inout Choice) -> Void) -> Choice {
      var next = choice
      change(&next)
      return next
    }
    switch variable {
    case .topic:
      guard case .leading(let classes) = topics else { return [] }
      return classes.map { value in
        with { next in
          next.topic = value
          for row in globs.indices { next.rows[row] = classFits[value][row] ? 1 : 0 }
        }
      }
    case .row(let row):
      switch topics {
      case .leading: return choices(of: .topic, topics, choice)
      case .several(let allowed): return [with { $0.rows[row] = 0 }] + (allowed[row] ? [with { $0.rows[row] = 1 }] : [])
      }
    case .level: return Level.allCases.map { level in with { $0.level = level.rawValue } }
    case .source: return (0...sources.count).map { value in with { $0.source = value } }
    case .kind: return (0...kinds.count).map { value in with { $0.kind = value } }
    case .category(let place): return [with { $0.categories[place] = 1 }, with { $0.categories[place] = 0 }]
    case .region(let place): return [with { $0.regions[place] = 1 }, with { $0.regions[place] = 0 }]
    }
  }

  /// What a condition comes to; nil where that is still open.
  private func value(of node: Int, _ choice: Choice) -> Bool? {
    switch nodes[node] {
    case .constant(let value): return value
    case .category(let place): return known(choice.categories[place])
    case .topic(let row): return known(choice.rows[row])
    case .level(let holding): return choice.level < 0 ? nil : holding & 1 << UInt8(choice.level) != 0
    case .region(let place): return known(choice.regions[place])
    case .source(let place): return choice.source < 0 ? nil : choice.source == place
    case .kind(let place): return choice.kind < 0 ? nil : choice.kind == place
    case .and(let left, let right):
      let first = value(of: left, choice)
      if first == false { return false }
      let second = value(of: right, choice)
      return second == false ? false : first == true && second == true ? true : nil
    case .or(let left, let right):
      let first = value(of: left, choice)
      if first == true { return true }
      let second = value(of: right, choice)
      return second == true ? true : first == false && second == false ? false : nil
    case .not(let inner): return value(of: inner, choice).map { !$0 }
    }
  }

  private func known(_ value: Int8) -> Bool? { value < 0 ? nil : value == 1 }

  /// Something that an open condition waits for; topics first, since they decide most.
  private func openVariable(_ node: Int, _ choice: Choice) -> Variable? {
    var best: Variable?
    var pending = [node]
    while let node = pending.popLast() {
      switch nodes[node] {
      case .constant: break
      case .category(let place) where choice.categories[place] < 0: best = best ?? .category(place)
      case .topic(let row) where choice.rows[row] < 0: return .row(row)
      case .level where choice.level < 0: best = best ?? .level
      case .region(let place) where choice.regions[place] < 0: best = best ?? .region(place)
      case .source where choice.source < 0: best = best ?? .source
      case .kind where choice.kind < 0: best = best ?? .kind
      case .and(let left, let right), .or(let left, let right):
        // What is decided needs no variable.
        if value(of: left, choice) == nil { pending.append(left) }
        if value(of: right, choice) == nil { pending.append(right) }
      case .not(let inner): pending.append(inner)
      default: break
      }
    }
    return best
  }
}
