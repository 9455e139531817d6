// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics
import FenliuMasking
import FenliuModel

/// Numbers of people in what a pack shows to everybody who reads it: examples, cases and words.
///
/// Of examples and words the bytes are read as they stand in their file; of a file of cases all of it, comments too. A
/// department's `contact` is there to be called.
struct PersonalNumberLint {
  let pack: LintedPack

  func findings() -> [Diagnostic] {
    var found: [Diagnostic] = []
    for rule in pack.rules.rules {
      for example in rule.examples { found += findings(at: example.span) }
    }
    for words in pack.rules.lists.map(\.words) + pack.rules.collective.map(\.words) {
      for word in words where Self.mayHold(word.written) { found += findings(at: word.span) }
    }
    for use in pack.uses.joined() {
      for word in use.line.words where Self.mayHold(word.written) { found += findings(at: word.span) }
    }
    for (place, file) in pack.sources.all.enumerated() where file.path.hasSuffix(".test.yaml") {
      found += findings(at: SourceSpan(file: FileID(index: place), range: 0..<file.bytes.count))
    }
    return found
  }

  /// Whether a word is worth looking into, without looking at each of its characters twice.
  private static func mayHold(_ text: String) -> Bool {
    text.utf8.count >= 6 && PersonalNumbers.mayTouch(text)
  }

  private func findings(at span: SourceSpan?) -> [Diagnostic] {
    guard let span else { return [] }
    return PersonalNumbers.found(in: pack.sources.text(of: span)).filter { !$0.isNobodys }.map { number in
      let start = span.range.lowerBound
      let place = SourceSpan(
        file: span.file, range: start + number.range.lowerBound..<start + number.range.upperBound)
      return Diagnostic(
        .warning, .personalNumber, facts: ["kind": .term(number.kind.rawValue)], at: place,
        fixIts: [.init(.didYouMean, span: place, replacement: number.example)])
    }
  }
}
