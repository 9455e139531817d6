// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics
import FenliuExpression
import FenliuFolding
import FenliuModel

/// Makes the rule set of a pack's files.
struct RuleSetReader {
  private let pack: PackReader
  private var findings: Findings { pack.findings }

  init(_ pack: PackReader) { self.pack = pack }

  /// The rules as far as they could be read; nil where rules.yaml could not be. Whether they may be used, the findings say.
  func read() -> (rules: RuleSet, places: RulePlaces)? {
    guard let files = RuleFiles(pack) else { return nil }
    let names = Declarations(files, pack)
    var places = names.places
    var set = RuleSet(title: files.main.text("title")?.text ?? "")
    set.owner = files.main.text("owner")?.text
    set.language =
      files.main.choice("lang", among: [("zh", Language.chinese), ("en", Language.english)]) ?? .chinese
    set.scripts = scripts(files.main) ?? set.scripts
    set.categories = names.categories
    set.topics = names.topics
    set.lists = names.lists
    set.allow = names.allow
    let negators = files.main.value("negators").flatMap { WordReader(pack: pack).words($0) } ?? []
    set.negators = negators.map(\.written)
    places.negators = negators.compactMap(\.span)
    set.collective = CollectiveReader(pack: pack, names: names).read(files.all)
    set.weights = weights(files.main, &places)
    set.rules = rules(files, names, &places)
    (set.kinds, set.kindLines) = KindReader(pack: pack, names: names).read(files.all)
    set.levels = levels(files.main, names, &places)
    set.files = pack.sources.all.map(\.path)
    return (set, places)
  }

  // MARK: rules

  private func rules(_ files: RuleFiles, _ names: Declarations, _ places: inout RulePlaces) -> [Rule] {
    let reader = RuleReader(pack: pack, names: names)
    var table = NameTable("rule")
    var drafts: [RuleDraft] = []
    // Ids of rules in error too, so that naming one in `replaces` is no second mistake.
    var known: Set<String> = []
    var count = 0
    for (file, evasion) in zip(files.all, names.evasions) {
      for node in file.value("rules")?.items(findings) ?? [] {
        count += 1
        let id = node.mapping?.first { $0.key == "id" }?.value.scalar
        let isNew = id.map { !$0.text.isEmpty && table.insert($0.text, at: $0.span, findings) } ?? true
        if let id { known.insert(id.text) }
        if let draft = reader.read(node, evasion: evasion), isNew { drafts.append(draft) }
      }
    }
    if count == 0, !files.main.has("rules"), !findings.all.containsError {
      findings.error(
        .missingKey, ["owner": .term("rules-file"), "key": .text("rules")],
        at: SourceSpan(file: files.main.node.span.file, range: files.main.node.firstPart.range))
    }
    places.rules = drafts.map(\.places)
    return ReplacementReader(findings: findings).resolve(drafts, known: known)
  }

  // MARK: what only rules.yaml has

  private func levels(
    _ reader: MappingReader, _ names: Declarations, _ places: inout RulePlaces
  ) -> [RuleSet.LevelLine] {
    guard let node = reader.value("levels"), let entries = node.entries(findings) else { return [] }
    if entries.isEmpty { findings.error(.emptyList, at: node.span) }
    var lines: [RuleSet.LevelLine] = []
    for entry in entries {
      guard let level = Declarations.level(entry.keyScalar, findings) else { continue }
      if level == .none {
        findings.error(.levelNone, at: entry.keySpan)
      } else if let last = lines.last, level >= last.level {
        findings.error(.levelsNotFalling, ["name": .text(entry.key)], at: entry.keySpan)
      }
      guard let scalar = entry.value.text(findings),
        let condition = findings.expression(
          scalar,
          { text throws(ExpressionProblem) in try ExpressionParser.condition(text, names.vocabulary(.levels)) })
      else { continue }
      places.levels.append(scalar.span)
      lines.append(.init(level: level, condition: condition, written: scalar.text, span: scalar.span))
    }
    return lines
  }

  private func weights(_ reader: MappingReader, _ places: inout RulePlaces) -> RuleSet.Weights {
    var weights = RuleSet.Weights()
    guard let node = reader.value("weights"), let part = MappingReader(node, .weights, findings) else {
      return weights
    }
    for key in ["title", "opening"] {
      guard let scalar = part.text(key), let number = scalar.number(findings) else { continue }
      guard number > 0 else {
        findings.error(.numberNotPositive, ["value": .text(scalar.text)], at: scalar.span)
        continue
      }
      places.weights[key] = scalar.span
      if key == "title" { weights.title = Points(number) } else { weights.opening = Points(number) }
    }
    return weights
  }

  private func scripts(_ reader: MappingReader) -> [String]? {
    reader.texts("languages")?.compactMap { scalar in
      if Script.declarable.contains(where: { $0.name == scalar.text }) { return scalar.text }
      findings.unknownValue(scalar, of: "languages", among: Script.declarable.map(\.name))
      return nil
    }
  }
}

extension YAMLEntry {
  /// The key as a text with its place.
  var keyScalar: YAMLScalar {
    YAMLScalar(text: key, style: .plain, span: keySpan, start: keySpan.range.lowerBound)
  }
}
