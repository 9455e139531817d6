// SPDX-License-Identifier: Apache-2.0

/// Why a workbook cannot be read, or not further.
public enum WorkbookFailure: Error, Hashable, Sendable {
  /// The system refused, with its error number.
  case system(number: Int32)
  /// The file is no workbook of this kind; what it is: `XLS`, `encrypted XLSX`, `XLSB`, `ODS`, `ZIP`.
  case otherFormat(found: String)
  /// A part of the workbook is broken, or larger than any honest one.
  case broken(part: String, Fault)

  /// What is wrong with a part.
  public enum Fault: Hashable, Sendable {
    /// The archive is cut off, or its list of parts makes no sense.
    case damagedArchive
    /// There is no part of this name, though another part refers to it.
    case missing
    /// Two parts have this name.
    case twice
    /// The compressed bytes are damaged or cut off, or their checksum is wrong.
    case damaged
    /// The part is compressed or encrypted in a way that workbooks never are.
    case unreadable
    /// The part is no well-formed XML at this line.
    case notXML(line: Int)
    /// The part declares a document type, which workbooks never do: entities could be hidden there.
    case doctype
    /// The part is XML, and not what it ought to be at this line.
    case unexpected(line: Int)
    /// More than so much of something: `bytes`, `parts`, `sheets`, `rows`, `columns`, `strings`, `formats`, `merges`, `levels`
    /// of nesting, `bytes in one tag`.
    case tooMany(String, limit: Int)
    /// A relationship leads out of the workbook, or to something of another kind.
    case wrongRelationship
  }
}
