// SPDX-License-Identifier: Apache-2.0
import FenliuEncodings

/// What the beginning of a text says of the rest.
struct InputHead {
  /// Where the text is from.
  struct Place {
    /// The input as it was named to the program.
    let file: String
    /// The name of what is in it.
    let contentName: String
    /// The encoding that it was brought from.
    let encoding: TextEncoding
  }

  /// How its rows are written.
  let kind: RecordFormat.Kind
  /// How many bytes come before the first row: a byte order mark, a header and what stands above it.
  let length: Int
  /// Where the header begins, if rows stand above it that are not blank.
  let lateHeader: Int?
  /// The rows above the header that look like more than a title.
  let above: [Range<Int>]

  /// Understands the first bytes of a text; nil when more are needed.
  init?(_ bytes: Span<UInt8>, at place: Place, isAtEnd: Bool, options: RecordOptions) throws(InputFailure) {
    if !isAtEnd, bytes.count < 4 { return nil }
    let start = bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0
    switch Self.isJSON(bytes, from: start, place.contentName.lowercased()) {
    case true?:
      let end = min(bytes.count, Self.evidenceLength)
      let stop = ByteSearch.first(of: UInt8(ascii: "\n"), bytes, from: min(start, end), before: end)
      if stop == end, end < Self.evidenceLength, !isAtEnd { return nil }
      if Self.hasBareReturns(bytes, start..<stop) { throw .bareReturns(file: place.file) }
      (kind, length, lateHeader, above) = (.jsonLines, start, nil, [])
    case false?:
      let rest = bytes.extracting(droppingFirst: start)
      if let found = ForeignFormat(text: rest) { throw .otherFormat(file: place.file, found: found) }
      let finder = HeaderFinder(place: place, options: options)
      guard let header = try finder.header(bytes, from: start, isAtEnd: isAtEnd) else { return nil }
      (kind, length, lateHeader, above) = (.csv(header.layout), header.end, header.lateStart, header.above)
    case nil:
      // Nothing but white space so far: an empty input has no rows, whatever they would have looked like.
      guard isAtEnd else { return nil }
      (kind, length, lateHeader, above) = (.jsonLines, start, nil, [])
    }
  }

  /// How much of the first line of JSON is looked at: as much however the reads were cut.
  private static let evidenceLength = 65_536

  /// Whether the line is several objects with carriage returns between them.
  private static func hasBareReturns(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    guard
      let stop = ByteSearch.firstIndex(
        of: UInt8(ascii: "\r"), bytes, from: line.lowerBound, before: line.upperBound)
    else { return false }
    return stop > line.lowerBound && stop + 1 < line.upperBound && bytes[stop - 1] == UInt8(ascii: "}")
      && bytes[stop + 1] == UInt8(ascii: "{")
  }

  /// Whether lines of JSON follow; nil when nothing can be seen yet.
  private static func isJSON(_ bytes: Span<UInt8>, from start: Int, _ name: String) -> Bool? {
    if name.hasSuffix(".jsonl") || name.hasSuffix(".ndjson") { return true }
    var place = start
    while place < bytes.count, bytes[place].isASCIISpace { place += 1 }
    if place == bytes.count { return nil }
    if name.hasSuffix(".csv") || name.hasSuffix(".tsv") { return false }
    return bytes[place] == UInt8(ascii: "{")
  }
}
