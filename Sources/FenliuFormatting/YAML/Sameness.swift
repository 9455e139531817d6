// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics
import FenliuRules

/// Proves that two YAML files say the same to the loader, and hold the same comments.
enum Sameness {
  /// Whether the trees are equal node by node, but for their places and the order of the keys of rules.
  static func holds(_ left: YAMLNode, _ right: YAMLNode) -> Bool { holds(left, right, path: [], key: nil) }

  /// Whether all comments are there, in their order unless keys have moved.
  static func holds(_ left: [SourceComment], _ right: [SourceComment], inOrder: Bool) -> Bool {
    let texts = (left.map(\.text), right.map(\.text))
    return inOrder ? texts.0 == texts.1 : texts.0.sorted() == texts.1.sorted()
  }

  private static func holds(_ left: YAMLNode, _ right: YAMLNode, path: [String], key: String?) -> Bool {
    switch (left.content, right.content) {
    case (.scalar(let left), .scalar(let right)):
      guard left.text == right.text else { return false }
      if key == "regex" { return left.style == right.style }
      return !TextWriter.hasMeaningfulQuotes(left.text) || isBare(left) == isBare(right)
    case (.sequence(let left), .sequence(let right)):
      return left.count == right.count && zip(left, right).allSatisfy { holds($0, $1, path: path + ["-"], key: nil) }
    case (.mapping(let left), .mapping(let right)):
      guard left.count == right.count else { return false }
      // The order of a rule's keys means nothing.
      if path == ["rules", "-"] {
        return left.allSatisfy { entry in
          right.first { $0.key == entry.key }.map { holds(entry, $0, path) } ?? false
        }
      }
      return zip(left, right).allSatisfy { $0.key == $1.key && holds($0, $1, path) }
    default: return false
    }
  }

  private static func holds(_ left: YAMLEntry, _ right: YAMLEntry, _ path: [String]) -> Bool {
    holds(left.value, right.value, path: path + [left.key], key: left.key)
  }

  /// Whether the loader takes the signs of a text for a slip of the author: one without quotes, on one line.
  private static func isBare(_ scalar: YAMLScalar) -> Bool {
    scalar.style == .plain && scalar.span(of: 0..<scalar.text.utf8.count).range.count == scalar.text.utf8.count
  }
}
