// SPDX-License-Identifier: Apache-2.0
import FenliuTestSupport
import FoundationEssentials
import Testing

/// Cases of `Tests/Cases/regex`: two columns behind a header, with ␊ for a line end.
enum RegexCases {
  struct Row: Sendable, CustomTestStringConvertible {
    let first: String
    let second: String
    var testDescription: String { first }
  }

  static let literals = rows(of: "literals.tsv")

  private static func rows(of file: String) -> [Row] {
    let path = SharedData.repository + "/Tests/Cases/regex/" + file
    guard let data = FileManager.default.contents(atPath: path) else { fatalError("no cases at \(path)") }
    return String(decoding: data, as: UTF8.self).split(separator: "\n").dropFirst().map { line in
      let columns = line.split(separator: "\t").map { String($0).replacing("␊", with: "\n") }
      return Row(first: columns[0], second: columns[1])
    }
  }
}
