// SPDX-License-Identifier: Apache-2.0
import Fenliu
import FenliuDiagnostics

/// Lays out near misses for a person: what was found with a tick, what stood in the way with a cross.
struct WhyNotPrinter {
  let style: TerminalStyle
  let language: Language

  /// The lines of one answer, an empty one before it.
  func lines(of answer: WhyNot) -> [String] {
    var lines = ["", style.marked(say(.head(key: answer.key, title: answer.title)), .bold)]
    if answer.isAlreadySo { return lines + ["  " + say(.already)] }
    if let level = answer.level { return lines + self.lines(of: level, answer) }
    if let lead = answer.lead { return lines + self.lines(of: lead) }
    if let topic = answer.topic { lines.append("  " + say(.topicShort(topic))) }
    return lines + rules(of: answer)
  }

  private func rules(of answer: WhyNot) -> [String] {
    var lines = answer.rules.flatMap { self.lines(of: $0, indent: 2) }
    if answer.rules.isEmpty, answer.topic == nil { lines.append("  " + say(.nothingNear)) }
    if answer.rulesLeftOut > 0 { lines.append("  " + say(.leftOut(answer.rulesLeftOut))) }
    return lines
  }

  // MARK: a rule

  private func lines(of rule: NearRule, indent: Int) -> [String] {
    let points = rule.points.map { "  \($0)" } ?? ""
    let title = rule.title.map { "  \($0)" } ?? ""
    var lines = [
      "\(blank(indent))\(style.marked(rule.rule, .cyan))\(title)  \(rule.category)\(points)  "
        + style.marked(rule.from, .faint)
    ]
    for found in rule.found { lines.append(line(true, .found(line: name(found.line), hits: found.hits), indent + 2)) }
    for obstacle in rule.obstacles { lines += self.lines(of: obstacle, indent: indent + 2) }
    if rule.obstacles.isEmpty { lines.append(blank(indent + 2) + say(.holdsAlone)) }
    return lines
  }

  private func lines(of obstacle: NearRule.Obstacle, indent: Int) -> [String] {
    switch obstacle {
    case .missing(let line, let words, let more, let parts):
      return [self.line(false, .missing(line: name(line), words: words.map(short), more: more), indent)]
        + parts.map { blank(indent + 4) + say(sentence(of: $0)) }
    case .numberBelow(let line, let hit, let value, let least):
      return [
        self.line(false, .numberBelow(line: name(line), hit, value: number(value), least: number(least)), indent)
      ]
    case .elsewhere(let line, let hit, let fields):
      return [self.line(false, .elsewhere(line: name(line), hit, fields), indent)]
    case .weak(let line, let hit): return [self.line(false, .weak(line: name(line), hit), indent)]
    case .polarity(let line, let hit, let wanted):
      return [self.line(false, .polarity(line: name(line), hit, wanted: wanted), indent)]
    case .allowed(let line, let hit, let phrase):
      return [self.line(false, .allowed(line: name(line), hit, phrase: phrase), indent)]
    case .withdrawn(let line, let hit, let by):
      return [self.line(false, .withdrawn(line: name(line), hit, by: by), indent)]
    case .tooFar(let group, let within, let distance, let hits):
      return [line(false, .tooFar(group: group, within: within, distance: distance, hits), indent)]
    case .none(let hit): return [line(false, .none(hit), indent)]
    case .condition(let written, let finding, let facts):
      let named = facts.sorted { $0.key < $1.key }.filter { written.contains($0.key) }.map { "\($0.key) \($0.value)" }
      return [line(false, .condition(written, facts: named), indent)] + self.lines(of: finding, indent: indent + 4)
    case .when(let finding): return [line(false, .whenFails, indent)] + self.lines(of: finding, indent: indent + 4)
    case .outOfSeason(let from, let until, let date):
      return [line(false, .outOfSeason(from: from, until: until, date: date), indent)]
    case .status(let status): return [line(false, .status(status), indent)]
    case .replaced(let rule): return [line(false, .replaced(rule), indent)]
    case .gaveUp: return [line(false, .gaveUp, indent)]
    }
  }

  private func sentence(of part: NearRule.Part) -> WhyNotSentence {
    switch part.finding {
    case .missingBehind(let missing, let gap): .partBehind(word: short(part.word), part.hit, missing: missing, gap: gap)
    case .missingBefore(let missing): .partBefore(word: short(part.word), part.hit, missing: missing)
    case .oneCharacterOff: .oneCharacterOff(word: part.word, part.hit)
    }
  }

