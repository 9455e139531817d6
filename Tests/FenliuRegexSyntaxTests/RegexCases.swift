// SPDX-License-Identifier: Apache-2.0
import FenliuTestSupport
import FoundationEssentials
import Testing

/// Cases of `Tests/Cases/regex`: columns between tabs behind a header, with ␊ for a line end and ␠ for a blank at an edge. Those of regexes that ran wild are `WildRegex`.
enum RegexCases {
  struct Row: Sendable, CustomTestStringConvertible {
    let first: String
    let second: String
    var testDescription: String { first }
  }

  typealias Attack = WildRegex

  static let literals = rows(of: "literals.tsv").map { Row(first: $0[0], second: $0[1]) }
  static let catastrophic = WildRegex.all

  private static func rows(of file: String) -> [[String]] {
    let path = SharedData.repository + "/Tests/Cases/regex/" + file
    guard let data = FileManager.default.contents(atPath: path) else { fatalError("no cases at \(path)") }
    return String(decoding: data, as: UTF8.self).split(separator: "\n").dropFirst().map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).map {
        String($0).replacing("␊", with: "\n").replacing("␠", with: " ")
      }
    }
  }
}
