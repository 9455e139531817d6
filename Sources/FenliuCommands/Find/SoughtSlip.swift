// SPDX-License-Identifier: Apache-2.0
import Fenliu
import FenliuRules

/// Guesses what was meant by a pattern that finds nothing and holds a sign of another way of writing: three dots for a gap, a
/// star inside a word, a slash that nothing closes, a prefix in other words.
struct SoughtSlip {
  /// The pack's rules; nil where none was named.
  let rules: RuleSet?

  /// What was probably meant; nil where nothing in the pattern looks like a slip.
  func meant(by text: String) -> String? {
    let meant = named(text) ?? list(text) ?? regex(text) ?? word(text)
    guard let meant, meant != text else { return nil }
    // A guess that could not be typed either is no help.
    let isPattern = !meant.hasPrefix("$") && SoughtParser.prefixes.allSatisfy { !meant.hasPrefix($0) }
    return isPattern && TypedPattern(meant, named: "").pattern == nil ? nil : meant
  }

  /// `类别:苗头`, `topics:labour.*`: the name before the first colon is nearly one of ours.
  private func named(_ text: String) -> String? {
    guard let colon = text.firstIndex(where: { $0 == ":" || $0 == "：" }) else { return nil }
    let name = text[..<colon].lowercased()
    let rest = text[text.index(after: colon)...].drop { $0 == " " }
    guard !rest.isEmpty else { return nil }
    if ["词表", "list", "words"].contains(name) { return "$" + rest }
    let ours = [
      "规则": "rule", "rules": "rule", "类别": "category", "类": "category", "categories": "category", "cat": "category",
      "主题": "topic", "topics": "topic",
    ]
    let prefixes = SoughtParser.prefixes.map { String($0.dropLast()) }
    guard let prefix = prefixes.first(where: { $0 == name }) ?? ours[name] ?? closest(to: name, among: prefixes) else {
      return nil
    }
    return "\(prefix):\(rest)"
  }

  /// `￥settled`: the sign that the key of `$` gives in Chinese.
  private func list(_ text: String) -> String? {
    guard let first = text.first, "￥¥＄".contains(first), let rules else { return nil }
    let name = text.dropFirst()
    return rules.lists.contains { $0.name == name } ? "$" + name : nil
  }

  /// `/工资\d+元`, `工资\d+元`: a regex that lacks a slash, or both.
  private func regex(_ text: String) -> String? {
    var inner = text[...]
    let slashes: [Character] = ["/", "／"]
    if let first = inner.first, slashes.contains(first) { inner = inner.dropFirst() }
    if let last = inner.last, slashes.contains(last) { inner = inner.dropLast() }
    let hasSlash = text.first.map(slashes.contains) == true
    guard !inner.isEmpty, hasSlash || inner.contains("\\") || inner.contains("[") && inner.contains("]") else {
      return nil
    }
    return "/\(inner)/"
  }

  /// `拖欠...工资`, `拖欠*工资`, `拖欠.*工资`, `欠薪|讨薪`: a word with a gap or a choice.
  private func word(_ text: String) -> String? {
    var word = ""
    var run = ""
    func gap(_ run: String) -> String {
      let isGap = run.contains("*") || run.count > 1 || run == "⋯"
      return isGap ? "…" : run
    }
    for character in text {
      if "*.。⋯・".contains(character) {
        run.append(character)
      } else {
        word += gap(run) + String(character)
        run = ""
      }
    }
    // A star at the end is a rule's own way of writing.
    word += run == "*" ? "*" : gap(run)
    while word.hasPrefix("…") { word.removeFirst() }
    while word.hasSuffix("…") { word.removeLast() }
    if word.contains("|") || word.contains("｜"), !word.contains("("), !word.contains("…") {
      word = "(" + word.replacing("｜", with: "|") + ")"
    }
    return word
  }
}
