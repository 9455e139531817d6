// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics
import FenliuModel
import FenliuRules

/// Words with three dots or more between their parts: `拖欠...工资`, typed for the gap of `拖欠…工资`, which dots are not.
///
/// Dots at an end of a word are left alone, for no gap can be meant there.
struct DottedWords {
  private static let signs: [Character] = [".", "。", "．"]

  let pack: LintedPack

  func findings() -> [Diagnostic] {
    var found: [Diagnostic] = []
    for (rule, uses) in zip(pack.rules.rules, pack.uses) {
      for use in uses { found += use.line.words.compactMap(dotted) }
      found += rule.allow.compactMap(dotted)
    }
    for list in pack.rules.lists { found += (list.words + list.allow).compactMap(dotted) }
    for line in pack.rules.collective { found += line.words.compactMap(dotted) }
    return found + pack.rules.allow.compactMap(dotted)
  }

  private func dotted(_ word: Word) -> Diagnostic? {
    guard let span = word.span else { return nil }
    let text = word.written
    let inner = Self.runs(of: text).first { $0.lowerBound > text.startIndex && $0.upperBound < text.endIndex }
    guard let inner else { return nil }
    var diagnostic = Diagnostic(
      .warning, .dotsForGap, facts: ["word": .text(text), "dots": .text(String(text[inner]))], at: span)
    let raw = String(decoding: pack.sources[span.file].bytes[span.range], as: UTF8.self)
    // With quotes of YAML around it, the word stands in the file as it reads, or its dots may be no dots there.
    if raw.contains(text), let mended = Self.withGaps(text) {
      diagnostic.fixIts = [
        .init(.mend, span: span, replacement: raw.replacing(text, with: mended, maxReplacements: 1))
      ]
    }
    return diagnostic
  }

  /// The word with a gap for each run of dots; nil where that is no word, as with dots in a choice or at an end.
  static func withGaps(_ text: String) -> String? {
    var mended = text
    for run in runs(of: text).reversed() { mended.replaceSubrange(run, with: "…") }
    return Word.canRead(mended) ? mended : nil
  }

  /// Three dots or more of one kind in a row.
  private static func runs(of text: String) -> [Range<String.Index>] {
    var runs: [Range<String.Index>] = []
    var rest = text[...]
    while let first = rest.firstIndex(where: signs.contains) {
      let run = text[first...].prefix { $0 == text[first] }
      if run.count >= 3 { runs.append(run.startIndex..<run.endIndex) }
      rest = text[run.endIndex...]
    }
    return runs
  }
}
