// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import FenliuRecords

@Suite struct CountParserTests {
  @Test(
    "a count is read as people write it",
    arguments: [
      ("0", 0), ("1200", 1200), (" 1200 ", 1200), ("1,234", 1234), ("12,345,678", 12_345_678), ("１２３", 123),
      ("1，234", 1234), ("1.2万", 12_000), ("10万+", 100_000), ("10万＋", 100_000), ("3千", 3000), ("1.5亿", 150_000_000),
      ("2.3k", 2300),
      ("1.2e4", 12_000), ("1.2E+4", 12_000), ("12.9", 12), ("1.2w", 12_000), ("3百万", 3_000_000), ("100+", 100),
      ("1.23456万", 12_345), ("0.5", 0), ("0e9999", 0), ("12.0000000000000000000000000001", 12),
    ])
  func reads(text: String, expected: Int) {
    #expect(CountParser.reading(of: Array(text.utf8).span) == .count(expected))
  }

  @Test(
    "a cell that says that nobody knows is unknown", arguments: ["", "  ", "-", "--", "—", "未知", "N/A", "NULL", "无"])
  func unknown(text: String) {
    #expect(CountParser.reading(of: Array(text.utf8).span) == .unknown)
  }

  @Test(
    "what is no count is refused",
    arguments: [
      "-5", "abc", "1,23", ",123", "1,2345", "1.2.3", "12 34", "1e999", "1e", "99999999999999999999", "1亿亿亿", "+", ".",
      "1.,2", "五",
      String(repeating: "9", count: 100), "1e-", "1,234,5",
    ])
  func refuses(text: String) {
    #expect(CountParser.reading(of: Array(text.utf8).span) == .notACount)
  }
}
