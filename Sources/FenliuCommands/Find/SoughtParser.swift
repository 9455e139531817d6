// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Fenliu
import FenliuRules
import FenliuTuning

/// Reads what a person wants to find: a word or a regex as it is written in rules, or something of the pack.
struct SoughtParser {
  /// The pack's rules; nil where none was named.
  let rules: RuleSet?
  let usesColour: Bool

  /// What `text` means. A mistake in a word or a regex is shown under its characters and ends the program with 2.
  func sought(_ text: String) throws -> Sought {
    if text.hasPrefix("$"), text.count > 1 { return .list(try list(text)) }
    for (prefix, find) in [
      ("rule:", rulesByID), ("category:", rulesByCategory), ("topic:", rulesByTopic),
    ] where text.hasPrefix(prefix) {
      guard let rules else { throw ValidationError(FindSentence.needsPack(text).text) }
      return .rules(try find(String(text.dropFirst(prefix.count)), rules, text))
    }
    return .pattern(try typed(text))
  }

  private func typed(_ text: String) throws -> Pattern {
    let typed = TypedPattern(text, named: FindSentence.badPattern.text)
    guard let pattern = typed.pattern else {
      var renderer = DiagnosticRenderer(
        files: typed.sources, language: SpokenLanguage.current == .chinese ? .chinese : .english,
        usesColour: usesColour)
      StandardError.write(renderer.text(for: typed.diagnostics))
      throw ExitCode(2)
    }
    return pattern
  }

  private func list(_ text: String) throws -> WordListID {
    guard let rules else { throw ValidationError(FindSentence.needsPack(text).text) }
    let name = String(text.dropFirst())
    guard let place = rules.lists.firstIndex(where: { $0.name == name }) else {
      throw unknown(text, name, rules.lists.map(\.name))
    }
    return WordListID(place)
  }

  private func rulesByID(_ name: String, _ rules: RuleSet, _ text: String) throws -> [RuleID] {
    let glob = RuleGlob(name)
    let found = rules.rules.indices.filter { glob.fits(rules.rules[$0].key) }
    guard !found.isEmpty else { throw unknown(text, name, rules.rules.map(\.key)) }
    return found.map { RuleID($0) }
  }

  private func rulesByCategory(_ name: String, _ rules: RuleSet, _ text: String) throws -> [RuleID] {
    guard let place = rules.categories.firstIndex(where: { $0.key == name || $0.title == name }) else {
      throw unknown(text, name, rules.categories.map(\.key))
    }
    return rules.running { $0.category.index == place }
  }

  private func rulesByTopic(_ name: String, _ rules: RuleSet, _ text: String) throws -> [RuleID] {
    let glob = TopicGlob(name)
    guard rules.topics.contains(where: { glob.fits($0.path) }) else {
      throw unknown(text, name, rules.topics.map(\.path))
    }
    return rules.running { $0.topic.map { glob.fits(rules.topics[$0.index].path) } ?? false }
  }

  private func unknown(_ text: String, _ name: String, _ names: [String]) -> ValidationError {
    ValidationError(FindSentence.unknownName(text, closest: closest(to: name, among: names)).text)
  }
}

extension RuleSet {
  /// The rules that run, drafts left out, for which something is true.
  fileprivate func running(_ holds: (Rule) -> Bool) -> [RuleID] {
    rules.indices.filter { rules[$0].status != .draft && holds(rules[$0]) }.map { RuleID($0) }
  }
}
