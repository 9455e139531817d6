// SPDX-License-Identifier: Apache-2.0
import FenliuCalendar
import FenliuDiagnostics
import FenliuModel

/// Steps in the order of the file, with their places.
struct ReadSteps {
  var order: [DeadlineStep] = []
  var spans: [String: SourceSpan] = [:]
  /// Where the name of each is written.
  var names: [String: SourceSpan] = [:]
  /// Where the name of the step that each follows is written.
  var afters: [String: SourceSpan] = [:]
}

extension MapLoader {
  /// `steps: {hand-over: 交办}`.
  func stepTitles(_ node: YAMLNode) -> [String: String] {
    var titles: [String: String] = [:]
    for entry in node.entries(findings) ?? [] {
      if let title = entry.value.text(findings) { titles[entry.key] = title.text }
    }
    return titles
  }

  /// `LEVEL: {STEP: DUE}`, for every level.
  func deadlines(
    _ node: YAMLNode, _ titles: [String: String], _ places: inout MapPlaces
  ) -> [Level: [DeadlineStep]] {
    guard let levels = levelSteps(node, titles) else { return [:] }
    for level in Level.allCases {
      guard let read = levels.steps[level] else { continue }
      for step in read.order { checkBase(of: step, in: read.order, at: read.afters[step.name]) }
      places.steps[level] = read.spans
    }
    for level in Level.allCases where levels.named[level] == nil {
      findings.error(.levelWithoutDeadlines, ["level": .text(level.key)], at: node.firstPart)
    }
    return levels.steps.mapValues(\.order)
  }

  /// `LEVEL: {STEP: DUE}`, for the levels that stand there, with the places of their names; nil where it is no mapping.
  func levelSteps(
    _ node: YAMLNode, _ titles: [String: String]
  ) -> (steps: [Level: ReadSteps], named: [Level: SourceSpan])? {
    guard let entries = node.entries(findings) else { return nil }
    var steps: [Level: ReadSteps] = [:]
    var named: [Level: SourceSpan] = [:]
    for entry in entries {
      guard let level = Level(entry.key) else {
        findings.unknown(
          .unknownLevel, ["name": .text(entry.key)], name: entry.key, at: entry.keySpan,
          among: Level.allCases.flatMap { [$0.key, $0.title(in: .chinese)] })
        continue
      }
      if let first = named[level] {
        // Once by its key, once by its title.
        findings.error(
          .duplicateKey, ["key": .text(entry.key)], at: entry.keySpan,
          related: [.init(span: first, code: .firstNamedHere)])
        continue
      }
      named[level] = entry.keySpan
      guard !entry.value.isEmpty, entry.value.mapping?.isEmpty != true else {
        findings.error(.levelWithoutDeadlines, ["level": .text(level.key)], at: entry.keySpan)
        continue
      }
      steps[level] = self.steps(entry.value, titles)
    }
    return (steps, named)
  }

  /// Reports a step that follows one which is not among `steps`.
  func checkBase(of step: DeadlineStep, in steps: [DeadlineStep], at span: SourceSpan?) {
    guard let base = step.after, let span, !steps.contains(where: { $0.name == base }) else { return }
    findings.unknown(.unknownStep, ["step": .text(base)], name: base, at: span, among: steps.map(\.name))
  }

  /// `{STEP: DUE}`; steps may be named by their titles.
  func steps(_ node: YAMLNode, _ titles: [String: String]) -> ReadSteps {
    var keys: [String: String] = [:]
    for (key, title) in titles.sorted(by: { $0.key < $1.key }) where keys[title] == nil { keys[title] = key }
    func key(_ name: String) -> String { titles[name] == nil ? keys[name] ?? name : name }
    var steps = ReadSteps()
    for entry in node.entries(findings) ?? [] {
      guard let scalar = entry.value.text(findings),
        let parsed = DueParser.parse(scalar, step: key(entry.key), findings)
      else { continue }
      var step = parsed.step
      step.after = step.after.map(key)
      if let first = steps.spans[step.name] {
        findings.error(
          .duplicateKey, ["key": .text(entry.key)], at: entry.keySpan,
          related: [.init(span: first, code: .firstNamedHere)])
        continue
      }
      steps.spans[step.name] = SourceSpan(
        file: entry.keySpan.file, range: entry.keySpan.range.lowerBound..<scalar.span.range.upperBound)
      steps.names[step.name] = entry.keySpan
      steps.afters[step.name] = parsed.after
      steps.order.append(step)
    }
    return steps
  }

  /// Reports steps that wait for each other, in a level or in a route with any level.
  func checkSteps(_ map: ResponsibilityMap, _ places: MapPlaces) {
    for level in Level.allCases {
      reportCircle(map.deadlines[level] ?? [], places.steps[level] ?? [:])
    }
    for (place, route) in map.routes.enumerated() {
      let spans = place < places.routeSteps.count ? places.routeSteps[place] : [:]
      for step in route.deadlines {
        guard let base = step.after, let span = spans[step.name] else { continue }
        let known = Level.allCases.flatMap { map.deadlines[$0] ?? [] }.map(\.name) + route.deadlines.map(\.name)
        if !known.contains(base) {
          findings.unknown(.unknownStep, ["step": .text(base)], name: base, at: span, among: known)
        }
      }
      for level in Level.allCases {
        let merged = (map.deadlines[level] ?? []).filter { step in !spans.keys.contains(step.name) } + route.deadlines
        if reportCircle(merged, spans) { break }
      }
    }
  }

  @discardableResult
  private func reportCircle(_ steps: [DeadlineStep], _ spans: [String: SourceSpan]) -> Bool {
    for step in steps {
      var chain = [step.name]
      var next = step.after
      while let name = next, !chain.contains(name) {
        chain.append(name)
        next = steps.first { $0.name == name }?.after
      }
      guard next == step.name, let span = spans[step.name] else { continue }
      findings.error(.stepCircle, ["steps": .list(chain)], at: span)
      return true
    }
    return false
  }
}
