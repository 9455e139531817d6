// SPDX-License-Identifier: Apache-2.0
import FenliuFolding
import FenliuModel
import FenliuNormalization
import FenliuTestSupport
import Testing

@Suite struct NormalizerTests {
  private let normalizer = Normalizer()

  @Test("a field is normalized as its case says, and a normal one is not changed")
  func cases() throws {
    for row in try CaseTable("normalization/folding.tsv").rows {
      let name = try #require(row["case"])
      let original = row["original"] ?? ""
      let text = normalizer.normalized(original)
      #expect(String(decoding: text.bytes, as: UTF8.self) == row["normalized"], "\(name)")
      #expect(text.originalBytes == Array(original.utf8), "\(name)")
      #expect(text.isUnchanged == (original == row["normalized"]), "\(name)")
    }
  }

  @Test("a range of normalized text leads to the original text that its case names")
  func origins() throws {
    for row in try CaseTable("normalization/origins.tsv").rows {
      let name = try #require(row["case"])
      let text = normalizer.normalized(row["original"] ?? "")
      let word = Array((row["word"] ?? "").utf8)
      let start = try #require(text.bytes.indices.first { text.bytes[$0...].starts(with: word) }, "\(name)")
      // Compared by scalars, since characters would hide what vanishes.
      let found = text.originalText(of: start..<start + word.count)
      #expect(Array(found.unicodeScalars) == Array((row["from"] ?? "").unicodeScalars), "\(name)")
    }
  }

  @Test("a range takes no vanished character along, neither before nor behind")
  func vanished() {
    let text = normalizer.normalized("\u{FEFF}ＶＸ\u{200B}\u{200B}群主\u{200D}。")
    #expect(text.bytes == Array("vx群主。".utf8))
    #expect(text.originalRange(of: 0..<2) == 3..<9)
    #expect(text.originalRange(of: 1..<5) == 6..<18)
    #expect(text.originalRange(of: 2..<8) == 15..<21)
    #expect(text.originalScalarOffsets(of: 2..<8) == 5..<7)
    #expect(text.originalRange(of: 8..<11) == 24..<27)
    #expect(text.originalRange(of: 2..<2).isEmpty)
  }

  @Test("every range of scalars has the one original range that its scalars came from", arguments: Seeds.standard)
  func oneOrigin(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var text = NormalizedText()
    for _ in 0..<40 {
      let original = Sample.text(of: 0...60, using: &random)
      normalizer.normalize(original, into: &text)
      let pieces = Piece.all(of: original)
      #expect(text.bytes == pieces.flatMap { Array($0.scalar.utf8) })
      #expect(text.originalBytes == Array(original.utf8))
      for (place, first) in pieces.enumerated() {
        for last in pieces[place...] {
          let range = first.normalized.lowerBound..<last.normalized.upperBound
          let origin = first.original.lowerBound..<last.original.upperBound
          let counted = first.number..<last.number + 1
          if text.originalRange(of: range) != origin || text.originalScalarOffsets(of: range) != counted {
            Issue.record("\(range) of \(original.debugDescription) is \(text.originalRange(of: range)), not \(origin)")
            return
          }
        }
      }
    }
  }

  @Test(
    "the map gives a range within the original for every range of bytes, and never goes back", arguments: Seeds.standard
  )
  func monotonic(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<40 {
      let text = normalizer.normalized(Sample.text(of: 0...40, using: &random))
      var before = 0..<0
      for offset in 0...text.bytes.count {
        let point = text.originalRange(of: offset..<offset)
        let whole = text.originalRange(of: 0..<offset)
        #expect(point.isEmpty)
        #expect(point.lowerBound >= before.lowerBound && whole.upperBound >= before.upperBound)
        #expect(whole.upperBound <= text.originalBytes.count && point.upperBound <= text.originalBytes.count)
        before = point.lowerBound..<max(whole.upperBound, point.lowerBound)
      }
    }
  }

