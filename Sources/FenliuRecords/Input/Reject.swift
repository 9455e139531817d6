// SPDX-License-Identifier: Apache-2.0
public import FenliuDigest

/// A row that is no post: where it stands, what is wrong, and a digest by which it is known again. Never the row itself.
public struct Reject: Hashable, Sendable {
  /// What is wrong with a row. The key never changes once published.
  public struct Reason: RawRepresentable, Hashable, Sendable {
    /// The key as `rejects.jsonl` has it.
    public let rawValue: String
    /// A reason with this key.
    public init(rawValue: String) { self.rawValue = rawValue }
    private init(_ key: String) { rawValue = key }

    /// The bytes are not UTF-8.
    public static let notUTF8 = Reason("not-utf8")
    /// The input is in another encoding than UTF-8, and has bytes that stand for no character in it.
    public static let badEncoding = Reason("bad-encoding")
    /// The row stands above the header, and looks like more than a title.
    public static let aboveHeader = Reason("above-header")
    /// The line is not one JSON object.
    public static let notJSON = Reason("not-json")
    /// An escape stands for half a character.
    public static let loneSurrogate = Reason("lone-surrogate")
    /// Lists and objects are nested too deeply.
    public static let tooDeep = Reason("too-deep")
    /// An object has more keys than a row may have.
    public static let tooManyKeys = Reason("too-many-keys")
    /// A key stands twice, or two keys name the same column.
    public static let duplicateKey = Reason("duplicate-key")
    /// A column that is read holds a list, an object or a truth value.
    public static let wrongType = Reason("wrong-type")
    /// A quote that opens a cell is not closed, or something follows the one that closes it.
    public static let quotes = Reason("quotes")
    /// A row has more cells than the header.
    public static let extraCells = Reason("extra-cells")
    /// Neither title nor text.
    public static let noText = Reason("no-text")
    /// Longer than a post may be.
    public static let tooLong = Reason("too-long")
    /// A time that is none.
    public static let badTime = Reason("bad-time")
    /// A date of which nobody said whether the day or the month comes first.
    public static let ambiguousDate = Reason("ambiguous-date")
    /// A formula failed in a column that is read: `#REF!`, `#VALUE!`.
    public static let cellError = Reason("cell-error")
    /// A cell of a workbook holds nothing that can be read.
    public static let badCell = Reason("bad-cell")
    /// A count that is none.
    public static let badNumber = Reason("bad-number")
  }

  /// The file as it was named to the program; `-` for standard input.
  public var file: String
  /// The sheet of the workbook that the row is in; nil for other inputs.
  public var sheet: String?
  /// The line at which the row begins, counted from 1; of a sheet the number of the row.
  public var line: Int
  /// Where the row begins in the text of the file, in bytes.
  public var offset: Int
  /// How long it is, in bytes, its line end left out.
  public var length: Int
  /// The digest of these bytes.
  public var digest: SHA256Digest
  /// What is wrong.
  public var reason: Reason
  /// The column it is wrong in, where it is one.
  public var column: Column?
  /// Where in the row it is wrong, in bytes from its start, where one place can be named.
  public var place: Int?

  /// A reject of the row so long at that place.
  public init(
    file: String, line: Int, offset: Int, length: Int, digest: SHA256Digest, reason: Reason, column: Column? = nil,
    place: Int? = nil
  ) {
    self.file = file
    self.line = line
    self.offset = offset
    self.length = length
    self.digest = digest
    self.reason = reason
    self.column = column
    self.place = place
  }
}
