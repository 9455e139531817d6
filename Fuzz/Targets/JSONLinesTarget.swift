// SPDX-License-Identifier: Apache-2.0
import FenliuModel
import FenliuRecords
import Foundation

/// JSON lines against Foundation's parser, line by line: what it refuses is no post, what it takes is a post or refused for what
/// it says, never as no JSON, and the texts are the same. Wherever chunks are cut, the records are the same.
final class JSONLinesTarget: FuzzTarget {
  private let reading = RecordReading()
  private let names = ColumnNames()
  /// What Foundation has no opinion on.
  private let reasonsOfOurs: Set<String> = [
    "too-deep", "too-many-keys", "duplicate-key", "wrong-type", "no-text", "too-long", "bad-time", "ambiguous-date",
    "bad-number", "lone-surrogate",
  ]

  private static let pieces: [String] = [
    "{", "}", "[", "]", ":", ",", "\"", "\"text\"", "\"id\"", "\"title\"", "\"内容\"", "\"电话\"", "\"views\"", "\"time\"",
    "\"text\":\"好\"", "{\"text\":\"", "\"}\n", "\n", "\r\n", " ", "\t", "\\n", "\\u4e2d", "\\ud83d\\ude00", "\\ud800",
    "\\",
    "\\\"", "\\/", "0", "-1", "1.5e3", "1e999", "true", "false", "null", "1.2万", "2026-11-20 8:00", "\u{0}", "\u{1F}",
    "\u{7F}", "\u{2028}", "\u{FEFF}", "好的", "a", "{\"text\":1,\"x\":[[[[{\"text\":2}]]]]}", "\\u0000", "01", "+1", ".5",
  ]

  func run(_ bytes: [UInt8]) {
    var source = ByteSource(bytes)
    let sizes = [1 + source.number(below: 64), 1 + source.number(below: 1024)]
    let input =
      source.byte() & 1 == 0 ? source.rest() : source.rest().flatMap { Self.bytes[Int($0) % Self.bytes.count] }
    guard let records = reading.agreedRecords(of: input, name: "a.jsonl", chunkSizes: sizes) else {
      // Only what begins like something else is refused as a whole, and lines that end in carriage returns alone.
      let isForeign = input.first.map { $0 < 0x09 || $0 >= 0x50 || $0 == 0x1F } ?? false
      expect(isForeign || input.prefix { $0 != 0x0A }.contains(Array("}\r{".utf8)), "an input of lines is refused")
      return
    }
    var next = records.makeIterator()
    let start = input.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    for (number, (offset, line)) in lines(of: Array(input[start...])).enumerated() {
      if line.allSatisfy({ $0 == 0x20 || (0x09...0x0D).contains($0) }) { continue }
      guard let record = next.next() else { fatalError("line \(number + 1) is lost") }
      check(record, line, number: number + 1, offset: offset + start)
    }
    expect(next.next() == nil, "there are more records than lines")
  }

  private static let bytes: [[UInt8]] = pieces.map { Array($0.utf8) } + [[0xFF], [0xE4, 0xB8], [0xED, 0xA0, 0x80]]

  private func check(_ record: ParsedRecord, _ line: ArraySlice<UInt8>, number: Int, offset: Int) {
    let text = String(decoding: line, as: UTF8.self)
    let isUTF8 = String(validating: line, as: UTF8.self) != nil
    let (row, isOutOfRange) = foundation(line)
    switch record {
    case .reject(let reject):
      expect(reject.line == number && reject.offset == offset && reject.length == line.count, "\(reject) of \(text)")
      expectEqual(reject.reason.rawValue == "not-utf8", !isUTF8, "not-utf8: \(text)")
      // Foundation lets a comma end a list, which no JSON does.
      // And it takes a line with NUL for UTF-16.
      let isLax = text.contains(/,\s*[\]}]/) || line.contains(0)
      if row != nil, !isLax {
        expect(reasonsOfOurs.contains(reject.reason.rawValue), "\(reject.reason.rawValue): \(text)")
      }
      if let place = reject.place { expect(place >= 0 && place <= line.count, "place \(place) of \(text)") }
    case .post(let post):
      expect(isUTF8, "a post of bytes that are no text: \(text)")
      // A number that Foundation cannot hold is JSON all the same.
      guard let row else { return expect(isOutOfRange, "Foundation refuses \(text)") }
      var strings: [Column: String] = [:]
      for (key, value) in row {
        if case .column(let column) = names.meaning(of: key) { strings[column] = value as? String }
      }
      for (column, found) in [(Column.title, post.title), (.text, post.text)] {
        if let expected = strings[column] {
          let isBlank = trimmed(expected).isEmpty
          // Foundation loses a byte order mark that stands behind an escape.
          expect(
            isBlank && found == nil || found.map(withoutMarks) == withoutMarks(expected),
            "\(column) of \(text): \(found ?? "nil")")
        }
      }
      if let id = strings[.id], !trimmed(id).isEmpty {
        expectEqual(withoutMarks(post.id), withoutMarks(trimmed(id)), "id of \(text)")
      }
    }
  }

  private func withoutMarks(_ text: String) -> [UInt8] {
    text.unicodeScalars.filter { $0 != "\u{FEFF}" }.flatMap { $0.utf8 }
  }

  /// The row as Foundation reads it; nil where it is no object.
  private func foundation(_ line: ArraySlice<UInt8>) -> (row: [String: Any]?, isOutOfRange: Bool) {
    // Foundation passes over a byte order mark; within an input there is none to RFC 8259.
    if line.starts(with: [0xEF, 0xBB, 0xBF]) { return (nil, false) }
    do {
      return (try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any], false)
    } catch {
      return (nil, "\(error)".contains("umber"))
    }
  }
}
