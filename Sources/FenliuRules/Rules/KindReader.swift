// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics
import FenliuModel

/// Reads `kinds`: lines of which the first that holds gives the kind of request.
struct KindReader {
  let pack: PackReader
  let names: Declarations

  private var findings: Findings { pack.findings }

  /// The lines of all files in the order of reading, and the kinds they name behind those that are always there.
  func read(_ files: [MappingReader]) -> (kinds: [Kind], lines: [KindLine]) {
    var kinds = Kind.builtIn
    var lines: [KindLine] = []
    for file in files {
      for node in file.value("kinds")?.items(findings) ?? [] {
        if let line = line(node, &kinds) { lines.append(line) }
      }
    }
    return (kinds, lines)
  }

  /// One line; nil, with a report, where it has an error.
  private func line(_ node: YAMLNode, _ kinds: inout [Kind]) -> KindLine? {
    let before = findings.errorCount
    guard let reader = MappingReader(node, .kindLine, findings), let name = reader.text("kind") else { return nil }
    let title = reader.text("title")
    let kind = kind(name, title, &kinds)
    let body = BodyReader(pack: pack, lists: names.listIDs)
    let found = body.body(reader, name)
    let unless = body.unless(reader)
    let allow = reader.value("allow").flatMap { WordReader(pack: pack).words($0) }
    let fields = RuleReader(pack: pack, names: names).fields(reader)
    guard findings.errorCount == before, let kind, let found else { return nil }
    var rule = Rule(
      key: kinds[kind.index].key, category: .earlySign, body: found,
      origin: WordReader(pack: pack).origin(name.span), span: name.span)
    rule.title = kinds[kind.index].title
    rule.unless = unless
    rule.allow = allow ?? []
    rule.fields = fields ?? .usual
    return KindLine(kind: kind, rule: rule)
  }

  /// The kind of a key or title; a key that is new names a kind of the pack's own.
  private func kind(_ name: YAMLScalar, _ title: YAMLScalar?, _ kinds: inout [Kind]) -> KindID? {
    if let place = kinds.firstIndex(where: { $0.key == name.text || $0.title == name.text }) {
      if let title { kinds[place].title = title.text }
      return KindID(place)
    }
    guard NameTable.isGood(name.text), name.text != Kind.noneKey else {
      findings.error(.badName, ["kind": .term("request-kind"), "name": .text(name.text)], at: name.span)
      return nil
    }
    kinds.append(Kind(key: name.text, title: title?.text ?? name.text))
    return KindID(kinds.count - 1)
  }
}
