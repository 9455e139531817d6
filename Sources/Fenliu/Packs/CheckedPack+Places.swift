// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics
public import FenliuModel
import FenliuRules

extension CheckedPack {
  /// Where something of the pack was written, as an editor can jump to it: `rules/county/map.yaml:37`.
  public func place(of omission: Omission, in rules: RuleSet) -> String {
    if let span = span(of: omission, rules) { return pathPrefix + sources.origin(of: span) }
    if let origin = origin(of: omission, rules) { return pathPrefix + rules.describe(origin) }
    return pathPrefix + (rules.files.first { $0.hasSuffix("/rules.yaml") } ?? "")
  }

  private func span(of omission: Omission, _ rules: RuleSet) -> SourceSpan? {
    let places = map?.places
    func one<Element>(_ all: [Element]?, _ place: Int) -> Element? {
      all.flatMap { place < $0.count ? $0[place] : nil }
    }
    func step(_ steps: [DeadlineStep]?, _ spans: [String: SourceSpan]?, _ place: Int) -> SourceSpan? {
      one(steps, place).flatMap { spans?[$0.name] }
    }
    switch omission {
    case .rule(let rule): return rules.rules[rule.index].span
    case .part(let part, of: let rule):
      let rule = rules.rules[rule.index]
      if part.lineOrigin(in: rule) != nil { return nil }
      return rule.keySpans[part.key] ?? (part == .season ? rule.keySpans["until"] : nil) ?? rule.span
    case .level(let place): return one(rules.levels, place)?.span
    case .route(let route): return one(places?.routes, route.index)
    case .escalation(let place): return one(places?.escalations, place)
    case .recusal: return places?.recusalLead
    case .step(let level, let place): return step(map?.map.deadlines[level], places?.steps[level], place)
    case .routeStep(let route, let place):
      return step(one(map?.map.routes, route.index)?.deadlines, one(places?.routeSteps, route.index), place)
    case .period(let period): return one(places?.periods, period.index)
    case .list, .listAllow, .packAllow, .collective, .floor: return nil
    }
  }

  private func origin(of omission: Omission, _ rules: RuleSet) -> Origin? {
    switch omission {
    case .part(let part, of: let rule): part.lineOrigin(in: rules.rules[rule.index])
    case .list(let list): rules.lists[list.index].words.first?.origin
    case .listAllow(let list): rules.lists[list.index].allow.first?.origin
    case .collective(let place): rules.collective[place].origin
    case .packAllow: rules.allow.first?.origin
    default: nil
    }
  }

  /// Whether a list is the work of a program: its file says so in a comment before the first word, `# generated …` or
  /// `# fenliu suggest …`.
  public func isGenerated(_ list: WordListID, in rules: RuleSet) -> Bool {
    guard let first = rules.lists[list.index].words.first?.origin else { return false }
    let file = sources.all[Int(first.file)]
    guard !file.path.hasSuffix(".yaml") else { return false }
    let head = file.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).prefix(
      Int(first.line) - 1)
    return head.contains { Self.saysGenerated(String(decoding: $0, as: UTF8.self), behind: "# ") }
  }

  /// Whether a rule is the work of a program: its `note:` begins so.
  public func isGenerated(_ rule: RuleID, in rules: RuleSet) -> Bool {
    rules.rules[rule.index].note.map { Self.saysGenerated($0, behind: "") } ?? false
  }

  private static func saysGenerated(_ line: String, behind prefix: String) -> Bool {
    ["generated", "fenliu suggest"].contains { line.hasPrefix(prefix + $0) }
  }
}

extension RulePart {
  /// Where the line begins that the part is, where that can be told.
  fileprivate func lineOrigin(in rule: Rule) -> Origin? {
    guard case .lines(let lines) = rule.body else { return nil }
    let line: Line?
    switch self {
    case .all(let place): line = lines.all[place]
    case .nearLine(let group, let place): line = lines.near[group].lines[place]
    case .near(let group): line = lines.near[group].lines.first
    default: line = nil
    }
    switch line?.first {
    case .word(let word): return word.origin
    case .regex(let regex): return regex.origin
    case .number(let number): return number.origin
    case .list, nil: return nil
    }
  }
}
