// SPDX-License-Identifier: Apache-2.0
import CZip
import FenliuTestSupport
import FenliuWorkbook
import Glibc
import Testing

@Suite("Workbooks that nobody honest writes") struct HostileTests {
  static let rows = WorkbookParts.row(1, ["id", "text"]) + WorkbookParts.row(2, ["1", "水管漏水"])

  static func plain() -> WorkbookParts { WorkbookParts([.init("S", rows: rows)]) }

  /// Why a workbook cannot be read to the end of its first sheet; nil when it can.
  static func failure(_ bytes: [UInt8], limits: WorkbookLimits = WorkbookLimits()) -> WorkbookFailure? {
    do {
      let open = try OpenBook(bytes, limits: limits)
      if !open.book.sheets.isEmpty { _ = try open.cells() }
      return nil
    } catch {
      guard let failure = error as? WorkbookFailure else { preconditionFailure("a failure of another kind") }
      return failure
    }
  }

  static func failure(_ change: (inout WorkbookParts) -> Void) -> WorkbookFailure? {
    var parts = plain()
    change(&parts)
    return failure(parts.zipped())
  }

  static func sheet(_ content: String) -> String {
    "<worksheet xmlns=\"\(WorkbookParts.main)\"><sheetData>\(content)</sheetData></worksheet>"
  }

  /// A zip archive whose one sheet is compressed; `zeros` follow its beginning.
  static func compressed(_ beginning: String, filler: UInt8, count: Int, in folder: TemporaryFolder) throws -> [UInt8] {
    let path = folder.path + "/bomb.xlsx"
    var parts = plain()
    parts.set("xl/worksheets/sheet1.xml", nil)
    var named = parts.parts.map { (name: $0.name, bytes: Array($0.text.utf8)) }
    named.append(("xl/worksheets/sheet1.xml", Array(beginning.utf8) + [UInt8](repeating: filler, count: count)))
    var code: CInt = 0
    guard let zip = unsafe zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, &code) else { throw NoArchive() }
    for part in named {
      // libzip reads the bytes when the archive is closed, and frees this copy of them then.
      guard let copy = unsafe malloc(max(1, part.bytes.count)) else { throw NoArchive() }
      unsafe copy.copyMemory(from: part.bytes, byteCount: part.bytes.count)
      guard let source = unsafe zip_source_buffer(zip, copy, UInt64(part.bytes.count), 1) else { throw NoArchive() }
      _ = unsafe zip_file_add(zip, part.name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
    }
    guard unsafe zip_close(zip) == 0 else { throw NoArchive() }
    return try bytes(of: path)
  }

  struct NoArchive: Error {}

