// SPDX-License-Identifier: Apache-2.0
public import Fenliu

/// Which class each rule speaks for.
///
/// - category: its own;
/// - topic: its own, but for rules of `prohibited`, which give none;
/// - lead: the department of the first route without `beside` that fits a post in which the rule alone counts, of level general
///   or what its category's floor makes it, of no region and no source; rules for which only the default is left speak for nobody,
///   nor do rules of `prohibited`;
/// - level: none.
public struct RuleClasses: Sendable {
  /// By the place of the rule; nil: it speaks for none.
  public let classes: [Int?]

  /// The classes of the rules of a pack.
  public init(_ aim: LabelAim, rules: RuleSet, map: ResponsibilityMap) {
    classes = rules.rules.map { rule in
      switch aim {
      case .category: rule.category.index
      case .topic: rule.category == .prohibited ? nil : rule.topic?.index
      case .lead: rule.category == .prohibited ? nil : Self.lead(of: rule, rules, map)?.index
      case .level: nil
      }
    }
  }

  /// The class a rule speaks for.
  public subscript(_ rule: RuleID) -> Int? { classes[rule.index] }

  private static func lead(of rule: Rule, _ rules: RuleSet, _ map: ResponsibilityMap) -> DepartmentID? {
    let topic = rule.topic.map { rules.topics[$0.index].path }
    let level = max(.general, rules.categories[rule.category.index].floor ?? .none)
    return map.routes.first { route in
      !route.isBeside
        && route.condition.isTrue { atom in
          switch atom {
          case .category(let category): category == rule.category
          case .topic(let glob): topic.map(glob.fits) ?? false
          case .level(let comparison, let written): comparison.holds(level, written)
          default: false
          }
        }
    }?.lead
  }
}
