// SPDX-License-Identifier: Apache-2.0
import Fenliu

extension WhyNotSentence {
  /// The sentence in English.
  var english: String {
    switch self {
    case .helpWhyNot:
      "Tell what was missing for a category, level, department, topic or rule, by key or title. May be repeated."
    case .helpAll: "With --why-not: tell of every rule that came near, not of the nearest five."
    case .helpFormat: "How the explanation is printed: text or json."
    case .unknownName(let name, let closest):
      "--why-not: no category, level, department, topic or rule is named '\(name)'"
        + (closest.map { "; did you mean '\($0)'?" } ?? "")
    case .head(let key, let title): "why not \(key)\(title == key ? "" : " (\(title))")?"
    case .already: "the post has it"
    case .nothingNear: "nothing of the rules that could bring it stands in the post"
    case .leftOut(let count): "\(count) more came near (--all)"
    case .line(let line):
      switch line {
      case .any: "any"
      case .all(let line): "line \(line) of all"
      case .near(let group, let line): "line \(line) of near\(group > 1 ? " group \(group)" : "")"
      case .pattern(let name): "pattern \(name)"
      }
    case .found(let line, let hits): "\(line): \(Self.list(hits))"
    case .missing(let line, let words, let more):
      "\(line): none of \(words.joined(separator: ", "))\(more > 0 ? " … (and \(more) more)" : "")"
    case .partBehind(let word, let hit, let missing, let gap):
      "\(word): \(Self.one(hit)) is there, \(Self.few(missing, "or")) within \(gap) characters behind it is not"
    case .partBefore(let word, let hit, let missing):
      "\(word): \(Self.one(hit)) is there, \(Self.few(missing, "or")) before it is not"
    case .oneCharacterOff(let word, let hit): "\(word): \(Self.one(hit)) differs in one character"
    case .numberBelow(let line, let hit, let value, let least):
      "\(line): \(Self.one(hit)) is \(value), at least \(least) is asked"
    case .elsewhere(let line, let hit, let fields):
      "\(line): \(Self.one(hit)), but the rule looks only in \(fields.keys.joined(separator: ", "))"
    case .weak(let line, let hit):
      "\(line): \(Self.one(hit)) may be an ordinary word, and counts only where the rule finds a surer disguise in the post"
    case .polarity(let line, let hit, .negated):
      "\(line): \(Self.one(hit)) is affirmed, and the rule wants what is denied, asked or promised (polarity: negated)"
    case .polarity(let line, let hit, _):
      "\(line): \(Self.one(hit)) is denied, asked or promised, and the rule wants what is affirmed (polarity: affirmed)"
    case .allowed(let line, let hit, let phrase):
      "\(line): \(Self.one(hit)) lies inside the allowed phrase \(Self.one(phrase)) [\(phrase.word), \(phrase.from)]"
    case .withdrawn(let line, let hit, let by):
      "\(line): \(Self.one(hit)) was taken away by the unless word \(Self.one(by)) [\(by.word), \(by.from)]"
    case .tooFar(let group, let within, let distance, let hits):
      "\(group.map { "near group \($0)" } ?? "all"): within \(within) is asked, "
        + (distance.map { "the nearest lie \($0) characters apart: \(Self.list(hits))" }
          ?? "the lines stand in no one field together")
    case .none(let hit): "none: \(Self.one(hit)) stands there [\(hit.from)]"
    case .condition(let written, let facts):
      "if \(written): the post has \(facts.isEmpty ? "nothing of it" : facts.joined(separator: ", "))"
    case .whenFails: "when does not hold"
    case .outOfSeason(let from, let until, let date):
      "out of season: \(date) is not"
        + (from.map { " from \($0)" } ?? "") + (until.map { " until \($0)" } ?? "")
    case .status(let status):
      "the rule is \(status == .draft ? "a draft: it is never run" : "on trial (shadow): it gives nothing")"
    case .replaced(let rule): "the rule \(rule) counts in its stead"
    case .gaveUp: "a regex of it gave up"
    case .holdsAlone: "all of it is there"
    case .levelIs(let level): "the level is \(level)"
    case .levelHigher(let level): "the level is higher: \(level), by this line"
    case .liftedBy(let category): "the floor of \(category) lifts the post so high"
    case .levelLine(let level, let written): "\(level): \(written)"
    case .compareIs(let text, let left, let value, let short):
      "\(text): \(left.count > 24 ? "it" : left) is \(value ?? "unknown")\(short.map { ", \($0) short" } ?? "")"
    case .partHolds(let text): "\(text): holds"
    case .partFails(let text): "\(text): does not hold"
    case .oneOf: "one of these"
    case .allOf: "all of these"
    case .negated: "not this"
    case .floors(let categories, let level):
      "a rule of \(categories.joined(separator: ", ")) would lift the post to \(level) or higher"
    case .wouldHelp: "rules that nearly hit and would give points"
    case .leadIs(let lead, let route): "\(lead) leads, by \(route == "default" ? "default" : "the route \(route)")"
    case .attempt(let name, let written, let isBeside):
      "route \(name)\(isBeside ? " (beside)" : ""): \(written)"
    case .atom(let atom):
      switch atom.kind {
      case .category(let name): "category \(name): the post has \(atom.actual ?? "none")"
      case .topic(let glob): "topic \(glob): the leading topic is \(atom.actual ?? "none")"
      case .anyTopic(let glob): "topic \(glob): the topics are \(atom.actual ?? "none")"
      case .level(let level): "level \(level): the level is \(atom.actual ?? "none")"
      case .region(let name): "region \(name): the region is \(atom.actual ?? "unknown")"
      case .source(let name): "source \(name): the source is \(atom.actual ?? "unknown")"
      case .kind(let name): "kind \(name): the kind of request is \(atom.actual ?? "none")"
      }
    case .wonBy(let route): "it fits, but the route \(route) stands before it and won"
    case .besideOnly: "a route beside does not lead; the post is handed over in addition"
    case .topicShort(let standing):
      "the topic \(standing.topic) has \(standing.points), \(standing.short) fewer than \(standing.leading) with \(standing.leadingPoints)"
    case .noRoute: "no route leads there"
    case .isDefault: "it is the default: it leads where no route fits"
    case .accused(let name, let field, let start):
      "the post accuses it (\(name), \(field.key) \(start)), so it takes no part"
    case .part(let part):
      switch part {
      case .assist: "it assists"
      case .notify: "it is notified"
      case .beside: "the post is handed to it beside"
      }
    case .oversees: "it takes over where a department is accused"
    }
  }

  private static func one(_ hit: Decision.Hit) -> String { "\(hit.text) (\(hit.place))" }

  private static func list(_ hits: [Decision.Hit]) -> String { hits.map(one).joined(separator: ", ") }

  private static func few(_ words: [String], _ joint: String) -> String {
    let rest = words.count > 4 ? " … (and \(words.count - 4) more)" : ""
    return words.prefix(4).joined(separator: " \(joint) ") + rest
  }
}
