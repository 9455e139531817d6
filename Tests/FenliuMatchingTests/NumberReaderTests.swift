// SPDX-License-Identifier: Apache-2.0
import FenliuModel
import FenliuTestSupport
import FoundationEssentials
import Testing

@testable import FenliuMatching

@Suite("Numbers before units")
struct NumberReaderTests {
  /// A line of `numbers.tsv`.
  struct Case: Sendable, CustomTestStringConvertible {
    var kind: NumberName
    var units: [String]
    var text: String
    var found: String
    var testDescription: String { "\(kind.key) \(units.joined(separator: " ")): \(text)" }

    static let all: [Case] = {
      let path = SharedData.repository + "/Tests/Cases/matching/numbers.tsv"
      let lines = try? String(contentsOfFile: path, encoding: .utf8)
      return (lines ?? "").split(separator: "\n").filter { !$0.hasPrefix("# ") }.map { line in
        let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        precondition(parts.count == 4, "four columns: \(line)")
        return Case(
          kind: NumberName(key: parts[0])!, units: parts[1].split(separator: " ").map(String.init),
          text: parts[2], found: parts[3])
      }
    }()
  }

  @Test("there are cases")
  func casesLoad() { #expect(Case.all.count >= 120) }

  @Test("numbers.tsv says what is read", arguments: Case.all)
  func reads(line: Case) { #expect(numbers(in: line.text, units: line.units, kind: line.kind) == line.found) }

  @Test(
    "a captured group is read as a number before a unit is",
    arguments: [
      ("3", 3), ("十二", 12), ("三五", 3), ("两", 2), ("半", 0.5), ("三个", 3), ("1.5万", 15000), ("20-30", 20), ("几", 2),
      (" 3 ", 3),
    ] as [(String, Double)])
  func readsGroup(text: String, value: Double) {
    var reader = NumberReader()
    let bytes = Array(("9" + text + "9").utf8)
    #expect(reader.quantity(in: 1..<(bytes.count - 1), of: bytes.span)?.value == value)
  }

  @Test("a group without number gives none", arguments: ["", "没有", "零", "0351", "-"])
  func readsNoGroup(text: String) {
    var reader = NumberReader()
    let bytes = Array(text.utf8)
    #expect(reader.quantity(in: 0..<bytes.count, of: bytes.span) == nil)
  }

  @Test("every whole number is read back from Chinese and from digits", arguments: Seeds.standard)
  func readsBack(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<200 {
      let number = Int.random(in: 1...(10 << Int.random(in: 0...22, using: &random)), using: &random)
      #expect(
        numbers(in: chinese(number) + "人", units: ["人"], kind: .people).hasPrefix("\(number):"), "\(chinese(number))")
      if number < 1_000_000 {
        #expect(numbers(in: "\(number)人", units: ["人"], kind: .people) == "\(number):\(number)人")
      }
    }
  }

  @Test("whatever stands before a unit, the reader answers", arguments: Seeds.standard)
  func isTotal(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let alphabet = Array("一二十百千万亿几数多半上近成到-~0159.,wk第 人号")
    for _ in 0..<500 {
      let text = String(
        (0..<Int.random(in: 0...40, using: &random)).map { _ in alphabet.randomElement(using: &random)! })
      let bytes = Array((text + "人").utf8)
      var reader = NumberReader()
      let unit = NumberUnit.spellings(of: "人", kind: .people)[0]
      let found = reader.quantity(before: unit, at: (bytes.count - 3)..<bytes.count, in: bytes.span)
      #expect(found.map { $0.value > 0 && $0.start < bytes.count - 3 } ?? true, "\(text)")
    }
  }

  /// Every number found, in order of the ends of their units.
  private func numbers(in text: String, units: [String], kind: NumberName) -> String {
    let bytes = Array(text.utf8)
    let spellings = NumberUnit.spellings(of: units, kind: kind)
    var reader = NumberReader()
    var found: [String] = []
    for end in 0..<(bytes.count + 1) {
      for unit in spellings
      where end >= unit.bytes.count && bytes[(end - unit.bytes.count)..<end].elementsEqual(unit.bytes) {
        guard let quantity = reader.quantity(before: unit, at: (end - unit.bytes.count)..<end, in: bytes.span) else {
          continue
        }
        let value = quantity.value
        let shown = value == value.rounded() ? "\(Int(value))" : "\(value)"
        found.append(shown + ":" + String(decoding: bytes[quantity.start..<end], as: UTF8.self))
      }
    }
    return found.isEmpty ? "-" : found.joined(separator: " ")
  }

  /// A number in Chinese, written as schools teach it.
  private func chinese(_ number: Int) -> String {
    let digits = Array("零一二三四五六七八九")
    func section(_ value: Int) -> String {
      var result = ""
      var needsZero = false
      for (scale, name) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
        let digit = value / scale % 10
        if digit > 0 {
          if needsZero { result += "零" }
          result += String(digits[digit]) + name
          needsZero = false
        } else if !result.isEmpty {
          needsZero = true
        }
      }
      return result
    }
    let high = number / 10_000
    let low = number % 10_000
    if high == 0 { return section(low) }
    return section(high) + "万" + (low == 0 ? "" : (low < 1000 ? "零" : "") + section(low))
  }
}
