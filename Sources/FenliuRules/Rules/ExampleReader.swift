// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics
import FenliuModel

/// Reads a rule's examples.
struct ExampleReader {
  let findings: Findings

  /// The examples in the order of their kinds and places.
  func examples(_ reader: MappingReader) -> [Example] {
    guard let node = reader.value("examples"), let part = MappingReader(node, .examples, findings) else { return [] }
    var examples: [Example] = []
    for kind in Example.Kind.allCases {
      for scalar in part.texts(kind.rawValue) ?? [] {
        if let first = examples.first(where: { $0.text == scalar.text }) {
          findings.error(
            .exampleTwice, ["first": .text(first.kind.rawValue), "second": .text(kind.rawValue)], at: scalar.span,
            related: [.init(span: first.span, code: .firstNamedHere)])
          continue
        }
        examples.append(Example(kind: kind, text: scalar.text, span: scalar.span))
      }
    }
    return examples
  }
}
