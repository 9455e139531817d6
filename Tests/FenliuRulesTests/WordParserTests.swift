// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics
import FenliuModel
import FenliuTestSupport
import Testing

@testable import FenliuRules

struct WordParserTests {
  private let origin = Origin(file: 0, line: 1)

  private func shape(_ text: String) throws -> String {
    let word = try WordParser.parse(text, origin: origin)
    let parts = word.parts.enumerated().map { index, part in
      (index == 0 ? "" : "<\(part.gap)>") + part.choices.joined(separator: "|")
    }
    return parts.joined() + (word.hasOpenEnd ? "*" : "")
  }

  @Test(
    "a word is read into its parts, gaps and choices",
    arguments: [
      ("欠薪", "欠薪"), ("拖欠…工资", "拖欠<8>工资"), ("拖欠…20…工资", "拖欠<20>工资"), ("拖欠……工资", "拖欠<8>工资"),
      ("(拖欠|欠|克扣)…(工资|薪|工钱)", "拖欠|欠|克扣<8>工资|薪|工钱"), ("不(发|给)工资", "不发工资|不给工资"),
      ("(没|不)(发|给)", "没发|没给|不发|不给"), ("甲…0…乙…丙", "甲<0>乙<8>丙"), ("spam*", "spam*"), ("5*", "5*"),
      ("a*b", "a*b"), ("*", "*"), ("甲…5", "甲<8>5"), ("甲…5乙", "甲<8>5乙"), ("12345", "12345"), ("(a|b)*", "a|b*"),
      ("甲…(spam|x)*", "甲<8>spam|x*"), ("a b", "a b"), ("50%", "50%"),
    ])
  func parts(text: String, expected: String) throws {
    #expect(try shape(text) == expected)
  }

  @Test("what is written stays with the word")
  func written() throws {
    #expect(try WordParser.parse("(拖欠|欠)…工资", origin: origin).written == "(拖欠|欠)…工资")
  }

  @Test(
    "what is no word is told, under the bytes that are wrong",
    arguments: [
      ("«»", "empty-word"), ("«\u{200B}»", "empty-word"), ("(a|«b…c", "unclosed-choice"), ("ab«)»", "unclosed-choice"),
      ("甲«…»", "gap-at-edge"), ("«…»甲", "gap-at-edge"), ("«(a|)»b", "empty-choice"), ("«()»", "empty-choice"),
      ("甲«…500…»乙", "gap-too-wide"), ("«（拖欠｜欠）…工资»", "full-width-sign"),
    ])
  func problems(marked: String, code: String) {
    let isClosed = marked.contains("»")
    let marked = MarkedText(isClosed ? marked : marked.replacing("«", with: ""))
    do {
      _ = try WordParser.parse(marked.text, origin: origin)
      Issue.record("read: \(marked.text)")
    } catch {
      #expect(error.code.rawValue == code)
      if let range = marked.ranges.first { #expect(error.range == range) }
    }
  }

  @Test("no text makes the parser stumble, and its parts are never empty", arguments: Seeds.standard)
  func total(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let pieces: [Character] = ["(", ")", "|", "…", "5", "0", "*", "欠", "a", " ", "$", "\u{200B}", "（", "｜", "）"]
    for _ in 0..<300 {
      let length = Int.random(in: 0...12, using: &random)
      let text = String((0..<length).map { _ in pieces.randomElement(using: &random)! })
      do {
        let word = try WordParser.parse(text, origin: origin)
        #expect(!word.parts.isEmpty && word.parts[0].gap == 0)
        #expect(word.parts.allSatisfy { !$0.choices.isEmpty && !$0.choices.contains("") })
      } catch {
        #expect(error.range.upperBound <= text.utf8.count)
      }
    }
  }
}
