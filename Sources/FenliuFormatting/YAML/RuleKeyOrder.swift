// SPDX-License-Identifier: Apache-2.0
import FenliuRules

/// Puts the keys of each rule in the order of the language's table, in which docs/rules.md has them.
///
/// A comment or blank line before a key moves with it. A key that the language does not have stays behind the one it stands
/// behind. Nothing else is put in another order: that of topics, levels, departments, routes and steps has a meaning.
enum RuleKeyOrder {
  private static let places: [String: Int] = Dictionary(
    uniqueKeysWithValues: SchemaKeys.rule.all.enumerated().map { ($1, $0) })

  /// The file with its rules in order.
  static func sorted(_ root: Layout.Element) -> Layout.Element {
    guard case .map(var top) = root.value, let index = top.elements.firstIndex(where: { $0.key?.text == "rules" }),
      case .list(var rules) = top.elements[index].value
    else { return root }
    for place in rules.elements.indices {
      guard case .map(var rule) = rules.elements[place].value else { continue }
      let order = order(of: rule.elements.map { $0.key?.text ?? "" })
      guard order != Array(rule.elements.indices) else { continue }
      rule.elements = order.map { rule.elements[$0] }
      rules.elements[place].value = .map(rule)
    }
    top.elements[index].value = .list(rules)
    var root = root
    root.value = .map(top)
    return root
  }

  /// The places of `keys` in their order.
  private static func order(of keys: [String]) -> [Int] {
    var ranks: [Int] = []
    for key in keys { ranks.append(places[key] ?? ranks.last ?? -1) }
    return keys.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }
  }
}
