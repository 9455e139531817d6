// SPDX-License-Identifier: Apache-2.0
@testable import FenliuMasking

/// Masks: what is found lies in the text, on characters, apart from each other; what the quick look passes over has nothing to find;
/// and what is masked piece by piece is masked as the whole is.
final class MasksTarget: FuzzTarget {
  private static let pieces: [String] = [
    "1", "3", "8", "0", "5", "9", "2", "138", "0013", "8000", "-", " ", "—", "+86", "(0351)", "电话", "微信", "QQ", "号",
    "：", "@",
    "qq.com", ".", "a", "B", "晋", "A12345", "身份证", "护照", "E", "一", "三", "八", "〇", "零", "１", "３", "⑧", "\u{200B}", "，",
    "。",
    "11010519491231002X", "6222021234567890123", "x", "群", "加", "转", "400", "12345", "\n", "/", "_",
  ]

  func run(_ bytes: [UInt8]) {
    var source = ByteSource(bytes)
    var text = source.text(of: Self.pieces)
    text.makeContiguousUTF8()
    let all = Array(text.utf8)
    let found = PersonalNumbers.found(in: text)
    var end = 0
    for number in found {
      expect(
        number.range.lowerBound >= end && !number.range.isEmpty,
        "\(number.range) after \(end) of \(text.debugDescription)")
      end = number.range.upperBound
      expect(end <= all.count, "\(number.range) of \(all.count)")
      for place in [number.range.lowerBound, end] where place < all.count {
        expect(all[place] & 0xC0 != 0x80, "\(number.range) cuts a character of \(text.debugDescription)")
      }
    }
    if !QuickLook.isWorthIt(all.span) {
      var search = PersonalSearch(FoldedScalars(all.span))
      search.findMails()
      search.findIdentities()
      search.findPlates()
      search.findAccounts()
      search.findNumbers(withChinese: false)
      search.findNumbers(withChinese: true)
      expect(search.found.isEmpty, "the quick look passes over \(text.debugDescription)")
    }
    for words in Masking.Words.allCases {
      let masking = Masking(words)
      let masked = masking.masked(text)
      var appended: [UInt8] = []
      masking.append(all.span, to: &appended)
      expectEqual(appended, Array(masked.utf8), "what is appended of \(text.debugDescription)")
    }
  }
}
