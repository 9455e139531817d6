// SPDX-License-Identifier: Apache-2.0

/// The budgets within which a workbook is read. What is beyond them is refused, never read in part.
///
/// All are counted on what comes out of the archive, so that an archive that lies about its sizes gains nothing.
public struct WorkbookLimits: Hashable, Sendable {
  /// The most parts of the archive.
  public var parts = 10_000
  /// The most bytes of a sheet, and of the shared strings.
  public var sheetBytes = 4 << 30
  /// The most bytes of any other part: styles, relationships, the list of sheets.
  public var smallPartBytes = 64 << 20
  /// The most sheets.
  public var sheets = 1_024
  /// The most bytes of a cell in UTF-8. Excel stops at 32,767 characters, other programs do not. A longer cell is a bad one.
  public var cellBytes = 1_000_000
  /// The most bytes of the cells of a row together; the cells beyond are bad ones.
  public var rowBytes = 8_065_536
  /// The most shared strings.
  public var strings = 64 << 20
  /// How many bytes of shared strings are held in memory; the rest goes into a temporary file without a name.
  public var stringBytesInMemory = 64 << 20
  /// How deep elements may be nested.
  public var depth = 64
  /// The most bytes of a single tag or comment. The parser reads an unfinished one again with every piece that it is given.
  public var tagBytes = 1 << 20

  /// Excel's own limit of rows in a sheet.
  public static let rows = 1_048_576
  /// Excel's own limit of columns in a sheet.
  public static let columns = 16_384

  /// The usual budgets.
  public init() {}
}
