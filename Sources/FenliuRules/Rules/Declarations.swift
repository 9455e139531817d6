// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics
import FenliuEvasion
import FenliuExpression
import FenliuModel

/// The names that rules of a pack may use: categories, topics and word lists, of all its files.
struct Declarations {
  private(set) var categories = Category.builtIn
  private(set) var topics: [Topic] = []
  private(set) var lists: [WordList] = []
  private(set) var listIDs: [String: WordListID] = [:]
  private(set) var places = RulePlaces()
  /// What each file says of words in disguise, in the order of the files.
  private(set) var evasions: [Tricks] = []
  /// The pack's allow.
  private(set) var allow: [Word] = []

  private let pack: PackReader
  private var findings: Findings { pack.findings }
  private var categoryNames = NameTable("category")
  private var topicNames = NameTable("topic")
  private var listNames = NameTable("word-list")

  /// Reads the declarations of `files`.
  init(_ files: RuleFiles, _ pack: PackReader) {
    self.pack = pack
    for file in files.all {
      for entry in file.value("categories")?.entries(findings) ?? [] { readCategory(entry) }
      for entry in file.value("topics")?.entries(findings) ?? [] { readTopic(entry) }
    }
    for list in files.lists {
      let start = SourceSpan(file: list.file, range: 0..<0)
      let words = WordListFile(pack).words(of: list.file)
      add(WordList(name: list.name, words: words), at: start)
    }
    for file in files.all {
      evasions.append(EvasionReader(findings: findings).tricks(file) ?? [])
      for entry in file.value("words")?.entries(findings) ?? [] { readList(entry) }
      if let node = file.value("allow") { allow += WordReader(pack: pack).words(node) ?? [] }
    }
  }

  /// The category of a key or title; nil, with a report, where there is none.
  func category(_ scalar: YAMLScalar) -> CategoryID? {
    if let index = categories.firstIndex(where: { $0.key == scalar.text })
      ?? categories.firstIndex(where: { $0.title == scalar.text })
    {
      return CategoryID(index)
    }
    findings.unknown(
      .unknownCategory, ["name": .text(scalar.text)], name: scalar.text, at: scalar.span,
      among: categories.map(\.key) + categories.map(\.title))
    return nil
  }

  /// The topic of a path or title; nil, with a report, where there is none.
  func topic(_ scalar: YAMLScalar) -> TopicID? {
    if let index = topics.firstIndex(where: { $0.path == scalar.text })
      ?? topics.firstIndex(where: { $0.title == scalar.text })
    {
      return TopicID(index)
    }
    findings.unknown(
      .unknownTopic, ["name": .text(scalar.text)], name: scalar.text, at: scalar.span,
      among: topics.map(\.path) + topics.map(\.title))
    return nil
  }

  /// The names that an expression may use at a place.
  func vocabulary(_ place: Vocabulary.Place, patterns: [String] = []) -> Vocabulary {
    Vocabulary(
      place: place, patterns: patterns, categories: categories.map { .init(key: $0.key, title: $0.title) },
      topics: topics.map { .init(key: $0.path, title: $0.title) })
  }

  /// The level of a key or title; nil, with a report, where there is none.
  static func level(_ scalar: YAMLScalar, _ findings: Findings) -> Level? {
    if let level = Level(scalar.text) { return level }
    findings.unknown(
      .unknownLevel, ["name": .text(scalar.text)], name: scalar.text, at: scalar.span,
      among: Level.allCases.map(\.key) + Level.allCases.map { $0.title(in: .chinese) })
    return nil
  }

  // MARK: reading

  private mutating func readCategory(_ entry: YAMLEntry) {
    let known = Category.builtIn.firstIndex { $0.key == entry.key }
    let keys = known == nil ? SchemaKeys.category : .builtInCategory
    guard categoryNames.insert(entry.key, at: entry.keySpan, findings) else { return }
    let reader = MappingReader(entry.value, keys, findings)
    var category = known.map { Category.builtIn[$0] } ?? Category(key: entry.key, title: entry.key)
    if let title = reader?.text("title") { category.title = title.text }
    if let scalar = reader?.text("cap"), let cap = scalar.number(findings) {
      if known == CategoryID.danger.index {
        findings.error(.dangerCap, at: reader!.entry("cap")!.keySpan)
      } else if cap < 0 {
        findings.error(.numberTooSmall, ["value": .text(scalar.text), "least": .number(0)], at: scalar.span)
      } else {
        category.cap = Points(cap)
      }
    }
    if let scalar = reader?.text("floor"), let floor = Self.level(scalar, findings) {
      if known == CategoryID.danger.index, floor < .major {
        findings.error(.dangerFloor, at: scalar.span)
      } else {
        category.floor = floor
      }
    }
    places.categories[known ?? categories.count] = entry.keySpan
    if let known { categories[known] = category } else { categories.append(category) }
  }

  private mutating func readTopic(_ entry: YAMLEntry) {
    guard topicNames.insert(entry.key, at: entry.keySpan, findings) else { return }
    let title = entry.value.text(findings)
    places.topics.append(entry.keySpan)
    topics.append(Topic(path: entry.key, title: title?.text ?? entry.key))
  }

  private mutating func readList(_ entry: YAMLEntry) {
    var list = WordList(name: entry.key, words: [])
    let words = WordReader(pack: pack)
    if entry.value.sequence != nil {
      list.words = words.words(entry.value) ?? []
    } else if let reader = MappingReader(entry.value, .wordList, findings) {
      if let node = reader.value("words") { list.words = words.words(node) ?? [] }
      if let reference = reader.text("file"), let path = pack.path(of: reference),
        let file = pack.read(path, namedAt: reference.span)
      {
        list.words += WordListFile(pack).words(of: file)
      }
      if let node = reader.value("allow") { list.allow = words.words(node) ?? [] }
      list.evasion = EvasionReader(findings: findings).tricks(reader)
      if !reader.has("words"), !reader.has("file") {
        findings.error(.missingKey, ["owner": .term("word-list"), "key": .text("words")], at: entry.keySpan)
      }
    }
    add(list, at: entry.keySpan)
  }

  private mutating func add(_ list: WordList, at span: SourceSpan) {
    guard listNames.insert(list.name, at: span, findings) else { return }
    listIDs[list.name] = WordListID(lists.count)
    places.lists.append(span)
    lists.append(list)
  }
}