  // MARK: a level

  private func lines(of level: WhyNot.LevelAnswer, _ answer: WhyNot) -> [String] {
    let decided = level.decided.title(in: language)
    var lines: [String] = []
    let isHigher = answer.question.level.map { $0 < level.decided } ?? false
    lines.append("  " + say(isHigher && level.liftedBy == nil ? .levelHigher(decided) : .levelIs(decided)))
    if let category = level.liftedBy { lines.append("  " + say(.liftedBy(category))) }
    for line in level.lines {
      lines.append(self.line(line.finding.holds, .levelLine(line.level.title(in: language), line.written), 2))
      lines += self.lines(of: line.finding, indent: 6)
    }
    if !level.floors.isEmpty, let asked = answer.question.level {
      lines.append("  " + say(.floors(level.floors, asked.title(in: language))))
    }
    guard !answer.rules.isEmpty else { return lines }
    return lines + ["  " + say(.wouldHelp)] + answer.rules.flatMap { self.lines(of: $0, indent: 4) }
  }

  private func lines(of finding: WhyNot.LevelAnswer.Finding, indent: Int) -> [String] {
    switch finding {
    case .compare(let text, let left, let value, let short, let holds):
      return [
        line(holds, .compareIs(text, left: left, value: value.map(number), short: short.map(number)), indent)
      ]
    case .plain(let text, let holds): return [line(holds, holds ? .partHolds(text) : .partFails(text), indent)]
    case .all(let parts):
      return [line(finding.holds, .allOf, indent)] + parts.flatMap { lines(of: $0, indent: indent + 2) }
    case .any(let parts):
      return [line(finding.holds, .oneOf, indent)] + parts.flatMap { lines(of: $0, indent: indent + 2) }
    case .not(let inner): return [line(finding.holds, .negated, indent)] + lines(of: inner, indent: indent + 2)
    }
  }

  // MARK: a department

  private func lines(of lead: WhyNot.LeadAnswer) -> [String] {
    var lines = ["  " + say(.leadIs(lead.decided, route: lead.route))]
    if let accused = lead.accusedAs {
      lines.append(line(false, .accused(accused.name, field: accused.field, start: accused.start), 2))
    }
    if let part = lead.part { lines.append("  " + say(.part(part))) }
    for attempt in lead.attempts {
      lines.append(
        line(attempt.fits, .attempt(attempt.route, attempt.written, isBeside: attempt.isBeside), 2))
      for atom in attempt.atoms { lines.append(line(atom.holds, .atom(atom), 6)) }
      if let route = attempt.wonBy { lines.append(blank(6) + say(.wonBy(route))) }
      if attempt.isBeside { lines.append(blank(6) + say(.besideOnly)) }
      if let topic = attempt.topic { lines.append(blank(6) + say(.topicShort(topic))) }
      lines += attempt.rules.flatMap { self.lines(of: $0, indent: 6) }
    }
    if lead.attempts.isEmpty { lines.append("  " + say(.noRoute)) }
    if lead.isDefault { lines.append("  " + say(.isDefault)) }
    if lead.oversees { lines.append("  " + say(.oversees)) }
    return lines
  }

  // MARK: pieces

  private func line(_ isGood: Bool, _ sentence: WhyNotSentence, _ indent: Int) -> String {
    let mark = isGood ? style.marked("✓", .green) : style.marked("✗", .red)
    return "\(blank(indent))\(mark) \(say(sentence))"
  }

  private func name(_ line: NearRule.Line) -> String { say(.line(line)) }

  private func say(_ sentence: WhyNotSentence) -> String { sentence.text(in: language) }

  /// A long word by its beginning; JSON has it whole.
  private func short(_ word: String) -> String { word.count > 40 ? word.prefix(36) + " …" : word }

  private func blank(_ count: Int) -> String { String(repeating: " ", count: count) }

  private func number(_ value: Double) -> String { Points(value).description }
}

extension WhyNotQuestion {
  /// The level that was asked about, where one was.
  var level: Level? {
    if case .level(let level) = self { level } else { nil }
  }

  /// The key of its kind, in JSON.
  var kind: String {
    switch self {
    case .category: "category"
    case .level: "level"
    case .lead: "lead"
    case .topic: "topic"
    case .rule: "rule"
    }
  }
}
