// SPDX-License-Identifier: Apache-2.0
import FenliuTestSupport

/// The collection of regexes that ran wild, as a pack.
enum WildPack {
  /// The rules file: a rule for each regex, and beside them words that must be found whatever they do.
  static func rules(of attacks: [WildRegex]) -> String {
    var rules = """
      fenliu: 1
      title: Regexes that went wild
      lang: en
      topics: {t: topic}
      rules:
        - {id: word, category: early-sign, topic: t, any: [拖欠工资], points: 1, examples: {hit: [拖欠工资]}}
        - {id: danger, category: danger, topic: t, any: [不想活了], points: 4, examples: {hit: [不想活了]}}

      """
    for (number, attack) in attacks.enumerated() {
      let regex = attack.pattern.replacing("'", with: "''")
      rules += "  - {id: r\(number), category: early-sign, topic: t, any: [{regex: '\(regex)'}], points: 1}\n"
    }
    return rules + "levels:\n  critical: total >= 1000\n  general: total >= 1\n"
  }

  /// A map that hands everything to one department.
  static let map = """
    fenliu: 1
    calendar: {zone: Asia/Shanghai, hours: {mon-fri: "08:30-12:00"}}
    departments: {duty: {title: Duty, around-the-clock: true, kind: help}}
    routes: [{name: danger, when: category danger, lead: duty}]
    default: duty
    deadlines: {none: {read: 24h}, general: {read: 24h}, larger: {read: 24h}, major: {read: 24h}, critical: {read: 24h}}
    """
}