  @Test("scalars of long texts are counted from the beginning", arguments: Seeds.standard.prefix(4))
  func longTexts(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let original = Sample.text(of: 8_000...12_000, using: &random)
    let text = normalizer.normalized(original)
    for piece in Piece.all(of: original) where piece.number % 97 == 0 {
      #expect(text.originalScalarOffsets(of: piece.normalized) == piece.number..<piece.number + 1)
    }
  }

  @Test("normalizing twice changes nothing", arguments: Seeds.standard)
  func idempotent(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<100 {
      let once = normalizer.normalized(Sample.text(of: 0...80, using: &random))
      let twice = normalizer.normalized(String(decoding: once.bytes, as: UTF8.self))
      #expect(twice.isUnchanged)
      #expect(twice.bytes == once.bytes)
    }
  }

  @Test("a buffer that was used before gives what a new one gives", arguments: Seeds.standard)
  func reuse(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var used = NormalizedText()
    for round in 0..<30 {
      let original = Sample.text(of: round % 5 == 0 ? 3_000...5_000 : 0...30, using: &random)
      normalizer.normalize(original, into: &used)
      let new = normalizer.normalized(original)
      let all = 0..<new.bytes.count
      #expect(used.bytes == new.bytes)
      #expect(used.originalBytes == new.originalBytes)
      #expect(used.originalScalarOffsets(of: all) == new.originalScalarOffsets(of: all))
    }
    used.removeAll()
    #expect(used.bytes.isEmpty && used.originalBytes.isEmpty && used.isUnchanged)
  }

  @Test("words fold alone as they do inside a text", arguments: Seeds.standard)
  func words(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let words = (0..<Sample.words).map { _ in Sample.text(of: 1...6, using: &random) }
    let text = normalizer.normalized(words.joined(separator: "\n"))
    let lines = text.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    #expect(lines.count == words.count)
    let wrong = zip(lines, words).filter { !$0.elementsEqual(Folding.fold($1).utf8) }
    #expect(wrong.isEmpty, "\(wrong)")
  }
}

/// A scalar of normalized text with where it came from, found the slow way.
private struct Piece {
  var scalar: Unicode.Scalar
  var normalized: Range<Int>
  var original: Range<Int>
  /// The place among the original's scalars.
  var number: Int

  static func all(of text: String) -> [Piece] {
    var pieces: [Piece] = []
    var original = 0
    var normalized = 0
    for (number, scalar) in text.unicodeScalars.enumerated() {
      let width = UTF8.width(scalar)
      if let folded = Folding.fold(scalar) {
        let end = normalized + UTF8.width(folded)
        pieces.append(
          Piece(scalar: folded, normalized: normalized..<end, original: original..<original + width, number: number))
        normalized = end
      }
      original += width
    }
    return pieces
  }
}

/// Random texts that have something of every step.
private enum Sample {
  /// How many words a seed tries: over all seeds a million, and in debug builds enough for a look.
  #if DEBUG
    static let words = 2_000
  #else
    static let words = 62_500
  #endif

  private static let kinds: [ClosedRange<UInt32>] = [
    0x20...0x7E, 0x4E00...0x9FFF, 0x4E00...0x9FFF, 0xFF01...0xFF5E, 0x200B...0x200F, 0xFE00...0xFE0F, 0xC0...0x24F,
    0x2460...0x24FF, 0x1D400...0x1D7FF, 0xF900...0xFAD9, 0x3000...0x30FF, 0x20000...0x2A6DF, 0x1F300...0x1F64F,
    0x2C60...0x2C7F, 0x370...0x4FF,
  ]

  static func text(of count: ClosedRange<Int>, using random: inout SplitMix64) -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: count, using: &random) {
      guard let kind = kinds.randomElement(using: &random) else { continue }
      text.append(Unicode.Scalar(UInt32.random(in: kind, using: &random)) ?? "工")
    }
    return String(text)
  }
}
