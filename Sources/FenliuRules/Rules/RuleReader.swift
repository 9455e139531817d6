// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics
import FenliuEvasion
import FenliuExpression
import FenliuModel

/// A rule as it was read, before the rules it replaces are known.
struct RuleDraft {
  var rule: Rule
  /// The ids it replaces, where they were written.
  var replaces: [YAMLScalar] = []
  /// Where its parts were written.
  var places = RulePlaces.RulePart()
}

/// Reads one rule. A rule in error is set aside, not half read.
struct RuleReader {
  let pack: PackReader
  let names: Declarations

  private var findings: Findings { pack.findings }

  /// The rule of `node`; nil where it has an error, which is reported.
  ///
  /// - Parameter evasion: what its file says of words in disguise, for rules that do not say.
  func read(_ node: YAMLNode, evasion: Tricks = []) -> RuleDraft? {
    let before = findings.errorCount
    guard let reader = MappingReader(node, .rule, findings), let id = reader.text("id") else { return nil }
    let category = reader.text("category").flatMap(names.category)
    let body = BodyReader(pack: pack, lists: names.listIDs).body(reader, id)
    guard let category, let body, NameTable.isGood(id.text) else {
      readRest(of: reader, into: nil)
      return nil
    }
    let rule = Rule(
      key: id.text, category: category, body: body, origin: WordReader(pack: pack).origin(id.span), span: id.span)
    var draft = RuleDraft(rule: rule)
    draft.rule.keySpans = reader.keySpans
    draft.rule.evasion = evasion
    readRest(of: reader, into: &draft)
    guard findings.errorCount == before else { return nil }
    for key in SchemaKeys.rule.all {
      guard let entry = reader.entry(key) else { continue }
      draft.places.values[key] = entry.value.scalar == nil ? entry.keySpan : entry.value.span
    }
    draft.places.replaces = draft.replaces.map(\.span)
    RestrictionReader(findings: findings).check(draft.rule, reader)
    NumberCheck(findings: findings).check(draft.rule, pointsAt: reader.entry("points")?.value.span)
    return findings.errorCount == before ? draft : nil
  }

  /// The remaining keys are read also where the rule cannot be made, so that all mistakes come out of one run.
  private func readRest(of reader: MappingReader, into draft: inout RuleDraft?) {
    let title = reader.text("title")?.text
    let topic = reader.text("topic").flatMap(names.topic)
    let status = reader.choice("status", among: Rule.Status.allCases.map { ($0.rawValue, $0) })
    let points = reader.text("points").flatMap { scalar in
      findings.expression(scalar) { text throws(ExpressionProblem) in
        try ExpressionParser.number(text, names.vocabulary(.points))
      }
    }
    let condition = reader.text("if").flatMap { scalar in
      findings.expression(scalar) { text throws(ExpressionProblem) in
        try ExpressionParser.condition(text, names.vocabulary(.condition))
      }
    }
    let each = each(reader)
    let fields = fields(reader)
    let polarity = reader.choice("polarity", among: Polarity.allCases.map { ($0.rawValue, $0) })
    let evasion = EvasionReader(findings: findings).tricks(reader)
    let from = reader.text("from").flatMap(season)
    let until = reader.text("until").flatMap(season)
    if let from, let until, from.year != nil, until.year != nil, Self.isBefore(until, from) {
      findings.error(.seasonBackwards, at: reader.text("until")?.span)
    }
    let unless = BodyReader(pack: pack, lists: names.listIDs).unless(reader)
    let allow = reader.value("allow").flatMap { WordReader(pack: pack).words($0) }
    let replaces = reader.texts("replaces")
    let texts = ["owner", "basis", "note"].map { reader.text($0)?.text }
    let examples = ExampleReader(findings: findings).examples(reader)
    guard draft != nil else { return }
    draft!.rule.title = title
    draft!.rule.topic = topic
    draft!.rule.status = status ?? .active
    draft!.rule.points = points ?? .constant(1)
    draft!.rule.condition = condition
    draft!.rule.each = each
    if let category = draft?.rule.category {
      draft!.rule.fields = fields ?? .usual(in: category)
      if category == .prohibited { draft!.rule.fields.subtract(.ofOthers) }
    }
    draft!.rule.polarity = polarity ?? .any
    if let evasion { draft!.rule.evasion = evasion }
    draft!.rule.from = from
    draft!.rule.until = until
    draft!.rule.unless = unless
    draft!.rule.allow = allow ?? []
    draft!.replaces = replaces ?? []
    draft!.rule.owner = texts[0]
    draft!.rule.basis = texts[1]
    draft!.rule.note = texts[2]
    draft!.rule.examples = examples
  }

  private func readRest(of reader: MappingReader, into draft: inout RuleDraft) {
    var optional: RuleDraft? = draft
    readRest(of: reader, into: &optional)
    draft = optional!
  }

  private func readRest(of reader: MappingReader, into nothing: RuleDraft?) {
    var nothing = nothing
    readRest(of: reader, into: &nothing)
  }

  private func each(_ reader: MappingReader) -> Int? {
    guard let node = reader.value("each"), let part = MappingReader(node, .each, findings),
      let max = part.integer("max")
    else { return nil }
    guard max >= 1 else {
      findings.error(
        .numberTooSmall, ["value": .text(String(max)), "least": .number(1)], at: part.entry("max")!.value.span)
      return nil
    }
    return max
  }

  /// The fields of `where`; nil where it has none.
  func fields(_ reader: MappingReader) -> FieldSet? {
    guard let texts = reader.texts("where") else { return nil }
    var fields: FieldSet = []
    for scalar in texts {
      if let named = FieldSet.named.first(where: { $0.key == scalar.text }) {
        fields.formUnion(named.set)
      } else if scalar.text == TextZone.mention.key || scalar.text == TextZone.link.key {
        findings.error(.zoneNotMatched, ["zone": .text(scalar.text)], at: scalar.span)
      } else {
        findings.unknownValue(scalar, of: "where", among: FieldSet.named.map(\.key))
      }
    }
    if texts.isEmpty { findings.error(.emptyList, at: reader.entry("where")!.keySpan) }
    return fields
  }

  /// `2026-09-01` or `09-01`.
  private func season(_ scalar: YAMLScalar) -> Rule.Season? {
    let parts = scalar.text.split(separator: "-", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { $0.allSatisfy { $0.isASCII && $0.isNumber } ? Int($0) : nil }
    let widths = parts.map(\.count)
    let isWhole = widths == [4, 2, 2]
    guard numbers.count == parts.count, isWhole || widths == [2, 2],
      Self.isDay(year: isWhole ? numbers[0] : 2024, month: numbers[numbers.count - 2], day: numbers.last!)
    else {
      findings.error(.badDay, ["value": .text(scalar.text)], at: scalar.span)
      return nil
    }
    return Rule.Season(year: isWhole ? numbers[0] : nil, month: numbers[numbers.count - 2], day: numbers.last!)
  }

  private static func isDay(year: Int, month: Int, day: Int) -> Bool {
    guard year >= 1, (1...12).contains(month), day >= 1 else { return false }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return day <= days[month - 1]
  }

  private static func isBefore(_ left: Rule.Season, _ right: Rule.Season) -> Bool {
    (left.year ?? 0, left.month, left.day) < (right.year ?? 0, right.month, right.day)
  }
}
