// SPDX-License-Identifier: Apache-2.0
import FenliuCalendar
import FenliuModel

/// Makes a post of the cells of a row: the last step that JSON and CSV share.
struct PostBuilder: Sendable {
  let file: String
  let options: RecordOptions
  /// The sheet of the file, where it is a workbook.
  var sheet: String?

  /// The post, or what is wrong with it. `bytes` and `scratch` are valid UTF-8 where the cells lie.
  func post(
    _ cells: borrowing Cells, bytes: Span<UInt8>, scratch: Span<UInt8>, line: Int
  ) throws(RowProblem) -> Post {
    let title = cells[.title]
    let text = cells[.text]
    if (title.end - title.start) + (text.end - text.start) > options.maxPost { throw RowProblem(.tooLong) }
    var post = Post(
      id: try short(.id, cells, bytes, scratch) ?? (sheet.map { "\(file)#\($0)#\(line)" } ?? "\(file)#\(line)"),
      title: long(title, bytes, scratch), text: long(text, bytes, scratch))
    guard post.title != nil || post.text != nil else { throw RowProblem(.noText) }
    post.source = try short(.source, cells, bytes, scratch)
    post.region = try short(.region, cells, bytes, scratch)
    post.link = try short(.link, cells, bytes, scratch)
    post.time = try time(.time, cells, bytes, scratch)
    post.received = try time(.received, cells, bytes, scratch)
    post.views = try count(.views, cells, bytes, scratch)
    post.reposts = try count(.reposts, cells, bytes, scratch)
    post.replies = try count(.replies, cells, bytes, scratch)
    post.likes = try count(.likes, cells, bytes, scratch)
    return post
  }

  /// The label of the row, without white space around it; nil where it has none.
  func label(
    _ cells: borrowing Cells, bytes: Span<UInt8>, scratch: Span<UInt8>
  ) throws(RowProblem) -> String? {
    try short(.label, cells, bytes, scratch)
  }

  /// Title or text, to the last blank, since offsets count from its start; nil where there is nothing but white space.
  @inline(__always)
  private func long(_ cell: Cell, _ bytes: Span<UInt8>, _ scratch: Span<UInt8>) -> String? {
    if cell.home == .absent { return nil }
    let span = cell.home == .row ? bytes : scratch
    if span.trimmedRange(cell.start..<cell.end).isEmpty { return nil }
    return String(validated: span, cell.start..<cell.end)
  }

  /// A column of a few words, without white space around it.
  @inline(__always)
  private func short(
    _ column: Column, _ cells: borrowing Cells, _ bytes: Span<UInt8>, _ scratch: Span<UInt8>
  ) throws(RowProblem) -> String? {
    let cell = cells[column]
    if cell.home == .absent { return nil }
    let span = cell.home == .row ? bytes : scratch
    let range = span.trimmedRange(cell.start..<cell.end)
    if range.isEmpty { return nil }
    guard range.count <= options.maxCell else { throw RowProblem(.tooLong, column: column, at: cell.place) }
    return String(validated: span, range)
  }

  @inline(__always)
  private func time(
    _ column: Column, _ cells: borrowing Cells, _ bytes: Span<UInt8>, _ scratch: Span<UInt8>
  ) throws(RowProblem) -> Instant? {
    let cell = cells[column]
    if cell.home == .absent { return nil }
    let span = cell.home == .row ? bytes : scratch
    let range = span.trimmedRange(cell.start..<cell.end)
    if range.isEmpty { return nil }
    switch options.times.instant(of: span.extracting(range)) {
    case .success(let instant): return instant
    case .failure(.ambiguous): throw RowProblem(.ambiguousDate, column: column, at: cell.place)
    case .failure(.notATime):
      if range.count <= 16, AbsentValue.isMeant(by: String(validated: span, range).lowercased()) { return nil }
      throw RowProblem(.badTime, column: column, at: cell.place)
    }
  }

  @inline(__always)
  private func count(
    _ column: Column, _ cells: borrowing Cells, _ bytes: Span<UInt8>, _ scratch: Span<UInt8>
  ) throws(RowProblem) -> Int? {
    let cell = cells[column]
    if cell.home == .absent { return nil }
    let span = cell.home == .row ? bytes : scratch
    switch CountParser.reading(of: span.extracting(cell.start..<cell.end)) {
    case .count(let count): return count
    case .unknown: return nil
    case .notACount: throw RowProblem(.badNumber, column: column, at: cell.place)
    }
  }
}
