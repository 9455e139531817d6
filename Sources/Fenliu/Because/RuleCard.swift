// SPDX-License-Identifier: Apache-2.0
import FenliuModel

/// What reasons say of a rule; a whole `Rule` is never copied for it.
struct RuleCard: Sendable {
  /// The title, else the key.
  let name: String
  /// The category as people of the pack's language call it.
  let categoryTitle: String
  let isProhibited: Bool
  let basis: String?

  init(_ rule: Rule, in rules: RuleSet) {
    name = rule.name
    let category = rules.categories[rule.category.index]
    categoryTitle = rules.language == .chinese ? category.title : category.key
    isProhibited = rule.category == .prohibited
    basis = rule.basis
  }
}
