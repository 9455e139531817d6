// SPDX-License-Identifier: Apache-2.0
import Fenliu
import FenliuTuning

extension DiffSentence {
  /// The sentence in English.
  var english: String {
    switch self {
    case .aboutDiff: "Shows which posts change between two packs, grouped by the word or rule that did it."
    case .helpOld: "The folder of the old pack."
    case .helpNew: "The folder of the new pack."
    case .helpFormat: "How results are printed: text, markdown or json."
    case .helpHTML: "Write a page for a browser to this file too."
    case .helpOutput: "The file for the results. (default: standard output)"
    case .helpExamples: "How many posts of each group are shown."
    case .helpMaxChanged:
      "How many posts may change, such as 2%, 500 or level=1%,lead=2%; else the program ends with 1."
    case .noPackOption: "--pack: diff names its two packs as arguments: fenliu diff OLD NEW POSTS"
    case .badBound(let text):
      "--max-changed: '\(text)' is not a bound; write it as 2%, 500 or level=1%,lead=2%"
    case .badExamples(let count): "--examples \(count): a number from 0 to 1000"
    case .tooManyChanged(let bound, let count, let posts, let share):
      "--max-changed \(bound): \(count) of \(posts) posts change (\(share))"
    case .title: "What changes between two packs"
    case .samePacks: "the packs decide by the same rules and the same map"
    case .differingParts(let count): "\(count) parts differ"
    case .summary(let posts, let changed, let share): "\(changed) of \(posts) posts change (\(share))"
    case .kinds: "What changes"
    case .levels: "Levels"
    case .leads: "Leads"
    case .groups: "What did it"
    case .change: "change"
    case .posts: "posts"
    case .share: "share"
    case .before: "before"
    case .after: "after"
    case .kind(let kind): Self.name(of: kind)
    case .part(let part, let change, let title):
      Self.name(of: part) + (title.map { " (\($0))" } ?? "") + (change.map { ", \($0.rawValue)" } ?? "")
    case .several(let parts): "together: " + parts.joined(separator: "; ")
    case .unproven: "not told apart"
    case .group(let number, let posts, let share): "\(number). \(posts) posts (\(share))"
    case .kindCount(let kind, let count): "\(Self.name(of: kind)) \(count)"
    case .oldPlace(let place): "old: \(place)"
    case .newPlace(let place): "new: \(place)"
    case .steps(let steps): steps.joined(separator: ", ")
    case .noRoute: "default"
    case .noKind: "none"
    case .nothing: "no post changes"
    case .turn(let old, let new): "\(old) → \(new)"
    case .named(let name, let value): "\(name) \(value)"
    case .step(let step, let kind): "\(step) \(Self.manner(of: kind))"
    case .examplesOf(let shown, let all): "\(shown) of \(all) posts"
    case .joined(let parts): parts.joined(separator: ", ")
    }
  }

  private static func name(of kind: PostChange.Kind) -> String {
    switch kind {
    case .levelUp: "level up"
    case .levelDown: "level down"
    case .lead: "lead"
    case .route: "route"
    case .categoryGained: "category gained"
    case .categoryLost: "category lost"
    case .earlier: "deadline earlier"
    case .later: "deadline later"
    case .stepGained: "deadline added"
    case .stepLost: "deadline gone"
    case .assist: "assisting"
    case .notify: "told"
    case .beside: "beside"
    case .sealed: "sealed"
    case .request: "kind"
    }
  }

  private static func manner(of kind: PostChange.Kind) -> String {
    switch kind {
    case .earlier: "earlier"
    case .later: "later"
    case .stepGained: "added"
    default: "gone"
    }
  }

  private static func name(of part: PackPart) -> String {
    switch part {
    case .word(let word, in: .list(let list)): "word \(word) of $\(list)"
    case .word(let word, in: .rule(let rule)): "word \(word) of rule \(rule)"
    case .rule(let rule): "rule \(rule)"
    case .list(let list): "list $\(list)"
    case .allow: "the pack's allowed phrases"
    case .negators: "the words that deny"
    case .collective: "the words that stand for many"
    case .weights: "the weights"
    case .kinds: "the kinds of request"
    case .level(let level): "the line of level \(level.key)"
    case .category(let category): "category \(category)"
    case .route(let route): "route \(route)"
    case .routeOrder: "the order of routes"
    case .fallback: "the default department"
    case .recusal: "recusal"
    case .escalations: "escalation"
    case .periods: "the periods"
    case .deadlines(let level): "the deadlines of level \(level.key)"
    case .department(let department): "department \(department)"
    case .calendar: "the calendar"
    case .places: "the places"
    case .firstAsked: "the units first asked"
    case .scripts: "the scripts that are read"
    case .topicOrder: "the order of topics"
    }
  }
}
