// SPDX-License-Identifier: Apache-2.0
import FenliuTestSupport
import Testing

@testable import FenliuRouting

@Suite("Names in text")
struct NameIndexTests {
  @Test("the index finds what a plain search finds, and no two overlap", arguments: Seeds.standard)
  func agreesWithPlainSearch(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let alphabet = ["甲", "乙", "局", "路"]
    func text(_ count: Int) -> String {
      (0..<count).compactMap { _ in alphabet.randomElement(using: &random) }.joined()
    }
    for _ in 0..<40 {
      let names = Array(Set((0..<5).map { _ in text(Int.random(in: 1...4, using: &random)) })).sorted()
      let bytes = Array(text(30).utf8)
      var all: [Range<Int>] = []
      for name in names.map({ Array($0.utf8) }) {
        for start in stride(from: 0, through: bytes.count - name.count, by: 3)
        where bytes[start..<start + name.count].elementsEqual(name) {
          all.append(start..<start + name.count)
        }
      }
      var expected: [Range<Int>] = []
      for range in all.sorted(by: { ($1.count, $0.lowerBound) < ($0.count, $1.lowerBound) })
      where !expected.contains(where: range.overlaps) {
        expected.append(range)
      }
      let found = NameIndex(names).names(in: bytes.span, range: 0..<bytes.count)
      #expect(found.map(\.range) == expected.sorted { $0.lowerBound < $1.lowerBound })
      for name in found { #expect(bytes[name.range].elementsEqual(names[name.name].utf8)) }
    }
  }

  @Test("a Latin name is a whole word, a Han name stands anywhere")
  func edges() {
    let index = NameIndex(["HR", "人事"])
    func count(_ text: String) -> Int {
      let bytes = Array(text.utf8)
      return index.names(in: bytes.span, range: 0..<bytes.count).count
    }
    #expect(count("the hr desk") == 1)
    #expect(count("hrs") == 0)
    #expect(count("找hr要") == 1)
    #expect(count("问人事科") == 1)
  }
}