  static func bytes(of path: String) throws -> [UInt8] {
    let file = unsafe open(path, O_RDONLY)
    try #require(file >= 0)
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: Int(lseek(file, 0, SEEK_END)))
    _ = unsafe bytes.withUnsafeMutableBytes { unsafe pread(file, $0.baseAddress, $0.count, 0) }
    return bytes
  }

  @Test("a workbook that is cut off anywhere is refused, and its part is named")
  func truncated() {
    let whole = Self.plain().zipped()
    #expect(Self.failure(whole) == nil)
    for length in stride(from: 0, to: whole.count, by: 97) {
      #expect(Self.failure(Array(whole[..<length])) == .broken(part: "zip", .damagedArchive))
    }
  }

  @Test("a byte that was changed anywhere crashes nothing")
  func changedBytes() {
    let whole = Self.plain().zipped()
    var failures = 0
    for place in stride(from: 0, to: whole.count, by: 13) {
      var changed = whole
      changed[place] ^= 0x55
      if Self.failure(changed) != nil { failures += 1 }
    }
    #expect(failures > 50)
  }

  @Test("what grows beyond the budget of its part is refused after the budget, in memory that stays small")
  func bomb() throws {
    let folder = try TemporaryFolder()
    let bomb = try Self.compressed(
      "<worksheet xmlns=\"\(WorkbookParts.main)\"><sheetData>", filler: UInt8(ascii: " "), count: 40 << 20, in: folder)
    #expect(bomb.count < 1 << 20)
    var limits = WorkbookLimits()
    limits.sheetBytes = 20 << 20
    #expect(
      Self.failure(bomb, limits: limits)
        == .broken(part: "xl/worksheets/sheet1.xml", .tooMany("bytes", limit: 20 << 20)))
    let zeros = try Self.compressed("", filler: 0, count: 40 << 20, in: folder)
    #expect(Self.failure(zeros) == .broken(part: "xl/worksheets/sheet1.xml", .notXML(line: 1)))
    let tag = try Self.compressed(
      "<worksheet xmlns=\"\(WorkbookParts.main)\" a=\"", filler: UInt8(ascii: "x"), count: 40 << 20, in: folder)
    #expect(
      Self.failure(tag) == .broken(part: "xl/worksheets/sheet1.xml", .tooMany("bytes in one tag", limit: 1 << 20)))
  }

  @Test("no document type is taken, and so no entity that grows and no file from outside")
  func doctype() {
    for subset in [
      "<!ENTITY a \"b\">", "<!ENTITY a SYSTEM \"/etc/passwd\">", "",
      "<!ENTITY a0 \"ha\"><!ENTITY a1 \"&a0;&a0;&a0;&a0;\"><!ENTITY a2 \"&a1;&a1;&a1;&a1;\">",
    ] {
      let found = Self.failure {
        $0.set(
          "xl/worksheets/sheet1.xml", "<!DOCTYPE worksheet [\(subset)]>" + Self.sheet("<row><c><v>&a;</v></c></row>"))
      }
      #expect(found == .broken(part: "xl/worksheets/sheet1.xml", .doctype))
    }
  }

  @Test(
    "a part that is not what it ought to be is named",
    arguments: [
      ("xl/worksheets/sheet1.xml", nil, WorkbookFailure.Fault.missing),
      ("xl/sharedStrings.xml", nil, .missing), ("xl/styles.xml", nil, .missing), ("xl/workbook.xml", nil, .missing),
      ("xl/_rels/workbook.xml.rels", nil, .missing), ("xl/worksheets/sheet1.xml", "", .notXML(line: 1)),
      ("xl/worksheets/sheet1.xml", "<a/>", .unexpected(line: 1)),
      ("xl/styles.xml", "<styleSheet/>", .unexpected(line: 1)),
      ("xl/sharedStrings.xml", "<sst xmlns=\"\(WorkbookParts.main)\"><si>", .notXML(line: 1)),
      ("xl/worksheets/sheet1.xml", sheet("<row r=\"1\"/>\n<row r=\"1\"/>"), .unexpected(line: 2)),
      ("xl/worksheets/sheet1.xml", sheet("<row r=\"0\"/>"), .unexpected(line: 1)),
      ("xl/worksheets/sheet1.xml", sheet("<row r=\"1048577\"/>"), .tooMany("rows", limit: 1_048_576)),
      ("xl/worksheets/sheet1.xml", sheet("<row r=\"1\"><c r=\"A2\"/></row>"), .unexpected(line: 1)),
      ("xl/worksheets/sheet1.xml", sheet("<row><row/></row>"), .unexpected(line: 1)),
      ("xl/worksheets/sheet1.xml", sheet("<row><c><c/></c></row>"), .unexpected(line: 1)),
      ("xl/worksheets/sheet1.xml", sheet("<row r=\"1\"><c r=\"XFE1\"/></row>"), .tooMany("columns", limit: 16_384)),
      (
        "xl/worksheets/sheet1.xml", sheet("<row>" + String(repeating: "<c/>", count: 100_000) + "</row>"),
        .tooMany("columns", limit: 16_384)
      ),
      (
        "xl/worksheets/sheet1.xml",
        sheet("<row>" + String(repeating: "<c r=\"A1\"/>", count: 100_000) + "</row>"),
        .tooMany("columns", limit: 16_384)
      ),
      (
        "xl/worksheets/sheet1.xml", sheet(String(repeating: "<a>", count: 100_000)), .tooMany("levels", limit: 64)
      ),
      ("xl/worksheets/sheet1.xml", sheet("<row><c t=\"str\"><v>a\u{0}b</v></c></row>"), .notXML(line: 1)),
      ("xl/worksheets/sheet1.xml", sheet("<row><c><v>&nbsp;</v></c></row>"), .notXML(line: 1)),
    ] as [(String, String?, WorkbookFailure.Fault)])
  func parts(part: String, text: String?, fault: WorkbookFailure.Fault) {
    #expect(Self.failure { $0.set(part, text) } == .broken(part: part, fault))
  }

  @Test("a relationship that leads nowhere, outside or to another kind is refused")
  func relationships() {
    let rels = "xl/_rels/workbook.xml.rels"
    func text(_ target: String, _ id: String = "rId1", _ more: String = "") -> String {
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"\(id)\""
        + " Type=\"http://x/worksheet\" Target=\"\(target)\"\(more)/></Relationships>"
    }
    #expect(Self.failure { $0.set(rels, text("../../../etc/passwd")) } == .broken(part: rels, .wrongRelationship))
    #expect(
      Self.failure { $0.set(rels, text("worksheets/sheet1.xml", "rId7")) } == .broken(part: rels, .wrongRelationship))
    #expect(
      Self.failure { $0.set(rels, text("file:///x", "rId1", " TargetMode=\"External\"")) }
        == .broken(part: rels, .wrongRelationship))
    #expect(
      Self.failure { $0.set(rels, text("worksheets/none.xml")) } == .broken(part: "xl/worksheets/none.xml", .missing))
    #expect(Self.failure { $0.set(rels, text("/xl/worksheets/sheet1.xml")) } == nil)
    #expect(Self.failure { $0.set(rels, text("styles.xml")) } == .broken(part: "xl/styles.xml", .unexpected(line: 1)))
  }

  @Test("two parts of one name are refused, whatever the case of their letters")
  func twice() {
    var zip = StoredZip()
    for part in Self.plain().parts { zip.add(part.name, Array(part.text.utf8)) }
    zip.add("XL\\Workbook.xml", [])
    #expect(Self.failure(zip.archive()) == .broken(part: "xl/workbook.xml", .twice))
  }

  @Test("an archive of very many parts, or one that says it has, is refused before they are listed")
  func manyParts() {
    var limits = WorkbookLimits()
    limits.parts = 100
    var zip = StoredZip()
    for number in 0..<101 { zip.add("\(number)", []) }
    #expect(Self.failure(zip.archive(), limits: limits) == .broken(part: "zip", .tooMany("parts", limit: 100)))
    #expect(
      Self.failure(Self.plainZip().archive(claimedCount: 60_000))
        == .broken(part: "zip", .tooMany("parts", limit: 10_000)))
  }

  static func plainZip() -> StoredZip {
    var zip = StoredZip()
    for part in plain().parts { zip.add(part.name, Array(part.text.utf8)) }
    return zip
  }

  @Test("what is no workbook is named as what it is")
  func otherFormats() {
    let old: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    #expect(Self.failure(old) == .otherFormat(found: "XLS"))
    var encrypted = old + [UInt8](repeating: 0, count: 504)
    encrypted[30] = 9
    encrypted[48] = 1
    encrypted += [UInt8](repeating: 0, count: 640) + "EncryptedPackage".utf8.flatMap { [$0, 0] as [UInt8] }
    encrypted += [UInt8](repeating: 0, count: 1536 - encrypted.count)
    #expect(Self.failure(encrypted) == .otherFormat(found: "encrypted XLSX"))
    var zip = StoredZip()
    zip.add("a.txt", Array("a".utf8))
    #expect(Self.failure(zip.archive()) == .otherFormat(found: "ZIP"))
    #expect(Self.failure(Array("id,text\n".utf8)) == .broken(part: "zip", .damagedArchive))
  }
}
