// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials

/// Cases kept as data: a tab-separated file under `Tests/Cases` whose first line names the columns.
///
/// Lines that begin with `# ` are comments. In a field `\u{200B}` is the scalar of that number, so that a case can show
/// what cannot be seen.
public struct CaseTable: Sendable {
  /// The fields of each case by the name of their column.
  public let rows: [[String: String]]

  /// Reads a table.
  ///
  /// - Parameter path: below `Tests/Cases`.
  public init(_ path: String) throws {
    let file = SharedData.repository + "/Tests/Cases/" + path
    let text = try String(contentsOfFile: file, encoding: .utf8)
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("# ") }
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(Self.unescaped) }
    guard let names = lines.first else { preconditionFailure("\(path) has no line of names") }
    rows = lines.dropFirst().map { fields in
      precondition(fields.count == names.count, "\(path) has a line of \(fields.count) fields: \(fields)")
      return Dictionary(uniqueKeysWithValues: zip(names, fields))
    }
  }

  private static func unescaped(_ field: Substring) -> String {
    var parts = field.split(separator: "\\u{", omittingEmptySubsequences: false)[...]
    var text = String(parts.popFirst() ?? "")
    for part in parts {
      let halves = part.split(separator: "}", maxSplits: 1, omittingEmptySubsequences: false)
      guard halves.count == 2, let value = UInt32(halves[0], radix: 16), let scalar = Unicode.Scalar(value) else {
        preconditionFailure("a case names no scalar by \\u{\(part)")
      }
      text.unicodeScalars.append(scalar)
      text += halves[1]
    }
    return text
  }
}
