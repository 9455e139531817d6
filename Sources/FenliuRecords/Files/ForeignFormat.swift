// SPDX-License-Identifier: Apache-2.0

/// A format that is not read as text, known by its first bytes, so that people are told what their file is and what to do with it.
public enum ForeignFormat: String, Hashable, Sendable, CaseIterable {
  case utf32 = "UTF-32"
  case workbook = "XLSX"
  /// The tables of LibreOffice.
  case openDocument = "ODS"
  case oldWorkbook = "XLS"
  case zip = "ZIP"
  case rar = "RAR"
  case sevenZip = "7z"
  case bzip2, xz, tar
  /// Something compressed within something compressed.
  case compressedTwice = "compressed twice"
  case pdf = "PDF"
  /// A page of the web; many systems call a table in one `.xls`.
  case html = "HTML"
  /// A page of the web with all that belongs to it in one file, as old spreadsheets save it.
  case webArchive = "MHTML"
  /// What spreadsheets of 2003 called XML; often called `.xls` as well.
  case spreadsheetXML = "XML Spreadsheet 2003"
  case xml = "XML"
  case jsonArray = "JSON array"

  /// Whether a closer look may show a workbook that is read, or say better why it is not.
  var mayBeWorkbook: Bool { self == .workbook || self == .zip || self == .openDocument || self == .oldWorkbook }

  /// How many bytes are needed to know all of those that bytes tell.
  static let beginningLength = 512

  /// The format of bytes that are certainly no text of ours, as far as their beginning shows.
  init?(bytes: Span<UInt8>) {
    func begins(_ mark: UInt8..., at place: Int = 0) -> Bool {
      bytes.count >= place + mark.count && mark.indices.allSatisfy { bytes[place + $0] == mark[$0] }
    }
    if begins(0xFF, 0xFE, 0, 0) || begins(0, 0, 0xFE, 0xFF) {
      self = .utf32
    } else if begins(0x50, 0x4B, 3, 4) {
      self = Self.inZip(bytes)
    } else if begins(0xD0, 0xCF, 0x11, 0xE0) {
      self = .oldWorkbook
    } else if begins(0x52, 0x61, 0x72, 0x21, 0x1A, 7) {
      self = .rar
    } else if begins(0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C) {
      self = .sevenZip
    } else if begins(0x42, 0x5A, 0x68), bytes.count > 4, (0x31...0x39).contains(bytes[3]), bytes[4] == 0x31 {
      self = .bzip2
    } else if begins(0xFD, 0x37, 0x7A, 0x58, 0x5A, 0) {
      self = .xz
    } else if begins(0x25, 0x50, 0x44, 0x46, 0x2D) {
      self = .pdf
    } else if begins(0x75, 0x73, 0x74, 0x61, 0x72, at: 257) {
      self = .tar
    } else {
      return nil
    }
  }

  /// What the first entry of an archive says of it: its name stands at byte 30.
  private static func inZip(_ bytes: Span<UInt8>) -> ForeignFormat {
    guard bytes.count >= 30 else { return .zip }
    let end = min(bytes.count, 30 + Int(bytes[26]) + Int(bytes[27]) << 8)
    let name = String(copying: bytes, 30..<end)
    if name == "mimetype" { return .openDocument }
    let isWorkbook = name == "[Content_Types].xml" || ["_rels/", "xl/", "docProps/"].contains(where: name.hasPrefix)
    return isWorkbook ? .workbook : .zip
  }

  /// The format of a text that is no table and no JSON lines; nil where nothing is known of it.
  init?(text: Span<UInt8>) {
    let range = text.trimmedRange(0..<text.count)
    guard let first = range.first else { return nil }
    let start = String(copying: text, first..<min(range.upperBound, first + Self.beginningLength)).lowercased()
    if start.hasPrefix("[") {
      self = .jsonArray
    } else if start.hasPrefix("mime-version:") {
      self = .webArchive
    } else if start.hasPrefix("<") {
      let isSpreadsheet = start.contains("excel.sheet") || start.contains("schemas-microsoft-com:office:spreadsheet")
      let tags = ["<!doctype html", "<html", "<head", "<meta", "<body", "<table", "<style", "<div", "<script"]
      if start.contains("<workbook") || isSpreadsheet && !tags.contains(where: start.contains) {
        self = .spreadsheetXML
      } else if tags.contains(where: start.contains) {
        self = .html
      } else if start.hasPrefix("<?xml") {
        self = .xml
      } else {
        return nil
      }
    } else {
      return nil
    }
  }
}
