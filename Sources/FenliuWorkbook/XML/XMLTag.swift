// SPDX-License-Identifier: Apache-2.0
import Glibc

/// The elements that are read of a workbook. All others, and those of other namespaces, are passed over.
enum XMLTag: String, CaseIterable {
  case other = ""
  case workbook, workbookPr, sheet
  case relationships = "Relationships"
  case relationship = "Relationship"
  case styleSheet, numFmts, numFmt, cellXfs, xf
  case sst, si, r, rPh, t
  case worksheet, sheetData, row, c, v, `is`, mergeCell

  /// The namespaces of workbooks: the one everybody writes, the one of "Strict Open XML", and that of relationships.
  private static let namespaces: [StaticString] = [
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main",
    "http://schemas.openxmlformats.org/package/2006/relationships",
  ]

  /// What stands between a namespace and a name in what the parser gives; no XML can hold it.
  static let separator: CChar = 1

  /// The element of a name as the parser gives it.
  init(_ name: UnsafePointer<CChar>) {
    self = .other
    for namespace in Self.namespaces {
      let length = namespace.utf8CodeUnitCount
      let start = unsafe UnsafeRawPointer(namespace.utf8Start).assumingMemoryBound(to: CChar.self)
      guard unsafe strncmp(name, start, length) == 0, unsafe name[length] == Self.separator else { continue }
      self = unsafe Self.local(name + length + 1)
      return
    }
  }

  /// Cells come by the million, so that theirs are asked first.
  private static func local(_ name: UnsafePointer<CChar>) -> XMLTag {
    let first = unsafe UInt8(bitPattern: name[0])
    if first != 0, unsafe name[1] == 0 {
      switch first {
      case UInt8(ascii: "c"): return .c
      case UInt8(ascii: "v"): return .v
      case UInt8(ascii: "r"): return .r
      case UInt8(ascii: "t"): return .t
      default: return .other
      }
    }
    if unsafe strcmp(name, "row") == 0 { return .row }
    if unsafe strcmp(name, "si") == 0 { return .si }
    return unsafe XMLTag(rawValue: String(cString: name)) ?? .other
  }
}
