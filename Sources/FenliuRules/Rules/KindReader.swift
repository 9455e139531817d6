// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics
import FenliuModel

/// Reads `kinds`: lines of which the first that holds gives the kind of request.
struct KindReader {
  let pack: PackReader
  let names: Declarations

  private var findings: Findings { pack.findings }

  /// The kinds that were named so far.
  private struct Known {
    var kinds = Kind.builtIn
    /// Where those of the pack's own were named first, by their places.
    var names: [Int: SourceSpan] = [:]
    /// Where each was given its title.
    var titles: [Int: SourceSpan] = [:]

    func place(of name: String) -> Int? { Kind.place(of: name, among: kinds) }
  }

  /// The lines of all files in the order of reading, and the kinds they name behind those that are always there.
  func read(_ files: [MappingReader]) -> (kinds: [Kind], lines: [KindLine]) {
    var known = Known()
    var lines: [KindLine] = []
    for file in files {
      for node in file.value("kinds")?.items(findings) ?? [] {
        if let line = line(node, &known) { lines.append(line) }
      }
    }
    // A title that comes later is that of all lines of its kind.
    for place in lines.indices { lines[place].rule.title = known.kinds[lines[place].kind.index].title }
    return (known.kinds, lines)
  }

  /// One line; nil, with a report, where it has an error.
  private func line(_ node: YAMLNode, _ known: inout Known) -> KindLine? {
    let before = findings.errorCount
    guard let reader = MappingReader(node, .kindLine, findings), let name = reader.text("kind") else { return nil }
    let title = reader.text("title")
    let kind = kind(name, title, &known)
    let body = BodyReader(pack: pack, lists: names.listIDs)
    let found = body.body(reader, name)
    let unless = body.unless(reader)
    let allow = reader.value("allow").flatMap { WordReader(pack: pack).words($0) }
    let fields = RuleReader(pack: pack, names: names).fields(reader)
    guard findings.errorCount == before, let kind, let found else { return nil }
    var rule = Rule(
      key: known.kinds[kind.index].key, category: .earlySign, body: found,
      origin: WordReader(pack: pack).origin(name.span), span: name.span)
    rule.unless = unless
    rule.allow = allow ?? []
    rule.fields = fields ?? .usual
    return KindLine(kind: kind, rule: rule)
  }

  /// The kind of a key or title; a key that is new names a kind of the pack's own.
  private func kind(_ name: YAMLScalar, _ title: YAMLScalar?, _ known: inout Known) -> KindID? {
    let place: Int
    if let old = known.place(of: name.text) {
      place = old
    } else {
      guard NameTable.isGood(name.text), name.text != Kind.noneKey else {
        findings.error(.badName, ["kind": .term("request-kind"), "name": .text(name.text)], at: name.span)
        return nil
      }
      place = known.kinds.count
      known.kinds.append(Kind(key: name.text, title: name.text))
      known.names[place] = name.span
    }
    if let title { give(title, to: place, &known) }
    return KindID(place)
  }

  /// Gives a kind its title, once; no two kinds are called the same.
  private func give(_ title: YAMLScalar, to place: Int, _ known: inout Known) {
    if title.text == Kind.noneKey {
      findings.error(.badName, ["kind": .term("request-kind"), "name": .text(title.text)], at: title.span)
    } else if let other = known.place(of: title.text), other != place {
      let first =
        known.kinds[other].title == title.text ? known.titles[other] ?? known.names[other] : known.names[other]
      findings.error(
        .namedTwice, ["kind": .term("request-kind"), "name": .text(title.text)], at: title.span,
        related: first.map { [.init(span: $0, code: .firstNamedHere)] } ?? [])
    } else if let first = known.titles[place], known.kinds[place].title != title.text {
      findings.error(
        .kindTitledTwice, ["kind": .text(known.kinds[place].key), "title": .text(known.kinds[place].title)],
        at: title.span, related: [.init(span: first, code: .firstNamedHere)])
    } else {
      known.kinds[place].title = title.text
      known.titles[place] = known.titles[place] ?? title.span
    }
  }
}
