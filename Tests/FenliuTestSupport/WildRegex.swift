// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials

/// A regex that ran wild somewhere, and a text made for it: `prefix`, `unit` as often as wanted, `suffix`.
///
/// `Tests/Cases/regex/catastrophic.tsv` has them, each with where it was published: columns between tabs behind a header, with
/// ␊ for a line end and ␠ for a blank.
public struct WildRegex: Sendable, CustomStringConvertible {
  public let name: String
  public let pattern: String
  public let prefix: String
  public let unit: String
  public let suffix: String
  /// Where it was published, or `made here`.
  public let source: String
  public var description: String { name }

  /// All of them.
  public static let all: [WildRegex] = {
    let path = SharedData.repository + "/Tests/Cases/regex/catastrophic.tsv"
    guard let data = FileManager.default.contents(atPath: path) else { fatalError("no cases at \(path)") }
    return String(decoding: data, as: UTF8.self).split(separator: "\n").dropFirst().map { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map {
        String($0).replacing("␊", with: "\n").replacing("␠", with: " ")
      }
      precondition(cells.count == 6, "a case has six columns: \(cells)")
      return WildRegex(
        name: cells[0], pattern: cells[1], prefix: cells[2], unit: cells[3], suffix: cells[4], source: cells[5])
    }
  }()

  /// The text, of about `bytes` bytes and no more.
  public func text(bytes: Int) -> [UInt8] {
    let rounds = max(1, (bytes - prefix.utf8.count - suffix.utf8.count) / unit.utf8.count)
    return Array((prefix + String(repeating: unit, count: rounds) + suffix).utf8)
  }
}
