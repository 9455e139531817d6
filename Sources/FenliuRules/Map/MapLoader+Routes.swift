// SPDX-License-Identifier: Apache-2.0
import FenliuCalendar
import FenliuDiagnostics
import FenliuModel

extension MapLoader {
  /// The name that decisions give where no route fits.
  private static let defaultName = "default"
  /// Farther than any name is looked for.
  private static let farthest = 1_000

  /// `[{name, when, lead, …}]`.
  func routes(
    _ node: YAMLNode, _ index: DepartmentIndex, _ titles: [String: String], _ places: inout MapPlaces
  ) -> [Route] {
    var routes: [Route] = []
    var named: [String: SourceSpan] = [:]
    for item in node.items(findings) ?? [] {
      guard let reader = MappingReader(item, .route, findings) else { continue }
      let name = reader.text("name")
      if let name { checkName(name, &named) }
      let condition = reader.text("when").flatMap { written in
        RouteConditionParser.parse(written, names(needsTopic: true), findings).map { (written, $0) }
      }
      let leadName = reader.text("lead")
      let lead = leadName.flatMap { department($0, index) }
      let steps = reader.value("deadlines").map { self.steps($0, titles) } ?? ReadSteps()
      let assist = departments("assist", of: reader, index)
      let notify = departments("notify", of: reader, index)
      let ifReturned = reader.text("if-returned").flatMap { department($0, index) }
      let basis = reader.text("basis")
      let reply = reader.text("suggest-reply")
      let isSealed = reader.flag("sealed") ?? false
      let isBeside = reader.flag("beside") ?? false
      guard let name, let (written, condition) = condition, let leadName, let lead else { continue }
      var route = Route(name: name.text, condition: condition, written: written.text, lead: lead)
      route.assist = assist
      route.notify = notify
      route.ifReturned = ifReturned
      route.basis = basis?.text
      route.suggestedReply = reply?.text
      route.isSealed = isSealed
      route.isBeside = isBeside
      route.deadlines = steps.order
      routes.append(route)
      places.routes.append(name.span)
      places.conditions.append(written.span)
      places.leads.append(leadName.span)
      places.routeSteps.append(steps.spans)
    }
    return routes
  }

  private func checkName(_ name: YAMLScalar, _ named: inout [String: SourceSpan]) {
    if let first = named[name.text] {
      findings.error(
        .repeatedRoute, ["name": .text(name.text)], at: name.span, related: [.init(span: first, code: .firstNamedHere)])
    } else if name.text == Self.defaultName {
      findings.error(.reservedRouteName, ["name": .text(name.text)], at: name.span)
    }
    named[name.text] = named[name.text] ?? name.span
  }

  /// `{when, within, lead, otherwise}`; conduct within 30 characters unless set.
  func recusal(
    _ node: YAMLNode, _ index: DepartmentIndex, _ places: inout MapPlaces
  ) -> ResponsibilityMap.Recusal? {
    guard let reader = MappingReader(node, .recusal, findings) else { return nil }
    var condition: RouteCondition? = .topic(TopicGlob("conduct.*"))
    if let written = reader.text("when") {
      condition = RouteConditionParser.parse(written, names(needsTopic: false), findings)
    }
    var within = 30
    if let scalar = reader.text("within") {
      // `30` or `30 characters`.
      let words = scalar.text.split(separator: " ")
      if let number = words.first.flatMap({ Int($0) }), (0...Self.farthest).contains(number),
        words.count == 1 || words.count == 2 && ["characters", "character"].contains(words[1])
      {
        within = number
      } else {
        findings.error(
          .badWithin, ["value": .text(scalar.text), "most": .number(Self.farthest)], at: scalar.span)
      }
    }
    let lead = reader.text("lead")
    let otherwise = reader.text("otherwise")
    places.recusalLead = lead?.span
    places.recusalOtherwise = otherwise?.span
    guard let condition, let first = lead.flatMap({ department($0, index) }),
      let second = otherwise.flatMap({ department($0, index) })
    else { return nil }
    return .init(condition: condition, within: within, lead: first, otherwise: second)
  }

  /// `[{when, notify, within}]`.
  func escalations(
    _ node: YAMLNode, _ index: DepartmentIndex, _ places: inout MapPlaces
  ) -> [ResponsibilityMap.Escalation] {
    var lines: [ResponsibilityMap.Escalation] = []
    for item in node.items(findings) ?? [] {
      guard let reader = MappingReader(item, .escalation, findings) else { continue }
      let notify = departments("notify", of: reader, index)
      var within: TimeLimit?
      if let scalar = reader.text("within"), let (step, _) = DueParser.parse(scalar, step: "notify", findings) {
        if step.term.unit == .minutes || step.term.unit == .hours, step.atLatest == nil, step.after == nil,
          !step.isRepeated
        {
          within = step.term
        } else {
          findings.error(.noticeByClock, ["text": .text(scalar.text)], at: scalar.span)
        }
      }
      guard let written = reader.text("when"),
        let condition = RouteConditionParser.parse(written, names(needsTopic: false), findings)
      else { continue }
      lines.append(.init(condition: condition, written: written.text, notify: notify, within: within))
      places.escalations.append(written.span)
    }
    return lines
  }

  /// `{source: {NAME: department}}`.
  func firstAsked(_ node: YAMLNode, _ index: DepartmentIndex) -> [String: DepartmentID] {
    guard let reader = MappingReader(node, .firstAsked, findings),
      let entries = reader.value("source")?.entries(findings)
    else { return [:] }
    var units: [String: DepartmentID] = [:]
    for entry in entries {
      if let scalar = entry.value.text(findings) { units[entry.key] = department(scalar, index) }
    }
    return units
  }
}
