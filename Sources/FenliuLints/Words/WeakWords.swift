// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics
import FenliuFolding
import FenliuModel

/// Words that say too little to make a rule hit by themselves, and lines of word lists that hold several words.
///
/// Only words that are enough by themselves are looked at: beside other lines even one character may be right.
struct WeakWords {
  private static let separators: [Character] = ["，", "、", "；", ",", ";", "|"]

  let pack: LintedPack

  func findings() -> [Diagnostic] {
    var found: [Diagnostic] = []
    var lists: Set<Int> = []
    for (rule, uses) in pack.uses.enumerated() where pack.rules.rules[rule].isAnyOnly {
      for use in uses where use.role == .any {
        found += use.line.words.compactMap(weakness)
        lists.formUnion(use.line.lists)
      }
    }
    for list in lists.sorted() { found += pack.rules.lists[list].words.compactMap(weakness) }
    for list in pack.rules.lists { found += list.words.compactMap(separated) }
    return found
  }

  private func weakness(_ word: Word) -> Diagnostic? {
    guard let span = word.span, word.parts.count == 1, word.parts[0].choices.count == 1 else { return nil }
    let text = Folding.fold(word.parts[0].choices[0])
    let scalars = text.unicodeScalars
    let facts: [String: Diagnostic.Fact] = ["word": .text(word.written)]
    if CommonWords.all.contains(text), !word.hasOpenEnd {
      return Diagnostic(.warning, .commonWord, facts: facts, at: span)
    }
    if scalars.count == 1, let only = scalars.first, !Folding.isWholeWordCharacter(only), Folding.isLetter(only) {
      return Diagnostic(.warning, .singleCharacterWord, facts: facts, at: span)
    }
    if scalars.count <= 2, scalars.allSatisfy({ Folding.script(of: $0) == .latin }) {
      return Diagnostic(.note, .shortLatinWord, facts: facts, at: span)
    }
    return nil
  }

  /// The blank of a line such as `停水 3`, which was probably meant as a word with its points.
  private static func blankBeforePoints(_ written: String) -> Character? {
    let parts = written.split(whereSeparator: \.isWhitespace)
    guard parts.count > 1, let last = parts.last, last.allSatisfy({ $0.isNumber || $0 == "." || $0 == "-" }),
      parts.dropLast().joined().unicodeScalars.contains(where: { Folding.script(of: $0) == .han })
    else { return nil }
    return written.last(where: \.isWhitespace)
  }

  /// A line of a list file that was probably meant as several words.
  private func separated(_ word: Word) -> Diagnostic? {
    guard let span = word.span, word.parts.count == 1, word.parts[0].choices.count == 1,
      let sign = word.written.first(where: Self.separators.contains) ?? Self.blankBeforePoints(word.written)
    else { return nil }
    let path = pack.sources[span.file].path
    guard !path.hasSuffix(".yaml"), !path.hasSuffix(".yml") else { return nil }
    var diagnostic = Diagnostic(
      .warning, .wordWithSeparator, facts: ["word": .text(word.written), "sign": .text(String(sign))], at: span)
    if sign.isWhitespace {
      let parts = word.written.split(whereSeparator: \.isWhitespace)
      let bare = parts.dropLast().joined(separator: " ")
      let mended = path.hasSuffix(".txt") ? bare : bare + (path.hasSuffix(".tsv") ? "\t" : ",") + (parts.last ?? "")
      diagnostic.fixIts = [.init(.didYouMean, span: span, replacement: mended)]
      return diagnostic
    }
    let words = word.written.split { Self.separators.contains($0) }.map {
      $0.split(separator: " ").joined(separator: " ")
    }
    if path.hasSuffix(".txt"), words.count > 1 {
      diagnostic.fixIts = [.init(.didYouMean, span: span, replacement: words.joined(separator: "\n"))]
    }
    return diagnostic
  }
}
