// SPDX-License-Identifier: Apache-2.0
import FenliuTestSupport
import FenliuWorkbook
import Glibc
import Testing

@Suite("Writing workbooks") struct WriterTests {
  static func bytes(_ rows: [[String]], created: Int = 1_795_176_000) throws -> (bytes: [UInt8], cut: Int) {
    var writer = try WorkbookWriter.beginning(created: created, temporaryFilesIn: "/tmp")
    try writer.beginSheet("decisions", columns: [.init("id", width: 10), .init("because", width: 40, wraps: true)])
    for row in rows {
      for cell in row { try writer.text(cell, fill: cell == "critical" ? 0xFF0000 : nil) }
      writer.endRow()
    }
    let cut = writer.cutCount
    let file = try writer.finish()
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: Int(lseek(file, 0, SEEK_END)))
    _ = unsafe bytes.withUnsafeMutableBytes { unsafe pread(file, $0.baseAddress, $0.count, 0) }
    return (bytes, cut)
  }

  @Test("what is written is read again, whatever it looks like")
  func roundTrip() throws {
    let texts = [
      "=1+1", "+1", "@x", "'=x", "http://example.org", "a_x000D_b", "_x_x0041_", "a\rb\nc\td", "<&\">", "\u{1}\u{1F}",
      "critical",
      "水管\u{1F600}", "007", "  ",
    ]
    let cells = try OpenBook(try Self.bytes(texts.map { [$0] }).bytes).cells()
    for (place, text) in texts.enumerated() { #expect(cells["A\(place + 2)"] == text) }
    #expect(cells["B1"] == "because")
  }

  @Test("what no cell can hold is replaced, and what is too long is cut, counted and marked")
  func beyondCells() throws {
    let long = String(repeating: "字", count: 32_767)
    let smiles = String(repeating: "\u{1F600}", count: 16_384)
    let written = try Self.bytes([["a\u{0}b\u{FFFE}", long], [long + "字", smiles]])
    let cells = try OpenBook(written.bytes).cells()
    #expect(cells["A2"] == "a\u{FFFD}b\u{FFFD}")
    #expect(cells["B2"] == long)
    #expect(cells["A3"] == String(repeating: "字", count: 32_766) + "…")
    #expect(cells["B3"] == String(repeating: "\u{1F600}", count: 16_383) + "…")
    #expect(written.cut == 2)
  }

  @Test("the same rows give the same bytes, at another time of day too")
  func deterministic() throws {
    let first = try Self.bytes([["1", "二"]]).bytes
    // Times in archives have steps of two seconds.
    usleep(2_100_000)
    #expect(try Self.bytes([["1", "二"]]).bytes == first)
    #expect(try Self.bytes([["1", "二"]], created: 1_795_176_001).bytes != first)
  }
}
