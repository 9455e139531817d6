// SPDX-License-Identifier: Apache-2.0
import FenliuCalendar
import FenliuDiagnostics
import FenliuModel

/// Reads `*.test.yaml`: lists of posts with what should come of them.
struct CaseReader {
  let findings: Findings
  /// nil where the rules could not be read; then ids are not looked up.
  let rules: RuleSet?
  /// nil where the map could not be read; then departments and routes are not looked up.
  let map: ResponsibilityMap?

  private var times: TimeParser { TimeParser(zone: map?.calendar.zone ?? .shanghai) }

  /// The cases of a file.
  func cases(_ node: YAMLNode) -> [TestCase] {
    guard let items = node.sequence else {
      findings.wrongKind("list-of-cases", node)
      return []
    }
    var table = NameTable("test-case")
    return items.compactMap { item in
      let before = findings.errorCount
      guard let reader = MappingReader(item, .testCase, findings) else { return nil }
      let name = reader.text("name")
      if let name { _ = table.insertAnyText(name.text, at: name.span, findings) }
      let post = reader.value("post").flatMap { self.post($0, name?.text ?? "") }
      let expectation = reader.value("expect").flatMap(expectation)
      let at = reader.text("at").flatMap(instant)
      guard findings.errorCount == before, let name, let post, let expectation else { return nil }
      return TestCase(name: name.text, post: post, at: at, expectation: expectation, span: name.span)
    }
  }

  private func post(_ node: YAMLNode, _ name: String) -> Post? {
    guard let reader = MappingReader(node, .post, findings) else { return nil }
    var post = Post(
      id: reader.text("id")?.text ?? name, title: reader.text("title")?.text, text: reader.text("text")?.text)
    post.time = reader.text("time").flatMap(instant)
    post.received = reader.text("received").flatMap(instant)
    post.region = reader.text("region")?.text
    post.source = reader.text("source")?.text
    post.link = reader.text("link")?.text
    post.views = reader.integer("views")
    post.reposts = reader.integer("reposts")
    post.replies = reader.integer("replies")
    post.likes = reader.integer("likes")
    guard reader.has("title") || reader.has("text") else {
      findings.error(
        .missingKey, ["owner": .term("post"), "key": .text("text")], at: node.isFlow ? node.span : node.firstPart)
      return nil
    }
    return post
  }

  private func instant(_ scalar: YAMLScalar) -> Instant? {
    switch times.instant(of: scalar.text) {
    case .success(let instant): return instant
    case .failure:
      findings.error(.badTime, ["value": .text(scalar.text)], at: scalar.span)
      return nil
    }
  }

  private func expectation(_ node: YAMLNode) -> Expectation? {
    guard let reader = MappingReader(node, .expectation, findings) else { return nil }
    var expectation = Expectation()
    expectation.level = reader.text("level").flatMap { Declarations.level($0, findings) }
    expectation.lead = reader.text("lead").flatMap(department)
    expectation.kind = reader.text("kind").flatMap(kind)
    expectation.assist = reader.texts("assist")?.compactMap(department)
    expectation.notify = reader.texts("notify")?.compactMap(department)
    expectation.route = reader.text("route").flatMap { $0.text == "null" ? nil : route($0) }
    expectation.beside = reader.texts("beside")?.compactMap(route)
    expectation.recused = recused(reader)
    expectation.rules = reader.texts("rules")?.compactMap(rule)
    expectation.notRules = reader.texts("not-rules")?.compactMap(rule)
    if let entries = reader.value("due")?.entries(findings) {
      expectation.due = due(entries)
    }
    return expectation
  }

  /// `recused: null` says that nobody was accused; a text or `{from: …}` says who.
  private func recused(_ reader: MappingReader) -> String?? {
    guard let node = reader.value("recused") else { return nil }
    if node.mapping != nil {
      return MappingReader(node, .recused, findings)?.text("from").flatMap(department).map { .some(.some($0)) } ?? nil
    }
    guard let scalar = node.text(findings) else { return nil }
    if scalar.style == .plain, ["null", "~", "none"].contains(scalar.text) { return .some(nil) }
    return department(scalar).map { .some(.some($0)) } ?? nil
  }

  private func due(_ entries: [YAMLEntry]) -> [String: String] {
    var due: [String: String] = [:]
    for entry in entries {
      guard let scalar = entry.value.text(findings), let instant = instant(scalar) else { continue }
      due[entry.key] = instant.iso8601(in: times.zone)
    }
    return due
  }

  // MARK: names

  private func department(_ scalar: YAMLScalar) -> String? {
    guard let map else { return scalar.text }
    if let found = map.departments.first(where: { $0.key == scalar.text })
      ?? map.departments.first(where: { $0.title == scalar.text })
    {
      return found.key
    }
    return unknown(.unknownDepartment, scalar, map.departments.flatMap { [$0.key, $0.title] })
  }

  private func route(_ scalar: YAMLScalar) -> String? {
    guard let map else { return scalar.text }
    if scalar.text == "default" || map.routes.contains(where: { $0.name == scalar.text }) { return scalar.text }
    return unknown(.unknownRoute, scalar, map.routes.map(\.name))
  }

  private func kind(_ scalar: YAMLScalar) -> String? {
    guard let rules, scalar.text != Kind.noneKey else { return scalar.text }
    return RouteConditionParser.kind(scalar, rules.kinds, areComplete: true, findings)
  }

  private func rule(_ scalar: YAMLScalar) -> String? {
    guard let rules else { return scalar.text }
    if rules.rules.contains(where: { $0.key == scalar.text }) { return scalar.text }
    return unknown(.unknownRule, scalar, rules.rules.map(\.key))
  }

  private func unknown(_ code: Diagnostic.Code, _ scalar: YAMLScalar, _ names: [String]) -> String? {
    findings.unknown(code, ["name": .text(scalar.text)], name: scalar.text, at: scalar.span, among: names)
    return nil
  }
}
