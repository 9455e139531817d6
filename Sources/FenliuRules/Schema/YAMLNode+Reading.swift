// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics

extension YAMLNode {
  /// The text; nil, with a report, where it is not text or empty.
  public func text(_ findings: Findings) -> YAMLScalar? {
    guard let scalar, !isEmpty else {
      findings.wrongKind("text", self)
      return nil
    }
    return scalar
  }

  /// The items; nil, with a report, where it is not a list.
  public func items(_ findings: Findings) -> [YAMLNode]? {
    guard let sequence else {
      findings.wrongKind("list", self)
      return nil
    }
    return sequence
  }

  /// The entries of a mapping whose keys are the author's own; nil, with a report, where it is not a mapping.
  public func entries(_ findings: Findings) -> [YAMLEntry]? {
    guard let mapping else {
      findings.wrongKind("mapping", self)
      return nil
    }
    return mapping.compactMap { entry in
      entry.key.contains("：") || entry.key.hasPrefix("“") ? FullWidth.mend(key: entry, findings) : entry
    }
  }

  /// The term for what it is.
  var kind: String {
    switch content {
    case .scalar: isEmpty ? "nothing" : "text"
    case .sequence: "list"
    case .mapping: "mapping"
    }
  }
}

extension YAMLScalar {
  /// The decimal number it writes; nil, with a report, where it writes none.
  public func number(_ findings: Findings) -> Double? {
    let allowed = text.utf8.allSatisfy { byte in
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
    }
    guard allowed, let number = Double(text) else {
      findings.error(.badNumber, ["value": .text(text)], at: span)
      return nil
    }
    return number
  }
}

extension Findings {
  /// Reports a value that is not of the kind that was expected, by terms of the catalogues.
  public func wrongKind(_ expected: String, _ node: YAMLNode) {
    // A block can be long; its first line is enough to show what is meant.
    var span = node.span
    if !node.isFlow, node.scalar == nil { span = node.firstPart }
    error(.wrongKind, ["expected": .term(expected), "found": .term(node.kind)], at: span)
  }
}

extension YAMLNode {
  /// The first key or item.
  var firstPart: SourceSpan {
    switch content {
    case .scalar: span
    case .sequence(let items): items.first?.firstPart ?? span
    case .mapping(let entries): entries.first?.keySpan ?? span
    }
  }
}
