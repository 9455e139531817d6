// SPDX-License-Identifier: Apache-2.0

/// Where a row of CSV ends, and where its cells lie: RFC 4180, and what spreadsheets make of it.
///
/// A quote opens a cell at its very start only; elsewhere it is a character like others. A row whose quotes do not
/// come out even is broken: it ends with its first line, and the next line is a row again. So one stray quote costs one
/// line, never the rest of the file. That a quote is never closed shows only at the end of the input or after `limit` bytes.
///
/// Going back costs little: a search from an opening quote passes over a later line only if that line's own cells close what
/// they open, and from such a line no second search goes far. So the whole stays linear in the input.
enum CSVRow {
  /// How a search for the end of a row ended.
  enum End: Hashable {
    /// A row: where its cells end, and where the next row begins.
    case row(content: Int, next: Int)
    /// Quotes that do not come out even: the same for its first line.
    case broken(content: Int, next: Int)
    /// Longer than the limit; nobody knows yet where it ends.
    case tooLong
    /// More bytes are needed to tell.
    case needsMore
  }

  /// One cell.
  struct Place {
    /// The bytes of the value, without the quotes around it.
    var range: Range<Int>
    /// Whether doubled quotes stand among them.
    var hasDoubledQuotes: Bool
  }

  private static let quote = UInt8(ascii: "\"")
  private static let newline = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  /// Finds the end of the row that begins at `start`, giving each cell to `cell` with its number.
  ///
  /// `isFinal` says that nothing follows `end`. Cells given before a row turns out broken are void.
  @inline(__always)
  static func scan(
    _ bytes: Span<UInt8>, from start: Int, before end: Int, isFinal: Bool, delimiter: UInt8, limit: Int,
    cell: (Int, Place) -> Void
  ) -> End {
    let bound = min(end, start + limit)
    // What is beyond the bound counts as not there; only an input that ends before it can end a row without a line end.
    let endsHere = isFinal && bound == end
    var place = start
    var number = 0
    while true {
      if place < bound, bytes[place] == quote {
        var (close, hasDoubledQuotes) = (place + 1, false)
        while true {
          close = ByteSearch.first(of: quote, bytes, from: close, before: bound)
          guard close + 1 < bound, bytes[close + 1] == quote else { break }
          hasDoubledQuotes = true
          close += 2
        }
        let after = close + 1
        if after > bound || after == bound && !endsHere {
          return bound < end || isFinal ? broken(bytes, from: start, before: end, isFinal: isFinal, bound) : .needsMore
        }
        cell(number, Place(range: place + 1..<close, hasDoubledQuotes: hasDoubledQuotes))
        if after == bound { return .row(content: bound, next: bound) }
        switch bytes[after] {
        case delimiter: place = after + 1
        case newline: return .row(content: after, next: after + 1)
        case carriageReturn where after + 1 < bound && bytes[after + 1] == newline:
          return .row(content: after, next: after + 2)
        case carriageReturn where after + 1 == bound && endsHere: return .row(content: after, next: bound)
        case carriageReturn where after + 1 == bound && bound == end: return .needsMore
        default: return broken(bytes, from: start, before: end, isFinal: isFinal, bound)
        }
      } else {
        let stop = ByteSearch.first(of: delimiter, or: newline, bytes, from: place, before: bound)
        if stop == bound, !endsHere { return bound < end ? .tooLong : .needsMore }
        if stop < bound, bytes[stop] == delimiter {
          cell(number, Place(range: place..<stop, hasDoubledQuotes: false))
          place = stop + 1
        } else {
          let content = stop > place && bytes[stop - 1] == carriageReturn ? stop - 1 : stop
          cell(number, Place(range: place..<content, hasDoubledQuotes: false))
          return .row(content: content, next: min(stop + 1, bound))
        }
      }
      number += 1
    }
  }

  /// The first line of a row whose quotes do not come out even.
  private static func broken(
    _ bytes: Span<UInt8>, from start: Int, before end: Int, isFinal: Bool, _ bound: Int
  ) -> End {
    let stop = ByteSearch.first(of: newline, bytes, from: start, before: bound)
    if stop == bound {
      if bound < end { return .tooLong }
      return isFinal ? .broken(content: end, next: end) : .needsMore
    }
    let content = stop > start && bytes[stop - 1] == carriageReturn ? stop - 1 : stop
    return .broken(content: content, next: stop + 1)
  }
}
