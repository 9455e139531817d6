// SPDX-License-Identifier: Apache-2.0
import Glibc

/// A workbook in the format of Excel since 2007 (XLSX, XLSM), open for reading.
///
/// Rows come out one by one; of the workbook, only its lists of sheets and styles and some of its shared strings are in memory.
/// Formulas are never computed: what the program that saved the workbook computed is read. Macros, pictures, comments and links to other
/// files are never looked at.
///
///     let book = try Workbook(file: descriptor)
///     var rows = try book.rows(of: book.sheets[0])
///     while try rows.next() { print(rows.row.number) }
///
/// One thread at a time may use a workbook and its rows.
@safe public final class Workbook: @unchecked Sendable {
  // SAFETY: it may go from one thread to another; the rule that one uses it at a time is the caller's, and nothing in it is tied to a
  // thread.

  /// A sheet of rows.
  public struct Sheet: Hashable, Sendable {
    /// Its name, as the tab shows it.
    public let name: String
    /// Whether it is not shown.
    public let isHidden: Bool
    /// The part it stands in.
    let part: String
  }

  /// The sheets in the order of their tabs, without those that are a chart or a dialog.
  public let sheets: [Sheet]
  private let archive: ZipArchive
  private let limits: WorkbookLimits
  private let formats: [NumberFormat]
  private let dates: SerialDate
  private let strings: StringTable

  /// Opens the workbook in a file, which must be one that can be read at any place, and stays the caller's, who must not move its place.
  public init(
    file: CInt, limits: WorkbookLimits = WorkbookLimits(), temporaryFilesIn folder: String = "/tmp"
  ) throws(WorkbookFailure) {
    if let found = try CompoundFile.format(of: file) { throw .otherFormat(found: found) }
    let archive = try ZipArchive(file: file, limits: limits)
    let main = try Self.mainPart(of: archive, limits)
    let list = try XMLPart(
      main, of: archive, limit: limits.smallPartBytes, limits: limits, handler: SheetList(limit: limits.sheets))
    try list.readAll()
    let relationships = try Relationships.read(of: main, in: archive, limits: limits)
    var sheets: [Sheet] = []
    for entry in list.handler.sheets {
      guard let id = entry.relationship, let target = relationships.targets[id] else {
        throw .broken(part: PartName.relationships(of: main), .wrongRelationship)
      }
      guard target.kind == "worksheet" else { continue }
      let part = try relationships.part(of: target)
      guard archive.has(part) else { throw .broken(part: part, .missing) }
      sheets.append(Sheet(name: entry.name, isHidden: entry.isHidden, part: part))
    }
    self.sheets = sheets
    dates = SerialDate(isFrom1904: list.handler.isFrom1904)
    formats = try Self.formats(try relationships.first("styles"), archive, limits)
    strings = StringTable(try Self.strings(try relationships.first("sharedStrings"), archive, limits, folder))
    self.archive = archive
    self.limits = limits
  }

  /// Begins to read the rows of a sheet.
  public func rows(of sheet: Sheet) throws(WorkbookFailure) -> SheetRows {
    let handler = SheetHandler(limits: limits, formats: formats, dates: dates, strings: strings)
    return SheetRows(
      part: try XMLPart(sheet.part, of: archive, limit: limits.sheetBytes, limits: limits, handler: handler))
  }

  /// The merged ranges of a sheet that begin in row `lastRow` or above. They stand behind the rows, so that the whole part is
  /// read once for them.
  public func mergedRanges(of sheet: Sheet, upTo lastRow: Int) throws(WorkbookFailure) -> [MergedRange] {
    let part = try XMLPart(
      sheet.part, of: archive, limit: limits.sheetBytes, limits: limits, handler: MergedRanges(upTo: lastRow))
    try part.readAll()
    return part.handler.ranges
  }

  private static func mainPart(of archive: ZipArchive, _ limits: WorkbookLimits) throws(WorkbookFailure) -> String {
    guard archive.has("_rels/.rels") else {
      throw .otherFormat(found: archive.has("META-INF/manifest.xml") && archive.has("content.xml") ? "ODS" : "ZIP")
    }
    guard let main = try Relationships.read(of: "", in: archive, limits: limits).first("officeDocument") else {
      throw .otherFormat(found: "ZIP")
    }
    let folded = PartName.folded(main)
    if folded.hasSuffix(".bin") { throw .otherFormat(found: "XLSB") }
    if folded.hasPrefix("word/") { throw .otherFormat(found: "DOCX") }
    if folded.hasPrefix("ppt/") { throw .otherFormat(found: "PPTX") }
    return main
  }

  private static func formats(
    _ part: String?, _ archive: ZipArchive, _ limits: WorkbookLimits
  ) throws(WorkbookFailure) -> [NumberFormat] {
    guard let part else { return [] }
    let styles = try XMLPart(part, of: archive, limit: limits.smallPartBytes, limits: limits, handler: Styles())
    try styles.readAll()
    return styles.handler.numberFormats
  }

  private static func strings(
    _ part: String?, _ archive: ZipArchive, _ limits: WorkbookLimits, _ folder: String
  ) throws(WorkbookFailure) -> SharedStrings {
    let reader = SharedStringsReader(limits: limits, temporaryFilesIn: folder)
    if let part {
      try XMLPart(part, of: archive, limit: limits.sheetBytes, limits: limits, handler: reader).readAll()
    }
    return reader.take()
  }
}

/// The rows of a sheet, one after the other. Rows and cells that hold nothing do not come.
@safe public struct SheetRows: ~Copyable, @unchecked Sendable {
  // SAFETY: as of the workbook: one thread at a time uses it, and nothing in it is tied to a thread.
  private let part: XMLPart<SheetHandler>

  init(part: XMLPart<SheetHandler>) { self.part = part }

  /// The row that `next` came to.
  public var row: SheetRow { part.handler.row }

  /// Goes on to the next row; false after the last.
  public mutating func next() throws(WorkbookFailure) -> Bool {
    part.handler.hasRow = false
    while try part.advance() { if part.handler.hasRow { return true } }
    return part.handler.hasRow
  }

  /// Leaves all cells but those of these columns unread from the next row on.
  public mutating func want(columns: Set<Int>) {
    let last = columns.max() ?? -1
    part.handler.wanted = (0..<max(0, last + 1)).map(columns.contains)
  }

  /// Holds at most so many bytes of a cell from the next row on: a longer one is too long.
  public mutating func limitCells(to bytes: Int) { part.handler.cellBytes = bytes }
}
