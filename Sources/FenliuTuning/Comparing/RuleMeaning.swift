// SPDX-License-Identifier: Apache-2.0
import Fenliu

extension Rule {
  /// The rule without what changes no decision: where it was written, its examples and what is written for people.
  var meaning: Rule {
    var rule = self
    rule.title = nil
    rule.owner = nil
    rule.basis = nil
    rule.note = nil
    rule.examples = []
    rule.origin = .nowhere
    rule.span = SourceSpan(file: FileID(index: 0), range: 0..<0)
    rule.keySpans = [:]
    if rule.status == .deprecated { rule.status = .active }
    rule.allow = rule.allow.map(\.meaning)
    rule.replaces.sort()
    return rule.mappingPatterns { $0.meaning }
  }

  /// Whether it runs and counts, or is on trial.
  var isRunning: Bool { status != .draft }

  /// The rule with something else in the place of each pattern; nil takes it out.
  func mappingPatterns(_ change: (Pattern) -> Pattern?) -> Rule {
    var rule = self
    if let unless { rule.unless?.any = unless.any.compactMap(change) }
    switch body {
    case .lines(var lines):
      lines.any = lines.any.compactMap(change)
      lines.none = lines.none.compactMap(change)
      lines.all = lines.all.map { $0.compactMap(change) }
      for place in lines.near.indices {
        lines.near[place].lines = lines.near[place].lines.map { $0.compactMap(change) }
      }
      rule.body = .lines(lines)
    case .when(let condition, let named):
      rule.body = .when(condition, patterns: named.map { .init(name: $0.name, line: $0.line.compactMap(change)) })
    }
    return rule
  }
}

extension Origin {
  static let nowhere = Origin(file: 0, line: 0)
}

extension Word {
  /// The word without where it was written.
  var meaning: Word {
    var word = self
    word.origin = .nowhere
    word.span = nil
    word.tags = []
    return word
  }

  /// What it finds, whatever it is worth.
  var found: Word {
    var word = meaning
    word.points = nil
    return word
  }
}

extension CollectiveLine {
  /// The line without where it was written.
  var meaning: CollectiveLine {
    var line = self
    line.origin = .nowhere
    line.words = words.map(\.meaning)
    return line
  }
}

extension Pattern {
  /// The pattern without where it was written.
  var meaning: Pattern {
    switch self {
    case .word(let word): return .word(word.meaning)
    case .list: return self
    case .regex(var regex):
      regex.origin = .nowhere
      regex.span = nil
      return .regex(regex)
    case .number(var number):
      number.origin = .nowhere
      return .number(number)
    }
  }
}
