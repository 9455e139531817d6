// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics
import FenliuEvasion

/// Reads `evasion`: the tricks by which words are found in disguise.
struct EvasionReader {
  let findings: Findings

  /// The tricks of a mapping; nil where it has no such key. An empty list switches off what the file says.
  func tricks(_ reader: MappingReader) -> Tricks? {
    guard let texts = reader.texts("evasion") else { return nil }
    var tricks: Tricks = []
    for scalar in texts {
      if let trick = Trick.allCases.first(where: { $0.key == scalar.text }) {
        tricks.insert(Tricks(trick))
      } else {
        findings.unknownValue(scalar, of: "evasion", among: Trick.allCases.map(\.key))
      }
    }
    return tricks
  }
}
