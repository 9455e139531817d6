// SPDX-License-Identifier: Apache-2.0
import FenliuWorkbook
import Glibc

/// Makes a workbook of the table of decisions, when that is whole.
///
/// The rows come from a file, in which threads have written them in order and from which an interrupted run goes on; so a workbook, which
/// can be neither cut nor gone on with, is made in one go at the end.
public struct DecisionWorkbook: Sendable {
  /// A workbook that was made.
  public struct Made: Hashable, Sendable {
    /// The file, under its temporary name.
    public let file: OutputFile.Written
    /// How many cells were too long and were cut.
    public let cutCount: Int
  }

  private static let columns: [WorkbookWriter.Column] = DecisionTable.columns.map { name in
    switch name {
    case "because": .init(name, width: 80, wraps: true)
    case "due": .init(name, width: 40, wraps: true)
    case "topics", "categories": .init(name, width: 30, wraps: true)
    case "id", "lead", "lead-title", "contact", "assist", "route", "notify", "beside", "incomplete":
      .init(name, width: 20)
    default: .init(name, width: 10)
    }
  }

  /// Colours of the levels that must not be overlooked.
  private static let fills: [String: UInt32] = ["critical": 0xF4B6B6, "major": 0xF9D9B0, "larger": 0xFBF1C7]

  /// Makes the file `name` in `folder` of the table at `path`, which begins with its header; says that it was made at `time`,
  /// in seconds since 1970.
  public static func make(
    _ name: String, in folder: borrowing OutputFolder, of path: String, at time: Int
  ) throws(OutputFailure) -> Made {
    let rows = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard rows >= 0 else { throw .system(path: path, number: errno) }
    defer { close(rows) }
    var status = stat()
    guard unsafe fstat(rows, &status) == 0 else { throw .system(path: path, number: errno) }
    do throws(WorkbookFailure) {
      var writer = try WorkbookWriter.beginning(
        created: time, temporaryFilesIn: folder.path, isLarge: status.st_size > 500_000_000)
      try fill(&writer, from: rows)
      let cutCount = writer.cutCount
      let made = try writer.finish()
      defer { close(made) }
      return Made(file: try copy(made, to: name, in: folder), cutCount: cutCount)
    } catch {
      guard case .system(let number) = error else {
        preconditionFailure("writing a workbook fails for the system's reasons")
      }
      throw .system(path: folder.path + "/" + name, number: number)
    }
  }

  /// Writes the rows, and begins a further sheet where one is full.
  private static func fill(_ writer: inout WorkbookWriter, from file: CInt) throws(WorkbookFailure) {
    var reader = TableReader(file: file)
    var sheets = 0
    // The first row is the header, which every sheet has.
    _ = try reader.next()
    var cells = try reader.next()
    repeat {
      sheets += 1
      try writer.beginSheet(sheets == 1 ? "decisions" : "decisions \(sheets)", columns: columns)
      while writer.rowsLeft > 0, let row = cells {
        try write(row, to: &writer)
        cells = try reader.next()
      }
    } while cells != nil
  }

  private static func write(_ cells: [String], to writer: inout WorkbookWriter) throws(WorkbookFailure) {
    for (place, cell) in cells.enumerated() {
      switch DecisionTable.columns[place] {
      case "level": try writer.text(cell, fill: fills[cell])
      case "total": if let number = Double(cell) { try writer.number(number) } else { try writer.text(cell) }
      default: try writer.text(cell)
      }
    }
    writer.endRow()
  }

  private static func copy(
    _ file: CInt, to name: String, in folder: borrowing OutputFolder
  ) throws(WorkbookFailure) -> OutputFile.Written {
    do throws(OutputFailure) {
      var output = try folder.file(name)
      var place = 0
      while true {
        let piece = try TableReader.piece(of: file, at: place, path: folder.path)
        if piece.isEmpty { return try output.finish() }
        try output.write(piece)
        place += piece.count
      }
    } catch {
      guard case .system(_, let number) = error else { preconditionFailure("a file of a folder is no pipe") }
      throw .system(number: number)
    }
  }
}

/// The rows of a table that we wrote ourselves, one after the other.
private struct TableReader {
  private let file: CInt
  private var bytes: [UInt8] = []
  private var start = 0
  private var place = 0
  private var isAtEnd = false

  init(file: CInt) { self.file = file }

  /// The cells of the next row; nil after the last.
  mutating func next() throws(WorkbookFailure) -> [String]? {
    while true {
      var cells: [String] = []
      let held = bytes
      let end = CSVRow.scan(
        held.span, from: start, before: held.count, isFinal: isAtEnd, delimiter: UInt8(ascii: ","), limit: .max >> 1
      ) { _, cell in
        let text = String(copying: held.span, cell.range)
        cells.append(cell.hasDoubledQuotes ? Self.undoubled(text) : text)
      }
      if start < bytes.count, case .row(_, let next) = end {
        start = next
        return cells
      }
      if isAtEnd { return nil }
      try readMore()
    }
  }

  private mutating func readMore() throws(WorkbookFailure) {
    bytes.removeFirst(start)
    start = 0
    do throws(OutputFailure) {
      let piece = try Self.piece(of: file, at: place, path: "")
      isAtEnd = piece.isEmpty
      place += piece.count
      bytes += piece
    } catch {
      guard case .system(_, let number) = error else { preconditionFailure("a file is no pipe") }
      throw .system(number: number)
    }
  }

  /// The next megabyte of a file, less at its end.
  static func piece(of file: CInt, at place: Int, path: String) throws(OutputFailure) -> [UInt8] {
    var piece = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let got = unsafe piece.withUnsafeMutableBytes { room in
        unsafe pread(file, room.baseAddress, room.count, off_t(place))
      }
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { throw .system(path: path, number: errno) }
      piece.removeLast(piece.count - got)
      return piece
    }
  }

  private static func undoubled(_ text: String) -> String {
    text.split(separator: "\"\"", omittingEmptySubsequences: false).joined(separator: "\"")
  }
}
