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

  /// What stands before the names of things of a pack.
  static let prefixes = ["rule:", "category:", "topic:"]

  /// What `text` means. A mistake in a word or a regex is shown under its characters and ends the program with 2.
  func sought(_ text: String) throws -> Sought {
    if text.hasPrefix("$"), text.count > 1 { return .list(try list(text)) }
    let written = text
    var text = text
    // A Chinese keyboard writes the wide colon; no word begins with one of our names and a colon of either width.
    for prefix in Self.prefixes where text.hasPrefix(prefix.dropLast() + "：") {
      text = prefix + text.dropFirst(prefix.count)
    }
    for (prefix, find) in zip(Self.prefixes, [rulesByID, rulesByCategory, rulesByTopic]) where text.hasPrefix(prefix) {
      guard let rules else { throw ValidationError(FindSentence.needsPack(text).text) }
      return .rules(try find(String(text.dropFirst(prefix.count)), rules, text))
    }
    return .pattern(try typed(written))
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
      throw unknown(text, name, rules.categories.flatMap { [$0.key, $0.title] })
    }
    return rules.running { $0.category.index == place }
  }

  private func rulesByTopic(_ name: String, _ rules: RuleSet, _ text: String) throws -> [RuleID] {
    let glob = TopicGlob(name)
    guard rules.topics.contains(where: { glob.fits($0.path) }) else {
      // A topic is sought by its path; who knows its title is told the path.
      let titled = rules.topics.first { $0.title == name }?.path
      let near = titled ?? closest(to: name, among: rules.topics.map(\.path))
      throw ValidationError(FindSentence.unknownName(text, closest: near).text)
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
