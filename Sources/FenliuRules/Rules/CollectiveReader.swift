// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics
import FenliuFolding
import FenliuModel

/// Reads `collective`: words that stand for many people, and how many.
struct CollectiveReader {
  let pack: PackReader
  let names: Declarations

  private var findings: Findings { pack.findings }

  /// A line with the places of what its numbers are given to.
  private struct Numbers {
    var tags: [String: Int] = [:]
    /// Where each tag was written.
    var places: [(tag: String, span: SourceSpan)] = []
    var people: Int?
  }

  /// The lines of all files in the order of reading. One in error is set aside.
  func read(_ files: [MappingReader]) -> [CollectiveLine] {
    var lines: [CollectiveLine] = []
    var known: [String: (people: Int, span: SourceSpan?)] = [:]
    for file in files {
      for node in file.value("collective")?.items(findings) ?? [] {
        guard let line = line(node) else { continue }
        report(line, &known)
        lines.append(line)
      }
    }
    return lines
  }

  private func line(_ node: YAMLNode) -> CollectiveLine? {
    let before = findings.errorCount
    guard let reader = MappingReader(node, .collectiveLine, findings) else { return nil }
    let list = reader.text("words").flatMap(list)
    let words = reader.value("any").flatMap { WordReader(pack: pack).words($0) }
    if !reader.has("words"), !reader.has("any") {
      findings.error(
        .missingKey, ["owner": .term("collective-line"), "key": .text("words")], at: node.firstPart)
    }
    guard let node = reader.value("people") else { return nil }
    let numbers = numbers(node, mayHaveTags: !reader.has("any"))
    guard findings.errorCount == before, let numbers else { return nil }
    if let list, !numbers.tags.isEmpty { check(numbers, names.lists[list.index]) }
    guard findings.errorCount == before else { return nil }
    return CollectiveLine(
      list: list, tags: numbers.tags, words: words ?? [], people: numbers.people ?? CollectiveLine.leastPeople,
      origin: WordReader(pack: pack).origin(reader.node.firstPart))
  }

  /// The list of `$NAME`.
  private func list(_ scalar: YAMLScalar) -> WordListID? {
    let isMarked = scalar.text.hasPrefix("$")
    let name = isMarked ? String(scalar.text.dropFirst()) : scalar.text
    if isMarked, let list = names.listIDs[name] { return list }
    // Without its sign it may be right otherwise.
    let near = names.listIDs[name] == nil ? closest(to: name, among: names.listIDs.keys.sorted()) : name
    findings.error(
      .unknownList, ["name": .text(scalar.text.hasPrefix("$") ? name : scalar.text)], at: scalar.span,
      fixIts: near.map { [.init(.didYouMean, span: scalar.span, replacement: "$" + $0)] } ?? [])
    return nil
  }

  /// One number, or one for each tag; words of the line's own have no tags.
  private func numbers(_ node: YAMLNode, mayHaveTags: Bool) -> Numbers? {
    if node.scalar != nil || !mayHaveTags {
      guard node.scalar != nil else {
        findings.wrongKind("number", node)
        return nil
      }
      return node.text(findings).flatMap(people).map { Numbers(people: $0) }
    }
    guard let entries = node.entries(findings) else { return nil }
    if entries.isEmpty { findings.error(.emptyList, at: node.span) }
    var numbers = Numbers()
    for entry in entries {
      numbers.places.append((entry.key, entry.keySpan))
      if let people = entry.value.text(findings).flatMap(people) { numbers.tags[entry.key] = people }
    }
    return numbers
  }

  private func people(_ scalar: YAMLScalar) -> Int? {
    guard scalar.text.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2D }), let number = Int(scalar.text)
    else {
      findings.error(.badNumber, ["value": .text(scalar.text)], at: scalar.span)
      return nil
    }
    guard number >= CollectiveLine.leastPeople else {
      findings.error(
        .numberTooSmall, ["value": .text(scalar.text), "least": .number(CollectiveLine.leastPeople)], at: scalar.span)
      return nil
    }
    return number
  }

  /// Compares the tags that have numbers with those of the list.
  private func check(_ numbers: Numbers, _ list: WordList) {
    let carried = Set(list.words.flatMap(\.tags))
    for (tag, span) in numbers.places where !carried.contains(tag) {
      findings.unknown(
        .unknownTag, ["name": .text(tag), "list": .text(list.name)], name: tag, at: span, among: carried.sorted())
    }
    // A tag that was misspelt is one mistake.
    let isComplete = numbers.places.allSatisfy { carried.contains($0.tag) }
    var told: Set<[String]> = []
    for word in list.words {
      let people = Set(word.tags.compactMap { numbers.tags[$0] }).sorted()
      if people.count > 1 {
        findings.error(
          .countedTwice,
          ["word": .text(word.written), "first": .number(people[0]), "second": .number(people[1])], at: word.span)
      } else if isComplete, people.isEmpty, word.tags.isEmpty || told.insert(word.tags).inserted {
        // Of words with the same tags, the first speaks for all.
        findings.warning(
          .uncountedWord, ["word": .text(word.written), "list": .text(list.name)], at: word.span)
      }
    }
  }

  /// Reports words that another line, or the same one, gives another number.
  private func report(_ line: CollectiveLine, _ known: inout [String: (people: Int, span: SourceSpan?)]) {
    for counted in line.counted(in: names.lists) {
      let (word, key) = (counted.word, Folding.fold(counted.word.written))
      guard let first = known[key] else {
        known[key] = (counted.people, word.span)
        continue
      }
      if first.people != counted.people {
        findings.error(
          .countedTwice,
          ["word": .text(word.written), "first": .number(first.people), "second": .number(counted.people)],
          at: word.span,
          related: first.span.map { [.init(span: $0, code: .firstNamedHere)] } ?? [])
      }
    }
  }
}
