// SPDX-License-Identifier: Apache-2.0

/// Finds the values of the columns in a row that is one JSON object.
///
/// The whole row is checked; of columns that are not on the allow-list nothing is kept. Repeated keys are refused at the top
/// of the row, where columns are; inside of values that nobody reads they do no harm.
struct JSONRowReader {
  private(set) var keys: KeyTable
  /// Strings whose escapes were undone, one after the other, until the next row.
  private(set) var scratch: [UInt8] = []

  init(names: ColumnNames) { keys = KeyTable(names: names) }

  /// Starts a chunk.
  mutating func beginChunk() { keys.beginChunk() }

  /// Notes that the row read last is a post.
  mutating func countRow() { keys.countRow() }

  /// Reads the row into `cells`, which are empty before.
  mutating func read(_ bytes: Span<UInt8>, _ row: Range<Int>, into cells: inout Cells) throws(RowProblem) {
    scratch.removeAll(keepingCapacity: true)
    keys.beginRow()
    var scanner = JSONScanner(row)
    scanner.skipSpace(bytes)
    try scanner.expect(UInt8(ascii: "{"), bytes)
    scanner.skipSpace(bytes)
    if scanner.peek(bytes) == UInt8(ascii: "}") {
      scanner.place += 1
    } else {
      while true {
        try pair(bytes, &scanner, into: &cells)
        scanner.skipSpace(bytes)
        if scanner.peek(bytes) == UInt8(ascii: "}") { break }
        try scanner.expect(UInt8(ascii: ","), bytes)
        scanner.skipSpace(bytes)
      }
      scanner.place += 1
    }
    scanner.skipSpace(bytes)
    guard scanner.place == row.upperBound else { throw RowProblem(.notJSON, at: scanner.place) }
  }

  /// Reads a key and its value.
  @inline(__always)
  private mutating func pair(
    _ bytes: Span<UInt8>, _ scanner: inout JSONScanner, into cells: inout Cells
  ) throws(RowProblem) {
    let start = scanner.place
    let key = try scanner.string(bytes)
    let meaning: ColumnNames.Meaning
    do {
      if key.hasEscapes {
        let undone = undoEscapes(bytes, key.range)
        let name = Array(scratch[undone])
        meaning = try keys.meaning(name.span, 0..<name.count)
      } else {
        meaning = try keys.meaning(bytes, key.range)
      }
    } catch {
      throw RowProblem(error.reason, at: start)
    }
    scanner.skipSpace(bytes)
    try scanner.expect(UInt8(ascii: ":"), bytes)
    scanner.skipSpace(bytes)
    guard case .column(let column) = meaning else { return try scanner.skipValue(bytes) }
    guard cells[column].home == .absent else { throw RowProblem(.duplicateKey, column: column, at: start) }
    try value(of: column, bytes, &scanner, into: &cells)
  }

  @inline(__always)
  private mutating func value(
    of column: Column, _ bytes: Span<UInt8>, _ scanner: inout JSONScanner, into cells: inout Cells
  ) throws(RowProblem) {
    let place = scanner.place
    switch scanner.peek(bytes) {
    case 0x22:
      let text = try scanner.string(bytes)
      if text.hasEscapes {
        let range = undoEscapes(bytes, text.range)
        cells[column] = Cell(home: .scratch, start: range.lowerBound, end: range.upperBound, place: place)
      } else {
        cells[column] = Cell(home: .row, start: text.range.lowerBound, end: text.range.upperBound, place: place)
      }
    case UInt8(ascii: "n"):
      try scanner.word(bytes)
      // An empty value takes the column's place, so that a second key for it is still noticed.
      cells[column] = Cell(home: .row, start: place, end: place, place: place)
    case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "t"), UInt8(ascii: "f"):
      // What is not even JSON is called so rather than of the wrong type.
      try scanner.skipValue(bytes)
      throw RowProblem(.wrongType, column: column, at: place)
    default:
      let range = try scanner.number(bytes)
      cells[column] = Cell(home: .row, start: range.lowerBound, end: range.upperBound, place: place)
    }
  }

  /// Appends a string that was scanned before to the scratch; where it lies there.
  private mutating func undoEscapes(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    let start = scratch.count
    // No escape stands for more bytes than it has.
    scratch.append(addingCapacity: range.count) { room in
      var walk = JSONScanner(range)
      while walk.place < walk.end {
        if bytes[walk.place] == 0x5C {
          Self.append(walk.knownEscape(bytes), to: &room)
        } else {
          let stop = ByteSearch.stringStop(bytes, from: walk.place, before: walk.end)
          Self.append(bytes.extracting(walk.place..<stop), to: &room)
          walk.place = stop
        }
      }
    }
    return start..<scratch.count
  }

  @inline(__always)
  private static func append(_ scalar: Unicode.Scalar, to room: inout OutputSpan<UInt8>) {
    let value = scalar.value
    if value < 0x80 {
      room.append(UInt8(truncatingIfNeeded: value))
    } else if value >= 0x800, value < 0x1_0000 {
      // Most escapes are Chinese characters, and some exports have nothing else.
      room.append(0xE0 | UInt8(truncatingIfNeeded: value >> 12))
      room.append(0x80 | UInt8(truncatingIfNeeded: value >> 6 & 0x3F))
      room.append(0x80 | UInt8(truncatingIfNeeded: value & 0x3F))
    } else {
      for byte in scalar.utf8 { room.append(byte) }
    }
  }

  private static func append(_ stretch: Span<UInt8>, to room: inout OutputSpan<UInt8>) {
    // SAFETY: the stretch is read before the call returns, and the room was made for all of the text that it is a part of.
    unsafe room.withUnsafeMutableBufferPointer { room, count in
      unsafe stretch.withUnsafeBufferPointer { stretch in
        let rest = unsafe UnsafeMutableBufferPointer(rebasing: room[count...])
        count += unsafe rest.initialize(fromContentsOf: stretch)
      }
    }
  }
}
