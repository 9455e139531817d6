// SPDX-License-Identifier: Apache-2.0
import FenliuTestSupport
import Testing

@testable import Fenliu

@Suite("Words that a reason quotes")
struct QuotesTests {
  @Test("they are the first three that differ as strings do", arguments: Seeds.standard)
  func distinct(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    // With texts that are canonically equivalent, and such as only look alike.
    let choices = ["工资", "欠薪", "é", "e\u{301}", "e", "が", "か\u{3099}", "豈", "\u{F900}", "ａ", "a", "abc", "ab"]
    for _ in 0..<50 {
      let words = (0..<Int.random(in: 0..<8, using: &random)).map { _ in choices.randomElement(using: &random)! }
      var texts: [UInt8] = []
      var quotes = Quotes()
      var expected: [String] = []
      for word in words {
        texts.append(contentsOf: word.utf8)
        quotes.add(texts.count - word.utf8.count..<texts.count, of: texts)
        if !expected.contains(word), expected.count < 3 { expected.append(word) }
      }
      let quoted = (0..<quotes.count).map { Array(texts[quotes[$0]]) }
      #expect(quoted == expected.map { Array($0.utf8) })
      #expect(quotes.isFull == (expected.count == 3))
      #expect(quotes.isEmpty == words.isEmpty)
    }
  }
}
