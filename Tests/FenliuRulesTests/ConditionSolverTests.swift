// SPDX-License-Identifier: Apache-2.0
import FenliuModel
import FenliuTestSupport
import Testing

@testable import FenliuRules

@Suite("Conditions that can hold together")
struct ConditionSolverTests {
  static let topics = ["labour.wages", "labour.hours", "safety.gas", "chat.hello"]

  static let rules: RuleSet = {
    var rules = RuleSet(title: "sample")
    rules.topics = topics.map { Topic(path: $0, title: $0) }
    return rules
  }()

  static func condition(_ depth: Int, using random: inout SplitMix64) -> RouteCondition {
    if depth > 0, Int.random(in: 0..<3, using: &random) > 0 {
      let left = condition(depth - 1, using: &random)
      switch Int.random(in: 0..<3, using: &random) {
      case 0: return .and(left, condition(depth - 1, using: &random))
      case 1: return .or(left, condition(depth - 1, using: &random))
      default: return .not(left)
      }
    }
    switch Int.random(in: 0..<6, using: &random) {
    case 0: return .category(CategoryID(Int.random(in: 0..<3, using: &random)))
    case 1:
      return .topic(TopicGlob(["labour.*", "labour.wages", "safety.*", "*"].randomElement(using: &random) ?? "*"))
    case 2:
      let comparison: RouteCondition.Comparison = [.atLeast, .equal, .atMost].randomElement(using: &random) ?? .equal
      return .level(comparison, Level.allCases.randomElement(using: &random) ?? .none)
    case 3: return .region(["甲", "乙"].randomElement(using: &random) ?? "甲")
    case 4: return .kind(Bool.random(using: &random) ? "ask" : "help")
    default: return .source(["x", "y"].randomElement(using: &random) ?? "x")
    }
  }

  /// Tries every combination, the plain way.
  static func bruteForce(_ wanted: [(RouteCondition, Bool)]) -> Bool {
    for topic in [nil] + topics.map(Optional.some) {
      for level in Level.allCases {
        for source in ["x", "y", "z"] {
          for (kind, bits) in ["ask", "help", nil].flatMap({ kind in (0..<32).map { (kind, $0) } }) {
            func holds(_ atom: RouteCondition) -> Bool {
              switch atom {
              case .category(let category): bits & 1 << category.index != 0
              case .topic(let glob): topic.map(glob.fits) ?? false
              case .level(let comparison, let written): comparison.holds(level, written)
              case .region(let name): bits & (name == "甲" ? 8 : 16) != 0
              case .source(let name): name == source
              case .kind(let key): key == kind
              case .and, .or, .not: atom.isTrue(holds)
              }
            }
            if wanted.allSatisfy({ $0.0.isTrue(holds) == $0.1 }) { return true }
          }
        }
      }
    }
    return false
  }

  @Test(
    "the search finds a combination where trying all finds one, and none where there is none", arguments: Seeds.standard
  )
  func agreesWithBruteForce(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var answers: Set<Bool> = []
    for _ in 0..<20 {
      let wanted = (0..<4).map { _ in
        (Self.condition(3, using: &random), Bool.random(using: &random))
      }
      let solver = ConditionSolver(Self.rules)
      let nodes = wanted.map { (solver.add($0.0), $0.1) }
      let expected = Self.bruteForce(wanted)
      answers.insert(expected)
      #expect(solver.canHold(nodes, .leading(solver.allClasses)) == expected)
    }
    #expect(answers.count == 2)
  }

  @Test("a map of three hundred routes is decided without giving up")
  func manyRoutes() {
    var rules = RuleSet(title: "sample")
    rules.topics = (0..<300).map { Topic(path: "field\($0 / 10).topic\($0)", title: "\($0)") }
    let solver = ConditionSolver(rules)
    let conditions = (0..<300).map { index in
      solver.add(
        .and(
          .topic(TopicGlob("field\(index / 10).topic\(index)")), .or(.region("r\(index)"), .not(.source("s\(index)")))))
    }
    for place in stride(from: 0, to: 300, by: 37) {
      let earlier: ConditionSolver.Wanted = conditions.prefix(place).map { ($0, false) }
      #expect(solver.canHold([(conditions[place], true)] + earlier, .leading(solver.allClasses)) == true)
    }
  }
}
