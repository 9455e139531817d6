// SPDX-License-Identifier: Apache-2.0
import FenliuFolding
import FenliuModel
import FenliuNormalization

/// Normalization and its map, against docs/normalization.md read literally: every scalar for itself, every range counted by hand.
final class NormalizationTarget: FuzzTarget {
  private let normalizer = Normalizer()
  private var used = NormalizedText()

  /// One scalar of the normalized text and the one it came from.
  private struct Piece {
    let scalar: Unicode.Scalar
    let normalized: Range<Int>
    let original: Range<Int>
    let number: Int
  }

  /// Where scalars are taken from: something of every step, of every length in UTF-8.
  private static let kinds: [ClosedRange<UInt32>] = [
    0x00...0x7F, 0x4E00...0x9FFF, 0xFF01...0xFF5E, 0x2000...0x206F, 0xFE00...0xFE0F, 0xC0...0x24F, 0x2460...0x24FF,
    0x1D400...0x1D7FF, 0xF900...0xFAD9, 0x3000...0x33FF, 0x20000...0x2A6DF, 0x1F100...0x1F64F, 0x2C60...0x2C7F,
    0x370...0x5FF, 0xE0000...0xE01EF, 0x1E00...0x1FFF,
  ]

  init() { checkTables() }

  func run(_ bytes: [UInt8]) {
    var source = ByteSource(bytes)
    var original: String
    if source.byte() & 1 == 0 {
      original = String(decoding: source.rest(), as: UTF8.self)
    } else {
      var scalars = String.UnicodeScalarView()
      while !source.isEmpty {
        let kind = source.pick(Self.kinds)
        let value = kind.lowerBound + UInt32(source.word()) % (kind.upperBound - kind.lowerBound + 1)
        scalars.append(Unicode.Scalar(value) ?? "工")
      }
      original = String(scalars)
    }
    original.makeContiguousUTF8()
    normalizer.normalize(original, into: &used)
    let (pieces, starts) = pieces(of: original)
    expectEqual(
      used.bytes, pieces.flatMap { Array(String($0.scalar).utf8) }, "the text of \(original.debugDescription)")
    expectEqual(used.originalBytes, Array(original.utf8), "the original of \(original.debugDescription)")
    if used.bytes == used.originalBytes { expect(used.isUnchanged, "\(original.debugDescription) is unchanged") }
    checkRanges(pieces, original)
    checkOffsets(starts)
    let twice = normalizer.normalized(String(decoding: used.bytes, as: UTF8.self))
    expect(twice.isUnchanged && twice.bytes == used.bytes, "\(original.debugDescription) changes again")
  }

  private func pieces(of text: String) -> ([Piece], scalarStarts: Set<Int>) {
    var pieces: [Piece] = []
    var starts: Set<Int> = []
    var (original, normalized) = (0, 0)
    for (number, scalar) in text.unicodeScalars.enumerated() {
      starts.insert(original)
      let width = UTF8.width(scalar)
      if let folded = Folding.fold(scalar) {
        let end = normalized + UTF8.width(folded)
        pieces.append(
          Piece(scalar: folded, normalized: normalized..<end, original: original..<original + width, number: number))
        normalized = end
      }
      original += width
    }
    starts.insert(original)
    return (pieces, starts)
  }

  /// From every scalar on: the range of it alone, and those that end near by and far off.
  private func checkRanges(_ pieces: [Piece], _ original: String) {
    for (place, first) in pieces.enumerated() {
      var last = place
      while last < pieces.count {
        let range = first.normalized.lowerBound..<pieces[last].normalized.upperBound
        let origin = first.original.lowerBound..<pieces[last].original.upperBound
        expectEqual(used.originalRange(of: range), origin, "\(range) of \(original.debugDescription)")
        expectEqual(
          used.originalScalarOffsets(of: range), first.number..<pieces[last].number + 1,
          "the count of \(range) of \(original.debugDescription)")
        last += 1 + (last - place) * 2
      }
    }
  }

  /// The map is total and never goes back, wherever it is asked.
  private func checkOffsets(_ starts: Set<Int>) {
    var before = 0..<0
    for offset in 0...used.bytes.count {
      let point = used.originalRange(of: offset..<offset)
      let whole = used.originalRange(of: 0..<offset)
      expect(point.isEmpty && point.lowerBound >= before.lowerBound, "\(offset) goes back to \(point)")
      expect(
        whole.upperBound >= before.upperBound && whole.upperBound <= used.originalBytes.count, "\(offset): \(whole)")
      before = point.lowerBound..<max(whole.upperBound, point.lowerBound)
    }
  }

  /// What the page says of whole ranges of characters, of every scalar there is.
  private func checkTables() {
    let marks = Set("，。！？；：（）…".unicodeScalars)
    for value in (0...0x10_FFFF as ClosedRange<UInt32>) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let folded = Folding.fold(scalar)
      if let folded { expectEqual(Folding.fold(folded), folded, "what \(scalar) becomes") }
      let isASCII = value < 0x80
      if isASCII {
        let small = UInt8(ascii: "A")...UInt8(ascii: "Z") ~= UInt8(value) ? value + 32 : value
        expectEqual(folded?.value, small, "ASCII \(value)")
      } else if 0xFF01...0xFF5E ~= value, !marks.contains(scalar) {
        expectEqual(folded, Folding.fold(Unicode.Scalar(value - 0xFEE0) ?? "?"), "full width \(value)")
      } else if value == 0x3000 {
        expectEqual(folded, " ", "the ideographic space")
      } else if marks.contains(scalar) || scalar.properties.isWhitespace || value == 0xE9 {
        expectEqual(folded, scalar, "what stays")
      }
      if folded == nil {
        let category = scalar.properties.generalCategory
        expect(
          category == .format || scalar.properties.isVariationSelector || value == 0x34F || value == 0xAD,
          "\(String(value, radix: 16)) vanishes")
      }
    }
  }
}
