// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics
import FenliuModel

/// The YAML files and word lists of a pack, read and with their keys checked, before anything in them is understood.
struct RuleFiles {
  /// rules.yaml.
  let main: MappingReader
  /// rules.yaml and what it includes, in the order of reading.
  private(set) var all: [MappingReader]
  /// Word list files that were included, with the names they give to their lists.
  private(set) var lists: [(name: String, file: FileID)] = []

  /// Reads rules.yaml of the pack and all it includes; nil, with a report, where rules.yaml cannot be read.
  init?(_ pack: PackReader) {
    let path = pack.pack + "/rules.yaml"
    guard pack.exists(path) else {
      pack.findings.error(.noRulesFile, at: nil)
      return nil
    }
    guard let node = pack.tree(path, namedAt: nil), let main = MappingReader(node, .rulesFile, pack.findings) else {
      return nil
    }
    self.main = main
    all = [main]
    Self.checkVersion(main, pack.findings)
    var seen: Set<String> = [path]
    for reference in main.texts("include") ?? [] {
      for included in pack.paths(fitting: reference) {
        if included == path { pack.findings.error(.includeCircle, at: reference.span) }
        guard seen.insert(included).inserted else { continue }
        include(included, reference, pack)
      }
    }
  }

  private mutating func include(_ path: String, _ reference: YAMLScalar, _ pack: PackReader) {
    if path.hasSuffix(".yaml") || path.hasSuffix(".yml") {
      guard let node = pack.tree(path, namedAt: reference.span) else { return }
      let kept = Self.withoutForeignKeys(node, pack.findings)
      guard let reader = MappingReader(kept, .includedFile, pack.findings) else { return }
      Self.checkVersion(reader, pack.findings)
      all.append(reader)
    } else if path.hasSuffix(".txt") || path.hasSuffix(".tsv") || path.hasSuffix(".csv") {
      guard let file = pack.read(path, namedAt: reference.span) else { return }
      lists.append((LibraryPath.stem(of: path), file))
    } else {
      pack.findings.error(.badFileKind, at: reference.span)
    }
  }

  /// Keys that only rules.yaml has are named as such, not as unknown.
  private static func withoutForeignKeys(_ node: YAMLNode, _ findings: Findings) -> YAMLNode {
    guard let entries = node.mapping else { return node }
    let (foreign, own) = entries.reduce(into: ([YAMLEntry](), [YAMLEntry]())) { parts, entry in
      let isForeign = SchemaKeys.rulesFile.all.contains(entry.key) && !SchemaKeys.includedFile.all.contains(entry.key)
      if isForeign { parts.0.append(entry) } else { parts.1.append(entry) }
    }
    for entry in foreign { findings.error(.onlyInRulesFile, ["key": .text(entry.key)], at: entry.keySpan) }
    return YAMLNode(.mapping(own), span: node.span, isFlow: node.isFlow)
  }

  static func checkVersion(_ reader: MappingReader, _ findings: Findings) {
    guard let version = reader.text("fenliu"), version.text != "1" else { return }
    findings.error(.badVersion, ["value": .text(version.text)], at: version.span)
  }
}
