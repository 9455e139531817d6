// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics

/// Takes values out of a mapping by the schema of its owner, and reports what does not fit.
///
/// Making one reports unknown keys, keys that are not available yet, and compulsory keys that are missing. Each `read`
/// reports a value of the wrong kind and answers nil for it, so that a mistake gives one message. What a reader answers
/// nil for was either absent or reported; `has` tells which.
///
/// ```swift
/// guard let reader = MappingReader(node, .route, findings) else { return nil }
/// guard let name = reader.text("name"), let lead = reader.text("lead") else { return nil }
/// let sealed = reader.flag("sealed") ?? false
/// ```
public struct MappingReader {
  /// The mapping that is read.
  public let node: YAMLNode
  /// Whether all compulsory keys are there.
  public let isComplete: Bool
  private let entries: [YAMLEntry]
  private let keys: SchemaKeys
  private let findings: Findings

  /// A reader for `node`; nil, with a report, where that is not a mapping.
  public init?(_ node: YAMLNode, _ keys: SchemaKeys, _ findings: Findings) {
    guard let entries = node.mapping else {
      if let scalar = node.scalar, FullWidth.report(keysIn: scalar, keys.all, findings) { return nil }
      findings.wrongKind("mapping", node)
      return nil
    }
    self.node = node
    self.keys = keys
    self.findings = findings
    var known: [YAMLEntry] = []
    for entry in entries {
      let isKnown = keys.all.contains(entry.key)
      guard let mended = isKnown ? entry : Self.reportUnknown(entry, keys, findings) else { continue }
      known += node.isFlow ? FullWidth.split(mended, at: keys.all, findings) : [mended]
    }
    var isComplete = true
    for key in keys.required where !known.contains(where: { $0.key == key }) {
      isComplete = false
      findings.error(
        .missingKey, ["owner": .term(keys.owner), "key": .text(key)], at: Self.head(of: node, entries))
    }
    self.entries = known
    self.isComplete = isComplete
  }

  /// Whether the key stands there, with a good value or a bad one.
  public func has(_ key: String) -> Bool { entry(key) != nil }

  /// Where each key that stands there was written.
  var keySpans: [String: SourceSpan] {
    Dictionary(entries.map { ($0.key, $0.keySpan) }, uniquingKeysWith: { first, _ in first })
  }

  /// The entry of `key`, whatever its value is. A reader may ask only for keys of its table.
  public func entry(_ key: String) -> YAMLEntry? {
    precondition(keys.all.contains(key), "the table of \(keys.name) has no key '\(key)'")
    findings.noteAsked(key, of: keys)
    return entries.first { $0.key == key }
  }

  /// The value of `key`; nil where the key is absent or, with a report, empty.
  public func value(_ key: String) -> YAMLNode? {
    guard let entry = entry(key) else { return nil }
    guard !entry.value.isEmpty else {
      findings.error(.emptyValue, ["key": .text(key)], at: entry.keySpan)
      return nil
    }
    return entry.value
  }

  /// The text of `key`.
  public func text(_ key: String) -> YAMLScalar? { value(key).flatMap { $0.text(findings) } }

  /// The texts of `key`: a list, or one text alone.
  public func texts(_ key: String) -> [YAMLScalar]? {
    guard let node = value(key) else { return nil }
    if let scalar = node.scalar { return [scalar] }
    return node.items(findings)?.compactMap { $0.text(findings) }
  }

  /// The value of `key`, which is `true` or `false`.
  public func flag(_ key: String) -> Bool? {
    guard let scalar = text(key) else { return nil }
    switch scalar.text {
    case "true": return true
    case "false": return false
    default:
      let meant = ["yes": "true", "no": "false", "是": "true", "否": "false", "on": "true", "off": "false"]
      findings.error(
        .unknownValue,
        ["value": .text(scalar.text), "key": .text(key), "values": .list(["true", "false"])], at: scalar.span,
        fixIts: meant[scalar.text.lowercased()].map { [.init(.didYouMean, span: scalar.span, replacement: $0)] } ?? [])
      return nil
    }
  }

  /// The whole number of `key`.
  public func integer(_ key: String) -> Int? {
    guard let scalar = text(key) else { return nil }
    guard let number = Int(scalar.text) else {
      findings.error(.badNumber, ["value": .text(scalar.text)], at: scalar.span)
      return nil
    }
    return number
  }

  /// The decimal number of `key`.
  public func number(_ key: String) -> Double? {
    text(key).flatMap { $0.number(findings) }
  }

  /// The value of `key`, which is one of `values` by its key or its title.
  public func choice<Value>(_ key: String, among values: [(name: String, value: Value)]) -> Value? {
    guard let scalar = text(key) else { return nil }
    if let found = values.first(where: { $0.name == scalar.text }) { return found.value }
    findings.unknownValue(scalar, of: key, among: values.map(\.name))
    return nil
  }

  // A key with full-width signs is read as what was meant, so that its value is checked too.
  private static func reportUnknown(_ entry: YAMLEntry, _ keys: SchemaKeys, _ findings: Findings) -> YAMLEntry? {
    if let refused = keys.refused, refused.keys.contains(entry.key) {
      findings.error(refused.code, ["key": .text(entry.key)], at: entry.keySpan)
      return nil
    }
    if let mended = FullWidth.mend(key: entry, findings) {
      return keys.all.contains(mended.key) ? mended : nil
    }
    findings.unknown(
      .unknownKey, ["owner": .term(keys.owner), "key": .text(entry.key)], name: entry.key, at: entry.keySpan,
      among: keys.all)
    return nil
  }

  /// The first key, or the mapping where it has none: enough to show which mapping is meant.
  private static func head(of node: YAMLNode, _ entries: [YAMLEntry]) -> SourceSpan {
    guard let first = entries.first else { return node.span }
    guard let value = first.value.scalar, !first.value.isEmpty else { return first.keySpan }
    return SourceSpan(
      file: node.span.file,
      range: first.keySpan.range
        .lowerBound..<max(
          first.keySpan.range.upperBound, value.span.range.upperBound))
  }
}
