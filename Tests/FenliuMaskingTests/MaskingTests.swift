// SPDX-License-Identifier: Apache-2.0
import FenliuTestSupport
import Testing

@testable import FenliuMasking

@Suite("Masks")
struct MaskingTests {
  static let pieces = [
    "13912345679", "139", "1234", "5679", "86", "0086", "+", "-", " ", " ", "·", ".", "(", ")", "）", "0351", "4012387",
    "010", "62345678",
    "11010519491231002X", "6222021234567894", "6222", "0212", "3456", "7894", "@", "qq.com", "lm", "QQ", "扣扣", "微信",
    "号", "：", "护照",
    "E12358790", "晋", "J", "12K58", "一三九", "零零五六七八九二", "年", "2014", "元", "转", "808", "电话", "\n", "，", "x", "é", "😀",
    "\u{200B}",
    "身份证", "卡号", "1", "3", "订单", "*", "/", "=", "〉", "〈", "_",
  ]

  static func text(_ random: inout SplitMix64) -> String {
    (0..<Int.random(in: 0...14, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
  }

  @Test("a mask says what stood there and keeps nothing of it, in the words of each language")
  func words() {
    let text =
      "张某13912345679，座机0351-4012387，身份证11010519491231002X，卡6222021234567894，lm@mail.cn，晋J12K58，护照E12358790，QQ：123587，微信号lm_1987"
    let chinese = Masking(.chinese).masked(text)
    #expect(chinese == "张某〈手机〉，座机〈电话〉，身份证〈身份证〉，卡〈银行卡〉，〈邮箱〉，〈车牌〉，护照〈证件〉，QQ：〈QQ〉，微信号〈微信〉")
    let english = Masking(.english).masked(text)
    for kind in PersonalNumber.Kind.allCases { #expect(english.contains(Masking(.english).mask(kind))) }
    for shown in [chinese, english] { #expect(!shown.unicodeScalars.contains { ("0"..."9").contains($0) }) }
  }

  @Test("nothing is found in a masked text, so masking again changes nothing", arguments: Seeds.standard)
  func idempotent(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<400 {
      let text = Self.text(&random)
      for words in Masking.Words.allCases {
        let masked = Masking(words).masked(text)
        #expect(PersonalNumbers.found(in: masked) == [], "\(text.debugDescription) → \(masked.debugDescription)")
      }
    }
  }

  @Test("whatever stands beside a number, nothing is left to be found in the masked text", arguments: pieces)
  func pairs(piece: String) {
    let masking = Masking(.english)
    for other in Self.pieces {
      for text in [piece + other + piece, piece + other, "11010519491231002X" + piece + other] {
        let masked = masking.masked(text)
        #expect(masking.masked(masked) == masked, "\(text.debugDescription)")
      }
    }
  }

  @Test("bytes, pieces and places of a masked text agree with the text", arguments: Seeds.standard)
  func agree(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<200 {
      let text = Self.text(&random)
      let masking = Masking(.chinese)
      let whole = masking.masked(text)
      var bytes: [UInt8] = []
      masking.append(Array(text.utf8).span, to: &bytes)
      #expect(String(decoding: bytes, as: UTF8.self) == whole)
      let masked = MaskedText(text, masking)
      #expect(masked.whole == whole)
      // A scalar outside of all numbers is the same scalar at its place in the masked text.
      let (before, after) = (Array(text.unicodeScalars), Array(whole.unicodeScalars))
      var offset = 0
      for (place, scalar) in before.enumerated() {
        let range = offset..<offset + UTF8.width(scalar)
        offset = range.upperBound
        let shown = masked.scalars(place..<place + 1)
        if masked.mask(touching: range) == nil {
          #expect(Array(after[shown]) == [scalar])
          #expect(masked.piece(range) == String(scalar))
        } else {
          #expect(!masked.piece(range).unicodeScalars.contains(scalar) || scalar == "Q")
        }
      }
    }
  }

  private func isSeen(_ text: String) -> Bool { QuickLook.isWorthIt(Array(text.utf8).span) }

  @Test("what the quick look passes over has nothing personal in it", arguments: Seeds.standard)
  func quickLook(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let plain = ["天", "，", "a", " ", "一", "三", "八", "九", "零", "😀", "Ａ", "徽", "é", "\n", "微", "＠", "９", "5", "①"]
    for _ in 0..<300 {
      let text = (0..<Int.random(in: 0...60, using: &random)).map { _ in plain.randomElement(using: &random) ?? "" }
        .joined()
      let bytes = Array(text.utf8)
      if QuickLook.isWorthIt(bytes.span) { continue }
      var search = PersonalSearch(FoldedScalars(bytes.span))
      search.findMails()
      search.findIdentities()
      search.findPlates()
      search.findAccounts()
      search.findNumbers(withChinese: false)
      search.findNumbers(withChinese: true)
      #expect(search.found == [], "\(text)")
    }
    // Wherever one digit or sign stands in an otherwise plain text, it is seen.
    for place in 0..<100 {
      for mark in ["7", "@", "７", "＠", "微"] {
        let text = String(repeating: "a", count: place) + mark + String(repeating: "b", count: 99 - place)
        #expect(isSeen(text))
      }
      let digits = String(repeating: "好", count: place) + "一三九零" + String(repeating: "好", count: 99 - place)
      #expect(isSeen(digits))
    }
  }

  @Test(
    "a text made to be slow takes time by its length only", .timeLimit(.minutes(2)),
    arguments: [
      "1", "@", "a@", "1-", "138-", "138-1234-", "QQ", "QQ：", "微信号：", "一", "晋J1", "86 ", "(010)", "1 ", "身份证1", "护照号号",
      "13912345679", "a.", "lm@mail.cn", "0351-4012387-", "6222 ",
    ])
  func linear(piece: String) {
    let text = String(repeating: piece, count: 20_000 / piece.utf8.count)
    let masked = Masking(.chinese).masked(text)
    #expect(PersonalNumbers.found(in: masked) == [])
  }

  @Test("ids keep the numbers that platforms give")
  func ids() {
    let masking = Masking(.chinese)
    #expect(masking.masked(id: "6222021234567894") == "6222021234567894")
    #expect(masking.masked(id: "wb-20261120-0001") == "wb-20261120-0001")
    #expect(masking.masked(id: "13912345679") == "〈手机〉")
    #expect(masking.masked(id: "lm@mail.cn/3") == "〈邮箱〉/3")
  }

  @Test("a text without its numbers has line ends in their place")
  func struck() {
    #expect(PersonalNumbers.struck(from: "找13912345679，或lm@mail.cn") == "找\n，或\n")
    #expect(PersonalNumbers.struck(from: "没有") == "没有")
  }
}
