// SPDX-License-Identifier: Apache-2.0

extension HolidayTable {
  /// Something wrong in a file of holidays.
  public struct Problem: Hashable, Sendable {
    /// What is wrong.
    public enum Kind: String, Hashable, Sendable {
      /// The first line is not `date`, `day`, `name`.
      case header
      /// A line has not three cells.
      case cells
      /// The first cell is not a day as 2026-10-01.
      case date
      /// The second cell is neither `off` nor `work`.
      case day
      /// An earlier line names the same day.
      case repeated
    }

    /// What is wrong.
    public let kind: Kind
    /// The bytes it concerns.
    public let range: Range<Int>
    /// What is written there.
    public let text: String
  }

  /// Reads a file with the header `date`, `day`, `name`, cells separated by tabs.
  ///
  /// Empty lines and lines that begin with `# ` are passed over, as is what stands behind a further tab. Lines in error
  /// are left out of the table and told.
  public static func parse(_ bytes: [UInt8]) -> (table: HolidayTable, problems: [Problem]) {
    var rows: [Row] = []
    var problems: [Problem] = []
    var seen: Set<LocalDate> = []
    var sawHeader = false
    var start = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
      defer { start = end + 1 }
      var stop = end
      if stop > start, bytes[stop - 1] == UInt8(ascii: "\r") { stop -= 1 }
      if stop == start || bytes[start..<stop].starts(with: "# ".utf8) || bytes[start..<stop].elementsEqual("#".utf8) {
        continue
      }
      let cells = bytes[start..<stop].split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
      func problem(_ kind: Problem.Kind, _ range: Range<Int>) {
        problems.append(Problem(kind: kind, range: range, text: String(decoding: bytes[range], as: UTF8.self)))
      }
      let texts = cells.map { String(decoding: $0, as: UTF8.self) }
      if !sawHeader {
        sawHeader = true
        if texts.prefix(3) != ["date", "day", "name"] { problem(.header, start..<stop) }
        continue
      }
      guard cells.count >= 3 else {
        problem(.cells, start..<stop)
        continue
      }
      guard let date = LocalDate(texts[0]) else {
        problem(.date, cells[0].indices)
        continue
      }
      guard let day = Day(rawValue: texts[1]) else {
        problem(.day, cells[1].indices)
        continue
      }
      guard seen.insert(date).inserted else {
        problem(.repeated, cells[0].indices)
        continue
      }
      rows.append(Row(date: date, day: day, name: texts[2]))
    }
    if !sawHeader { problems.append(Problem(kind: .header, range: 0..<0, text: "")) }
    return (HolidayTable(rows), problems)
  }
}
