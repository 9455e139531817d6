// SPDX-License-Identifier: Apache-2.0
import FenliuTestSupport
import FoundationEssentials
import Testing

/// Cases of `Tests/Cases/regex`: columns between tabs behind a header, with ␊ for a line end and ␠ for a blank at an edge.
enum RegexCases {
  struct Row: Sendable, CustomTestStringConvertible {
    let first: String
    let second: String
    var testDescription: String { first }
  }

  /// A regex and a text made for it: `prefix`, `unit` as often as wanted, `suffix`.
  struct Attack: Sendable, CustomTestStringConvertible {
    let name: String
    let pattern: String
    let prefix: String
    let unit: String
    let suffix: String
    var testDescription: String { name }

    /// The text, of about `bytes` bytes and no more.
    func text(bytes: Int) -> [UInt8] {
      let rounds = max(1, (bytes - prefix.utf8.count - suffix.utf8.count) / unit.utf8.count)
      return Array((prefix + String(repeating: unit, count: rounds) + suffix).utf8)
    }
  }

  static let literals = rows(of: "literals.tsv").map { Row(first: $0[0], second: $0[1]) }
  static let catastrophic = rows(of: "catastrophic.tsv").map {
    Attack(name: $0[0], pattern: $0[1], prefix: $0[2], unit: $0[3], suffix: $0[4])
  }

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
