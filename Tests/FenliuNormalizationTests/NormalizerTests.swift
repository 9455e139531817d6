// SPDX-License-Identifier: Apache-2.0
import FenliuFolding
import FenliuModel
import FenliuNormalization
import Testing

@Suite struct NormalizerTests {
  @Test("a range takes no vanished character along, neither before nor behind")
  func vanished() {
    let text = Normalizer().normalized("\u{FEFF}ＶＸ\u{200B}\u{200B}群主\u{200D}。")
    #expect(text.bytes == Array("vx群主。".utf8))
    #expect(text.originalRange(of: 0..<2) == 3..<9)
    #expect(text.originalRange(of: 1..<5) == 6..<18)
    #expect(text.originalRange(of: 2..<8) == 15..<21)
    #expect(text.originalText(of: 0..<8) == "ＶＸ\u{200B}\u{200B}群主")
    #expect(text.originalScalarOffsets(of: 2..<8) == 5..<7)
    #expect(text.originalRange(of: 8..<11) == 24..<27)
    #expect(text.originalRange(of: 2..<2).isEmpty)
  }
}
