// SPDX-License-Identifier: Apache-2.0
import FenliuTestSupport
import FenliuWorkbook
import Testing

@Suite("Days and times") struct DateTests {
  static func shown(_ value: String, _ code: String, from1904: Bool = false) throws -> String? {
    try OpenBook.cells(
      "<row><c s=\"1\"><v>\(value)</v></c></row>", formats: [code],
      properties: from1904 ? "<workbookPr date1904=\"1\"/>" : "")["A1"]
  }

  @Test(
    "a number is a day where its format says so",
    arguments: [
      ("yyyy-mm-dd", "2026-11-20 08:03:00"), ("yyyy/m/d h:mm", "2026-11-20 08:03:00"),
      ("yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;", "2026-11-20 08:03:00"),
      ("[$-804]e年m月;@", "2026-11-20 08:03:00"), ("[Red]m/d", "2026-11-20 08:03:00"), ("mmm", "2026-11-20 08:03:00"),
      ("h:mm", "2026-11-20 08:03:00"), ("[h]:mm", "1112312:03:00"), ("General", "46346.33541666667"),
      ("0.00E+00", "46346.33541666667"), ("#,##0.00_ &quot;days&quot;", "46346.33541666667"),
      ("\\d0", "46346.33541666667"), ("0.0;yyyy", "46346.33541666667"), ("[Blue]0", "46346.33541666667"),
      ("@", "46346.33541666667"),
    ])
  func formats(code: String, text: String) throws { #expect(try Self.shown("46346.335416666669", code) == text) }

  @Test(
    "days are counted as spreadsheets count them",
    arguments: [
      ("1", "1900-01-01"), ("59", "1900-02-28"), ("60", "1900-02-29"), ("61", "1900-03-01"), ("0", "1900-01-00"),
      ("36585", "2000-02-29"), ("73109", "2100-02-28"), ("73110", "2100-03-01"), ("46346", "2026-11-20"),
      ("46346.0", "2026-11-20"),
      ("46345.999999", "2026-11-20"), ("46346.5", "2026-11-20 12:00:00"), ("46346.99999", "2026-11-20 23:59:59"),
      ("2958465", "9999-12-31"), ("2958466", "2958466"), ("-1", "-1"),
    ])
  func serials(value: String, text: String) throws { #expect(try Self.shown(value, "yyyy-mm-dd") == text) }

  @Test("days counted from 1904 are the same days")
  func macintosh() throws {
    #expect(try Self.shown("0", "yyyy-mm-dd", from1904: true) == "1904-01-01")
    #expect(try Self.shown("44884.25", "yyyy-mm-dd", from1904: true) == "2026-11-20 06:00:00")
  }

  @Test("a time of day has no day")
  func times() throws {
    #expect(try Self.shown("0.335416666666667", "hh:mm:ss") == "08:03:00")
    #expect(try Self.shown("1.5", "[h]:mm:ss") == "36:00:00")
  }

  @Test("the formats that programs know by number alone are days too", arguments: [14, 22, 27, 31, 57, 58])
  func builtIn(id: Int) throws {
    var parts = WorkbookParts([.init("S", rows: "<row><c s=\"1\"><v>46346</v></c></row>")])
    parts.set(
      "xl/styles.xml",
      "<styleSheet xmlns=\"\(WorkbookParts.main)\"><cellStyleXfs><xf numFmtId=\"2\"/></cellStyleXfs>"
        + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"\(id)\"/></cellXfs><dxfs><dxf><numFmt numFmtId=\"\(id)\" formatCode=\"0\"/></dxf></dxfs></styleSheet>"
    )
    #expect(try OpenBook(parts).cells() == ["A1": "2026-11-20"])
  }
}
