// SPDX-License-Identifier: Apache-2.0
import FenliuModel
import FenliuRecords

/// Tables against a plain reading of RFC 4180 with the mends that docs/batch.md names: a quote opens a cell at its very start only,
/// and a row whose quotes do not come out even is its first line. Wherever chunks are cut, the records are the same.
final class CSVTarget: FuzzTarget {
  private let reading = RecordReading()

  private static let pieces: [[UInt8]] =
    [
      ",", "\"", "\"\"", "\n", "\r\n", "\r", "a", "好", " ", "\"a,b\"", "\"a\nb\"", "\",\"", "\"\n\"", "\n\"", "\"\n",
      ",,", "id",
      "text", "内容", ";", "\t", "\u{3000}", "\u{A0}", "=1", "\"\"\"", "x,y,z", "\u{FEFF}", "\0",
    ].map { Array($0.utf8) } + [[0xFF], [0xE5, 0xA5], [0xC2]]

  func run(_ bytes: [UInt8]) {
    var source = ByteSource(bytes)
    let sizes = [1 + source.number(below: 64), 1 + source.number(below: 1024)]
    let mode = source.byte()
    let rest = mode & 1 == 0 ? source.rest() : source.rest().flatMap { Self.pieces[Int($0) % Self.pieces.count] }
    if mode & 6 == 6 {
      // With a header of its own, whatever that is.
      _ = reading.agreedRecords(of: rest, name: "a.csv", chunkSizes: sizes)
      return
    }
    let delimiter: UInt8 = mode & 2 == 0 ? UInt8(ascii: ",") : UInt8(ascii: ";")
    let header = ["id", "title", "x", "text"].map { Array($0.utf8) }.joined(separator: [delimiter]) + [0x0A]
    let input = Array(header) + rest
    guard let records = reading.agreedRecords(of: input, name: "a.csv", chunkSizes: sizes) else {
      fatalError("a table with a good header is refused")
    }
    let expected = PlainTable(input, from: header.count, delimiter: delimiter).records
    expectEqual(records.map(PlainRecord.init), expected, "\(String(decoding: rest, as: UTF8.self).debugDescription)")
  }
}

/// A table of the columns id, title, x and text, read one byte after the other.
struct PlainTable {
  private let bytes: [UInt8]
  private let delimiter: UInt8
  private(set) var records: [PlainRecord] = []

  private enum End {
    case row(content: Int, next: Int)
    case broken
  }

  init(_ bytes: [UInt8], from start: Int, delimiter: UInt8) {
    self.bytes = bytes
    self.delimiter = delimiter
    var place = start
    while place < bytes.count {
      let line = 1 + bytes[..<place].count { $0 == 0x0A }
      var cells: [[UInt8]] = []
      let (content, next, isBroken): (Int, Int, Bool)
      switch row(at: place, &cells) {
      case .row(let end, let after): (content, next, isBroken) = (end, after, false)
      case .broken:
        let stop = bytes[place...].firstIndex(of: 0x0A) ?? bytes.count
        let hasReturn = stop < bytes.count && stop > place && bytes[stop - 1] == 0x0D
        (content, next, isBroken) = (hasReturn ? stop - 1 : stop, min(stop + 1, bytes.count), true)
      }
      if let record = record(of: cells, place..<content, line: line, isBroken: isBroken) { records.append(record) }
      place = next
    }
  }

  /// The cells of the first row of a table that separates by commas.
  static func cells(ofRow bytes: [UInt8]) -> [String] {
    var cells: [[UInt8]] = []
    _ = PlainTable(bytes, from: bytes.count, delimiter: UInt8(ascii: ",")).row(at: 0, &cells)
    return cells.map { String(decoding: $0, as: UTF8.self) }
  }

  private func row(at start: Int, _ cells: inout [[UInt8]]) -> End {
    var place = start
    while true {
      var cell: [UInt8] = []
      if place < bytes.count, bytes[place] == 0x22 {
        place += 1
        while true {
          guard place < bytes.count else { return .broken }
          if bytes[place] != 0x22 {
            cell.append(bytes[place])
            place += 1
          } else if place + 1 < bytes.count, bytes[place + 1] == 0x22 {
            cell.append(0x22)
            place += 2
          } else {
            break
          }
        }
        place += 1
        cells.append(cell)
        if place == bytes.count { return .row(content: place, next: place) }
        if bytes[place] == 0x0A { return .row(content: place, next: place + 1) }
        if bytes[place] == 0x0D {
          if place + 1 == bytes.count { return .row(content: place, next: place + 1) }
          if bytes[place + 1] == 0x0A { return .row(content: place, next: place + 2) }
        }
        guard bytes[place] == delimiter else { return .broken }
        place += 1
      } else {
        while place < bytes.count, bytes[place] != delimiter, bytes[place] != 0x0A {
          cell.append(bytes[place])
          place += 1
        }
        if place < bytes.count, bytes[place] == delimiter {
          cells.append(cell)
          place += 1
        } else {
          let hasReturn = cell.last == 0x0D
          if hasReturn { cell.removeLast() }
          cells.append(cell)
          return .row(content: hasReturn ? place - 1 : place, next: min(place + 1, bytes.count))
        }
      }
    }
  }

  private func record(of cells: [[UInt8]], _ row: Range<Int>, line: Int, isBroken: Bool) -> PlainRecord? {
    func reject(_ reason: String) -> PlainRecord {
      .reject(reason, line: line, offset: row.lowerBound, length: row.count)
    }
    if isBroken { return reject("quotes") }
    let isBlank = bytes[row].allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) }
    if cells.count == 1, isBlank { return nil }
    guard String(validating: bytes[row], as: UTF8.self) != nil else { return reject("not-utf8") }
    let texts = cells.map { String(decoding: $0, as: UTF8.self) }
    if texts.dropFirst(4).contains(where: { !trimmed($0).isEmpty }) { return reject("extra-cells") }
    func value(_ column: Int) -> String? {
      column < texts.count && !trimmed(texts[column]).isEmpty ? texts[column] : nil
    }
    let id = value(0).map(trimmed)
    if let id, id.utf8.count > 4096 { return reject("too-long") }
    let (title, text) = (value(1), value(3))
    if title == nil, text == nil { return reject("no-text") }
    return .post(id: id ?? "a.csv#\(line)", title: title, text: text)
  }
}
