// SPDX-License-Identifier: Apache-2.0

/// A workbook as a test writes it by hand: its parts, as XML.
public struct WorkbookParts {
  /// A sheet: its name and the XML inside of `worksheet`.
  public struct Sheet {
    public var name: String
    public var content: String
    public var state: String?

    /// A sheet with these rows, as XML, and what stands behind them.
    public init(_ name: String, rows: String, behind: String = "", state: String? = nil) {
      self.name = name
      content = "<sheetData>\(rows)</sheetData>\(behind)"
      self.state = state
    }
  }

  public static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006/relationships"

  /// The parts by name, in order; to be changed at will.
  public var parts: [(name: String, text: String)]

  /// The parts of a workbook with those sheets, shared strings (as the XML inside of each `si`) and number formats, one a style.
  public init(
    _ sheets: [Sheet], strings: [String] = [], formats: [String] = [], properties: String = ""
  ) {
    let list = sheets.enumerated().map { place, sheet in
      let state = sheet.state.map { " state=\"\($0)\"" } ?? ""
      return "<sheet name=\"\(sheet.name)\" sheetId=\"\(place + 1)\"\(state) r:id=\"rId\(place + 1)\"/>"
    }.joined()
    var relationships = sheets.indices.map {
      Self.relationship("rId\($0 + 1)", "worksheet", "worksheets/sheet\($0 + 1).xml")
    }.joined()
    relationships += Self.relationship("rIdA", "sharedStrings", "sharedStrings.xml")
    relationships += Self.relationship("rIdB", "styles", "styles.xml")
    let codes = formats.enumerated().map { place, code in
      "<numFmt numFmtId=\"\(164 + place)\" formatCode=\"\(code)\"/>"
    }.joined()
    let styles = formats.indices.map { "<xf numFmtId=\"\(164 + $0)\"/>" }.joined()
    parts = [
      ("_rels/.rels", Self.relationships(Self.relationship("rId1", "officeDocument", "xl/workbook.xml"))),
      (
        "xl/workbook.xml",
        "<workbook xmlns=\"\(Self.main)\" xmlns:r=\"\(Self.office)\">\(properties)<sheets>\(list)</sheets></workbook>"
      ), ("xl/_rels/workbook.xml.rels", Self.relationships(relationships)),
      (
        "xl/styles.xml",
        "<styleSheet xmlns=\"\(Self.main)\"><numFmts>\(codes)</numFmts><cellXfs><xf numFmtId=\"0\"/>\(styles)"
          + "</cellXfs></styleSheet>"
      ),
      (
        "xl/sharedStrings.xml",
        "<sst xmlns=\"\(Self.main)\">\(strings.map { "<si>\($0)</si>" }.joined())</sst>"
      ),
    ]
    for (place, sheet) in sheets.enumerated() {
      parts.append(
        ("xl/worksheets/sheet\(place + 1).xml", "<worksheet xmlns=\"\(Self.main)\">\(sheet.content)</worksheet>"))
    }
  }

  /// A row of texts, each in its cell; empty ones have none.
  public static func row(_ number: Int, _ texts: [String]) -> String {
    let cells = texts.enumerated().map { place, text in
      text.isEmpty
        ? "" : "<c r=\"\(column(place))\(number)\" t=\"inlineStr\"><is><t>\(escaped(text))</t></is></c>"
    }.joined()
    return "<row r=\"\(number)\">\(cells)</row>"
  }

  /// The letters of a column, counted from 0.
  public static func column(_ number: Int) -> String {
    let last = String(Unicode.Scalar(UInt8(0x41 + number % 26)))
    return number < 26 ? last : column(number / 26 - 1) + last
  }

  /// Changes a part, or adds it.
  public mutating func set(_ name: String, _ text: String?) {
    parts.removeAll { $0.name == name }
    if let text { parts.append((name, text)) }
  }

  /// The workbook.
  public func zipped() -> [UInt8] {
    var zip = StoredZip()
    for part in parts { zip.add(part.name, Array(part.text.utf8)) }
    return zip.archive()
  }

  private static func relationship(_ id: String, _ kind: String, _ target: String) -> String {
    "<Relationship Id=\"\(id)\" Type=\"\(office)/\(kind)\" Target=\"\(target)\"/>"
  }

  private static func relationships(_ content: String) -> String {
    "<Relationships xmlns=\"\(package)\">\(content)</Relationships>"
  }

  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text {
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      default: escaped.append(character)
      }
    }
    return escaped
  }
}
