// SPDX-License-Identifier: Apache-2.0
import FenliuPCRE2

/// Finds regexes by running each over the whole text: slow, and plain.
struct RegexOracle: ~Copyable {
  private let patterns: [CompiledPattern]
  private var scratch = MatchScratch()

  init(_ regexes: [String]) throws {
    patterns = try regexes.map { regex throws(PatternError) in try CompiledPattern(regex) }
  }

  /// The numbers of the regexes that match somewhere in a text in normal form.
  mutating func matching(_ text: String) throws -> [Int] {
    let bytes = Array(text.utf8)
    var found: [Int] = []
    for (number, pattern) in patterns.enumerated() {
      if try pattern.firstMatch(in: bytes.span, scratch: &scratch) != nil { found.append(number) }
    }
    return found
  }
}
