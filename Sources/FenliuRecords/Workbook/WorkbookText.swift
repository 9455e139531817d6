// SPDX-License-Identifier: Apache-2.0
import FenliuWorkbook
import Glibc

/// The text of a workbook: that of its sheets with posts, one after the other.
///
/// The sheets are looked at when the workbook is opened, so that a header that cannot be used ends the run before it has begun. A sheet that
/// is hidden, or has no header, is passed over and named, unless it was asked for.
struct WorkbookText: ~Copyable, Sendable {
  /// A sheet that is read.
  struct Sheet: Sendable {
    let sheet: Workbook.Sheet
    let header: SheetHeader

    var name: String { sheet.name }
  }

  /// The names of the sheets that are not read.
  let passedOver: [String]
  /// Those among them that may hold posts: tables without a column that is known, of which one is called as a text may be.
  let unsure: [String]
  private let name: String
  private let file: CInt
  private let book: Workbook
  private let sheets: [Sheet]
  private var place = 0
  /// The rows of the sheet, when reading them has begun.
  private var rows: SheetRows?
  /// The number of the row that is to be written next.
  private var next = 1

  /// Opens the workbook that begins with the bytes of `head`, of which `rest` holds those that follow. It is read where it lies, or, if it does
  /// not lie on a disk, from a copy in a temporary file without a name.
  static func opening(
    _ name: String, head: [UInt8], rest: inout InputBytes, options: RecordOptions
  ) throws(InputFailure) -> WorkbookText {
    let own = try copy(name, head, &rest, options)
    do throws(InputFailure) {
      let opened = try open(name, own, options)
      return WorkbookText(name, own, opened.book, opened.sheets, passedOver: opened.passedOver, unsure: opened.unsure)
    } catch {
      close(own)
      throw error
    }
  }

  private init(
    _ name: String, _ file: CInt, _ book: Workbook, _ sheets: [Sheet], passedOver: [String], unsure: [String]
  ) {
    self.name = name
    self.file = file
    self.book = book
    self.sheets = sheets
    self.passedOver = passedOver
    self.unsure = unsure
  }

  deinit { close(file) }

  /// The sheet that is being read.
  var sheet: Sheet { sheets[place] }
  /// The sheets that are read.
  var sheetNames: [String] { sheets.map(\.name) }

  /// Appends about `most` bytes of the sheet's text to `buffer`; false at the end of the sheet.
  mutating func read(upTo most: Int, into buffer: inout [UInt8]) throws(InputFailure) -> Bool {
    let before = buffer.count
    let header = sheets[place].header
    do {
      var rows = if let begun = rows.take() { begun } else { try Self.rows(of: sheets[place], book) }
      while buffer.count - before < most {
        guard try rows.next() else { break }
        let row = rows.row
        while next < row.number {
          if header.above.contains(next) { buffer.append(SheetText.aboveHeader) }
          buffer.append(UInt8(ascii: "\n"))
          next += 1
        }
        if header.rows.contains(next) || next < header.rows.lowerBound {
          if header.above.contains(next) { buffer.append(SheetText.aboveHeader) }
          buffer.append(UInt8(ascii: "\n"))
        } else {
          SheetText.append(row, header, to: &buffer)
        }
        next += 1
      }
      self.rows = consume rows
    } catch {
      throw .workbook(file: name, error)
    }
    return buffer.count > before
  }

  /// Turns to the next sheet; false after the last.
  mutating func turnToNext() throws(InputFailure) -> Bool {
    guard place + 1 < sheets.count else { return false }
    place += 1
    next = 1
    rows = nil
    return true
  }

  private static func copy(
    _ name: String, _ head: [UInt8], _ rest: inout InputBytes, _ options: RecordOptions
  ) throws(InputFailure) -> CInt {
    let original = rest.seekable
    let own: CInt
    do throws(WorkbookFailure) {
      own =
        if let original { fcntl(original, F_DUPFD_CLOEXEC, 3) } else {
          try TemporaryFile.open(in: options.temporaryFolder)
        }
    } catch {
      throw .workbook(file: name, error)
    }
    guard own >= 0 else { throw .system(file: name, number: errno) }
    do throws(InputFailure) {
      var piece = head
      var length = 0
      repeat {
        if original == nil { try write(piece, to: own, at: length, name) }
        length += piece.count
        piece.removeAll(keepingCapacity: true)
      } while try rest.read(upTo: 1 << 20, into: &piece)
    } catch {
      close(own)
      throw error
    }
    return own
  }

