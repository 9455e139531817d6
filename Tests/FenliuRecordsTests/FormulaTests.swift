// SPDX-License-Identifier: Apache-2.0
import FenliuRecords
import Testing

@Suite("cells that a spreadsheet could run") struct FormulaTests {
  static func cell(_ text: String) -> String {
    var csv = CSVWriter()
    csv.textCell(text)
    return String(decoding: csv.bytes, as: UTF8.self)
  }

  @Test(
    "an apostrophe stands before every cell that begins like a formula, also behind blanks and what shows nothing",
    arguments: [
      "=1+1", "+1", "-1", "@SUM(A1)", "＝1", "＋1", "－1", "＠a", "\t=1", "\ta", "  =1", "\u{A0}=1", "\u{3000}+86",
      "\u{FEFF}=1",
      "\u{200B}@a", "\0=1", "=HYPERLINK",
    ])
  func formulas(text: String) {
    #expect(Self.cell(text) == "'" + text)
  }

  @Test("so it does before cells that must be quoted as well")
  func quoted() {
    #expect(Self.cell("=HYPERLINK(\"a\",\"b\")") == "\"'=HYPERLINK(\"\"a\"\",\"\"b\"\")\"")
    #expect(Self.cell("\n=1") == "\"'\n=1\"")
    #expect(Self.cell("\r\n=1") == "\"'\r\n=1\"")
  }

  @Test("other cells stay as they are", arguments: ["a=1", "1-2", " a", "", "  ", "（=1）", "路灯＝坏", "'=1", "#1", "*1"])
  func others(text: String) {
    #expect(Self.cell(text) == text)
  }
}
