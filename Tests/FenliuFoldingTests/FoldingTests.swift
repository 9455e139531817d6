// SPDX-License-Identifier: Apache-2.0
import FenliuFolding
import Testing

@Suite struct FoldingTests {
  @Test("each step of folding does its part, and sentence marks stay")
  func steps() {
    #expect(Folding.fold("ＶＸ：Ａ１２③㊀ⅴ𝐀⑩ⅷ㎡乾著 發財K\u{200B}\u{FE0F}\u{AD}！ẞ薴") == "vx：a123一va⑩ⅷ㎡乾著 发财k！ß苎")
  }
}