  private static func write(
    _ bytes: [UInt8], to file: CInt, at place: Int, _ name: String
  ) throws(InputFailure) {
    do throws(WorkbookFailure) {
      try TemporaryFile.write(bytes, to: file, at: place)
    } catch {
      throw .workbook(file: name, error)
    }
  }

  private static func open(
    _ name: String, _ file: CInt, _ options: RecordOptions
  ) throws(InputFailure) -> (book: Workbook, sheets: [Sheet], passedOver: [String], unsure: [String]) {
    var limits = WorkbookLimits()
    limits.cellBytes = options.maxPost
    // A row whose every byte is a quote to be doubled must still be one that can be held.
    limits.rowBytes = options.maxRow / 2 - 1024
    let book: Workbook
    do {
      book = try Workbook(file: file, limits: limits, temporaryFilesIn: options.temporaryFolder)
    } catch {
      throw .workbook(file: name, error)
    }
    var found: [String] = []
    var missing: InputFailure?
    var sheets: [Sheet] = []
    var passedOver: [String] = []
    var unsure: [String] = []
    for wanted in options.sheets where !book.sheets.contains(where: { $0.name == wanted }) {
      throw .noSheet(file: name, name: wanted, found: book.sheets.map(\.name))
    }
    for sheet in book.sheets {
      guard options.sheets.isEmpty ? !sheet.isHidden : options.sheets.contains(sheet.name) else {
        passedOver.append(sheet.name)
        continue
      }
      do throws(InputFailure) {
        sheets.append(Sheet(sheet: sheet, header: try header(of: sheet, book, name, options)))
      } catch {
        // A sheet that is no table of posts; of one that was asked for, and of what would be a guess, the run must not go on.
        switch error {
        case .noText(_, let names) where options.sheets.isEmpty:
          if found.isEmpty { found = names }
          if names.count > 1, names.contains(where: ColumnNames.mayBeText) { unsure.append(sheet.name) }
          passedOver.append(sheet.name)
        case .missingColumn where options.sheets.isEmpty:
          missing = missing ?? error
          passedOver.append(sheet.name)
        default: throw error
        }
      }
    }
    guard !sheets.isEmpty else { throw missing ?? .noText(file: name, found: found) }
    return (book, sheets, passedOver, unsure)
  }

  private static func rows(of sheet: Sheet, _ book: Workbook) throws(WorkbookFailure) -> SheetRows {
    var rows = try book.rows(of: sheet.sheet)
    rows.want(columns: Set(sheet.header.columns))
    return rows
  }

  /// The header of a sheet, for which no more of it is read than its first rows, and where it may matter what is merged.
  private static func header(
    of sheet: Workbook.Sheet, _ book: Workbook, _ name: String, _ options: RecordOptions
  ) throws(InputFailure) -> SheetHeader {
    var finder = SheetHeaderFinder(options.names)
    do throws(WorkbookFailure) {
      var rows = try book.rows(of: sheet)
      rows.limitCells(to: 256)
      while try rows.next(), rows.row.number <= SheetHeader.rowsNeeded { finder.add(rows.row) }
    } catch {
      throw .workbook(file: name, error)
    }
    let place = "\(name) [\(sheet.name)]"
    do throws(SheetProblem) {
      let header = try finder.header { () throws(InputFailure) in
        do throws(WorkbookFailure) {
          return try book.mergedRanges(of: sheet, upTo: SheetHeader.rowsNeeded)
        } catch {
          throw .workbook(file: name, error)
        }
      }
      guard let header else { throw SheetProblem.header(.noText(found: finder.firstNames)) }
      return header
    } catch {
      switch error {
      case .input(let failure): throw failure
      case .header(.noText(let found)): throw .noText(file: place, found: found)
      case .header(.unsureText(let candidates)): throw .unsureText(file: place, candidates: candidates)
      case .header(.missing(let missing, let found)): throw .missingColumn(file: place, name: missing, found: found)
      case .header(.ambiguous(let column, let names)):
        throw .ambiguousColumn(file: place, column: column, names: names)
      }
    }
  }
}
