// SPDX-License-Identifier: Apache-2.0
internal import CXlsxwriter
import Glibc

/// Writes a workbook of tables, row by row, in memory that does not grow with them.
///
/// Texts are texts, whatever they begin with: nothing that is written is ever a formula or a link. The same rows give the same bytes.
///
///     var writer = try WorkbookWriter.beginning(created: 1_795_176_000, temporaryFilesIn: "out")
///     try writer.beginSheet("decisions", columns: [.init("id", width: 16)])
///     try writer.text("c-001")
///     let file = try writer.finish()
@safe public struct WorkbookWriter: ~Copyable {
  /// A column of a sheet.
  public struct Column: Hashable, Sendable {
    /// What stands in the first row.
    public var title: String
    /// In characters of usual width.
    public var width: Double
    /// Whether long texts go on in further lines of their cells.
    public var wraps: Bool

    /// A column of that title.
    public init(_ title: String, width: Double, wraps: Bool = false) {
      self.title = title
      self.width = width
      self.wraps = wraps
    }
  }

  /// How many texts were too long for a cell and were cut.
  public private(set) var cutCount = 0
  /// How many rows can still be written into the sheet.
  public var rowsLeft: Int { WorkbookLimits.rows - row }

  // SAFETY: made by `init`, reachable through this value only, which cannot be copied, and freed once: by `finish` or `deinit`.
  // Sheets and formats belong to it.
  private let book: UnsafeMutablePointer<lxw_workbook>
  private var sheet: UnsafeMutablePointer<lxw_worksheet>?
  private let header: UnsafeMutablePointer<lxw_format>?
  private let plain: UnsafeMutablePointer<lxw_format>?
  private let wrapped: UnsafeMutablePointer<lxw_format>?
  private var fills: [UInt32: UnsafeMutablePointer<lxw_format>]
  private var columns: [Column] = []
  /// The row to be written next, from 0.
  private var row = 0
  private var column = 0
  private let file: CInt
  /// The name of the file, where it must have one until it is finished.
  private let path: String?
  private var isFinished = false

  /// Begins a workbook that says it was made at `created`, in seconds since 1970. All that it needs on a disk are files without a
  /// name in `folder`. `isLarge` must be true where a sheet may have more than 4 GB.
  public static func beginning(
    created: Int, temporaryFilesIn folder: String, isLarge: Bool = false
  ) throws(WorkbookFailure) -> WorkbookWriter {
    let (own, path) = try TemporaryFile.openNamed(in: folder)
    // The library opens the file by name, and only at the end. Where the system names open files, ours needs no other name.
    let open = "/proc/self/fd/\(own)"
    let isNameless = unsafe access(open, R_OK | W_OK) == 0
    if isNameless { _ = unsafe unlink(path) }
    let made = unsafe folder.withCString { folder in
      var options = unsafe lxw_workbook_options()
      unsafe options.constant_memory = 1
      unsafe options.tmpdir = UnsafeMutablePointer(mutating: folder)
      unsafe options.use_zip64 = isLarge ? 1 : 0
      return unsafe workbook_new_opt(isNameless ? open : path, &options)
    }
    guard let made = unsafe made else {
      close(own)
      if !isNameless { _ = unsafe unlink(path) }
      throw .system(number: ENOMEM)
    }
    var properties = unsafe lxw_doc_properties()
    unsafe properties.created = time_t(created)
    unsafe workbook_set_properties(made, &properties)
    return unsafe WorkbookWriter(made, own, isNameless ? nil : path)
  }

  private init(_ made: UnsafeMutablePointer<lxw_workbook>, _ file: CInt, _ path: String?) {
    self.file = file
    self.path = path
    unsafe book = made
    unsafe fills = [:]
    unsafe header = workbook_add_format(made)
    unsafe plain = workbook_add_format(made)
    unsafe wrapped = workbook_add_format(made)
    unsafe format_set_bold(header)
    unsafe format_set_bottom(header, UInt8(LXW_BORDER_THIN.rawValue))
    unsafe format_set_align(plain, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    unsafe format_set_align(wrapped, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    unsafe format_set_text_wrap(wrapped)
  }

  deinit {
    if !isFinished { unsafe lxw_workbook_free(book) }
    close(file)
    if let path { _ = unsafe unlink(path) }
  }

  /// Begins a sheet, with its header, which stays in sight.
  public mutating func beginSheet(_ name: String, columns: [Column]) throws(WorkbookFailure) {
    endSheet()
    guard let made = unsafe workbook_add_worksheet(book, name) else { throw .system(number: ENOMEM) }
    unsafe sheet = made
    self.columns = columns
    (row, column) = (0, 0)
    unsafe worksheet_freeze_panes(made, 1, 0)
    for (place, column) in columns.enumerated() {
      unsafe worksheet_set_column(made, UInt16(place), UInt16(place), column.width, nil)
      try unsafe put(column.title, header)
    }
    endRow()
  }

  /// Writes the next cell of the row, of that colour (red, green, blue) if there is one.
  public mutating func text(_ text: String, fill: UInt32? = nil) throws(WorkbookFailure) {
    if let fill {
      try unsafe put(text, format(of: fill))
    } else {
      let wraps = column < columns.count && columns[column].wraps
      try unsafe put(text, wraps ? wrapped : plain)
    }
  }

  /// Writes the next cell of the row as a number.
  public mutating func number(_ number: Double) throws(WorkbookFailure) {
    try check(unsafe worksheet_write_number(sheet, UInt32(row), UInt16(column), number, plain))
    column += 1
  }

  /// Ends the row.
  public mutating func endRow() {
    row += 1
    column = 0
  }

  /// Puts the workbook together, and gives the file away in which it is, to be closed by the caller.
  public consuming func finish() throws(WorkbookFailure) -> CInt {
    endSheet()
    errno = 0
    // The library frees the workbook, whatever comes of it.
    isFinished = true
    guard unsafe workbook_close(book) == LXW_NO_ERROR else { throw .system(number: errno == 0 ? EIO : errno) }
    let copy = fcntl(file, F_DUPFD_CLOEXEC, 3)
    guard copy >= 0 else { throw .system(number: errno) }
    return copy
  }

  private mutating func endSheet() {
    guard let sheet = unsafe sheet, !columns.isEmpty else { return }
    unsafe worksheet_autofilter(sheet, 0, 0, UInt32(max(1, row) - 1), UInt16(columns.count - 1))
  }

  private mutating func put(_ text: String, _ format: UnsafeMutablePointer<lxw_format>?) throws(WorkbookFailure) {
    let ready = WorkbookText(text)
    if ready.isCut { cutCount += 1 }
    try check(unsafe worksheet_write_string(sheet, UInt32(row), UInt16(column), ready.stored, format))
    column += 1
  }

  private mutating func format(of fill: UInt32) -> UnsafeMutablePointer<lxw_format>? {
    if let known = unsafe fills[fill] { return unsafe known }
    guard let made = unsafe workbook_add_format(book) else { return nil }
    unsafe format_set_bg_color(made, fill)
    unsafe format_set_align(made, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    unsafe fills[fill] = made
    return unsafe made
  }

  private func check(_ code: lxw_error) throws(WorkbookFailure) {
    precondition(code != LXW_ERROR_WORKSHEET_INDEX_OUT_OF_RANGE, "a sheet has so many rows and columns and no more")
    guard code == LXW_NO_ERROR else { throw .system(number: EIO) }
  }
}
