// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics
import FenliuExpression
import FenliuModel
import FenliuRules

/// A pack that loaded without an error, as lints see it.
struct LintedPack {
  let rules: RuleSet
  let places: RulePlaces
  let map: LoadedMap
  let tests: [TestCase]
  let sources: SourceFiles
  /// The uses of each rule's lines, by rule.
  let uses: [[LineUse]]

  init?(_ loaded: Loaded) {
    guard !loaded.findings.containsError, let rules = loaded.rules, let map = loaded.map,
      loaded.places.rules.count == rules.rules.count
    else { return nil }
    self.rules = rules
    self.map = map
    places = loaded.places
    tests = loaded.tests
    sources = loaded.sources
    uses = rules.rules.map(\.lineUses)
  }

  /// The words of a line, with those of its lists.
  func words(of line: Line) -> [Word] {
    line.flatMap { pattern -> [Word] in
      switch pattern {
      case .word(let word): [word]
      case .list(let list): rules.lists[list.index].words
      case .regex, .number: []
      }
    }
  }

  /// Whether a line is made of words only, its lists without exceptions of their own.
  func isPlain(_ line: Line) -> Bool {
    line.allSatisfy { pattern in
      switch pattern {
      case .word: true
      case .list(let list): rules.lists[list.index].allow.isEmpty
      case .regex, .number: false
      }
    }
  }

  /// Where the value of a rule's key stands, else its id.
  func span(_ key: String, of rule: Int) -> SourceSpan { places.rules[rule].values[key] ?? rules.rules[rule].span }
}

/// A line of a rule and what the rule does with it.
struct LineUse {
  enum Role: Hashable {
    case any, none, unless
    case all(Int)
    /// A line of one of the groups of `near`.
    case near(group: Int, Int)
    /// A named pattern of `when`.
    case named(Int)
  }

  let role: Role
  let line: Line
  /// How near its hits must lie to those of other lines; nil where that is not asked.
  let within: Proximity?
  /// The key of the rule that holds it.
  var key: String {
    switch role {
    case .any: "any"
    case .none: "none"
    case .unless: "unless"
    case .all: "all"
    case .near: "near"
    case .named: "patterns"
    }
  }

  /// Whether the line must hit for the rule to hold.
  var isRequired: Bool {
    switch role {
    case .any, .all, .near: true
    case .none, .unless, .named: false
    }
  }
}

extension Rule {
  fileprivate var lineUses: [LineUse] {
    var uses: [LineUse] = []
    switch body {
    case .lines(let lines):
      if !lines.any.isEmpty { uses.append(LineUse(role: .any, line: lines.any, within: nil)) }
      for (place, line) in lines.all.enumerated() {
        uses.append(LineUse(role: .all(place), line: line, within: lines.allWithin))
      }
      for (group, near) in lines.near.enumerated() {
        for (place, line) in near.lines.enumerated() {
          uses.append(LineUse(role: .near(group: group, place), line: line, within: near.within))
        }
      }
      if !lines.none.isEmpty { uses.append(LineUse(role: .none, line: lines.none, within: nil)) }
    case .when(_, let patterns):
      for (place, pattern) in patterns.enumerated() {
        uses.append(LineUse(role: .named(place), line: pattern.line, within: nil))
      }
    }
    if let unless { uses.append(LineUse(role: .unless, line: unless.any, within: unless.within)) }
    return uses
  }

  /// Whether any word of one line is all that it takes.
  var isAnyOnly: Bool {
    guard case .lines(let lines) = body else { return false }
    return lines.all.isEmpty && lines.near.isEmpty && !lines.any.isEmpty
  }
}
