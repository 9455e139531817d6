// SPDX-License-Identifier: Apache-2.0

/// Makes rows of the elements of a sheet, and pauses after each.
final class SheetHandler: XMLHandler {
  /// How a cell says what it holds.
  private enum Kind {
    case number, shared, text, inline, boolean, error, day
  }

  /// The row under way; whole when `hasRow` says so.
  private(set) var row = SheetRow()
  var hasRow = false
  /// The columns that are wanted, by their numbers; nil for all.
  var wanted: [Bool]?
  /// The most bytes of a cell.
  var cellBytes: Int

  private let limits: WorkbookLimits
  private let formats: [NumberFormat]
  private let dates: SerialDate
  private let strings: StringTable
  private var isInData = false
  private var isInRow = false
  private var isInCell = false
  private var isPhonetic = false
  private var cellsSeen = 0
  private var column = -1
  private var style = 0
  private var kind = Kind.number
  private var value: [UInt8] = []
  private var isTooLong = false

  init(limits: WorkbookLimits, formats: [NumberFormat], dates: SerialDate, strings: StringTable) {
    self.limits = limits
    self.formats = formats
    self.dates = dates
    self.strings = strings
    cellBytes = limits.cellBytes
    super.init(root: .worksheet)
  }

  override func begin(_ tag: XMLTag, _ attributes: borrowing XMLAttributes) {
    switch tag {
    case .c where isInRow: beginCell(attributes)
    case .v where isInCell: wantsText = kind != .inline
    case .t where isInCell: wantsText = kind == .inline && !isPhonetic
    case .rPh where isInCell: isPhonetic = true
    case .row where isInData: beginRow(attributes)
    case .sheetData: isInData = true
    default: break
    }
  }

  override func end(_ tag: XMLTag) {
    switch tag {
    case .v, .t: wantsText = false
    case .rPh: isPhonetic = false
    case .c where isInCell:
      isInCell = false
      if isWanted { endCell() }
    case .row where isInRow:
      isInRow = false
      row.settle()
      hasRow = true
      pauses = true
    case .sheetData: isInData = false
    default: break
    }
  }

  override func text(_ bytes: Span<UInt8>) {
    if isTooLong { return }
    guard isWanted else {
      row.hasOthers = true
      wantsText = false
      return
    }
    if value.count + bytes.count > cellBytes || row.bytes.count + value.count + bytes.count > limits.rowBytes {
      isTooLong = true
    } else {
      value.append(copying: bytes)
    }
  }

  private var isWanted: Bool {
    guard let wanted else { return true }
    return column < wanted.count && wanted[column]
  }

  private func beginRow(_ attributes: borrowing XMLAttributes) {
    guard !isInRow else {
      fault = .unexpected(line: 0)
      return
    }
    var number = row.number + 1
    attributes.each { name, value in if name.equals("r") { number = value.number ?? 0 } }
    guard number > row.number else {
      fault = .unexpected(line: 0)
      return
    }
    guard number <= WorkbookLimits.rows else {
      fault = .tooMany("rows", limit: WorkbookLimits.rows)
      return
    }
    row.begin(number)
    isInRow = true
    cellsSeen = 0
    column = -1
  }

  private func beginCell(_ attributes: borrowing XMLAttributes) {
    guard !isInCell else {
      fault = .unexpected(line: 0)
      return
    }
    var next = column + 1
    style = 0
    kind = .number
    var isBroken = false
    attributes.each { name, value in
      guard name.count == 1 else { return }
      switch name[0] {
      case UInt8(ascii: "r"):
        guard let reference = CellReference(value), reference.row == row.number else {
          isBroken = true
          return
        }
        next = reference.column
      case UInt8(ascii: "s"): style = value.number ?? .max
      case UInt8(ascii: "t"): kind = Self.kind(value)
      default: break
      }
    }
    if isBroken {
      fault = .unexpected(line: 0)
      return
    }
    cellsSeen += 1
    guard next < WorkbookLimits.columns, cellsSeen <= WorkbookLimits.columns else {
      fault = .tooMany("columns", limit: WorkbookLimits.columns)
      return
    }
    column = next
    isInCell = true
    isPhonetic = false
    isTooLong = false
    value.removeAll(keepingCapacity: true)
  }

  private static func kind(_ type: Span<UInt8>) -> Kind {
    if type.equals("s") { return .shared }
    if type.equals("n") { return .number }
    if type.equals("str") { return .text }
    if type.equals("inlineStr") { return .inline }
    if type.equals("b") { return .boolean }
    if type.equals("e") { return .error }
    return type.equals("d") ? .day : .text
  }

  private func endCell() {
    if isTooLong { return add(.tooLong) }
    if value.isEmpty { return }
    let start = row.bytes.count
    switch kind {
    case .shared: shared()
    case .text, .inline: add(text: CellText.unescaped(value))
    case .day: add(text: value)
    case .error: add(text: value, .error)
    case .boolean:
      switch value {
      case [UInt8(ascii: "1")], Array("true".utf8): add(text: Array("TRUE".utf8))
      case [UInt8(ascii: "0")], Array("false".utf8): add(text: Array("FALSE".utf8))
      default: add(.unreadable)
      }
    case .number:
      let format = style < formats.count ? formats[style] : .number
      if NumberText.append(value, format, dates, to: &row.bytes) {
        row.cells.append(SheetRow.Cell(column: column, content: .text, range: start..<row.bytes.count))
      } else {
        add(.unreadable)
      }
    }
  }

  private func shared() {
    let start = row.bytes.count
    guard let index = value.span.number else { return add(.unreadable) }
    do throws(WorkbookFailure) {
      switch try strings.strings.read(index, into: &row.bytes) {
      case .text where row.bytes.count - start > cellBytes || row.bytes.count > limits.rowBytes:
        row.bytes.removeLast(row.bytes.count - start)
        add(.tooLong)
      case .text where row.bytes.count == start: break
      case .text: row.cells.append(SheetRow.Cell(column: column, content: .text, range: start..<row.bytes.count))
      case .tooLong: add(.tooLong)
      case .missing: add(.unreadable)
      }
    } catch {
      failure = error
    }
  }

  private func add(_ content: SheetRow.Cell.Content) {
    let place = row.bytes.count
    row.cells.append(SheetRow.Cell(column: column, content: content, range: place..<place))
  }

  private func add(text: [UInt8], _ content: SheetRow.Cell.Content = .text) {
    let start = row.bytes.count
    row.bytes.append(contentsOf: text)
    row.cells.append(SheetRow.Cell(column: column, content: content, range: start..<row.bytes.count))
  }
}

/// The shared strings, shared by the sheets of a workbook, which are read one at a time.
final class StringTable {
  var strings: SharedStrings

  init(_ strings: consuming SharedStrings) { self.strings = strings }
}
