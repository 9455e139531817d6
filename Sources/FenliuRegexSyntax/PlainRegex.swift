// SPDX-License-Identifier: Apache-2.0
internal import FenliuFolding

/// A regex that says no more than a word can: letters one after the other, and choices between such.
public struct PlainRegex: Hashable, Sendable {
  /// The same as a word of the rule language: `(拖欠|克扣)工资`.
  public let word: String
  /// Whether it has a choice.
  public let hasChoice: Bool

  /// Reads a regex; nil where it needs to be one.
  ///
  /// Letters that match whole words only are left alone at both ends: there a regex finds more than the word would.
  public init?(_ source: String) {
    var parser = RegexParser(source)
    // Settings leave no trace in the tree.
    guard !source.replacing("(?:", with: "").contains("(?"), let tree = parser.parse(), parser.groupNames.isEmpty,
      let parts = Self.parts(of: tree), let first = parts.first, let last = parts.last,
      first.allSatisfy({ $0.unicodeScalars.first.map(Self.standsAnywhere) ?? false }),
      last.allSatisfy({ $0.unicodeScalars.last.map(Self.standsAnywhere) ?? false })
    else { return nil }
    let choices = parts.reduce(1) { $0 * $1.count }
    guard choices <= 200 else { return nil }
    hasChoice = choices > 1
    word = parts.map { $0.count == 1 ? $0[0] : "(" + $0.joined(separator: "|") + ")" }.joined()
  }

  private static func standsAnywhere(_ scalar: Unicode.Scalar) -> Bool {
    Folding.fold(scalar).map { !Folding.isWholeWordCharacter($0) } ?? false
  }

  /// One after the other, each a choice of texts; nil where the part is more than that.
  private static func parts(of node: RegexNode) -> [[String]]? {
    switch node.kind {
    case .literal(let literal):
      return Folding.isLetterOrDigit(literal.scalar) && Folding.fold(literal.scalar) != nil
        ? [[String(literal.scalar)]] : nil
    case .sequence(let nodes):
      var all: [[String]] = []
      for node in nodes {
        guard let parts = parts(of: node) else { return nil }
        all += parts
      }
      return all.isEmpty ? nil : all
    case .group(.plain, let body): return parts(of: body)
    case .choice(let branches):
      var texts: [String] = []
      for branch in branches {
        guard let parts = parts(of: branch), parts.allSatisfy({ $0.count == 1 }) else { return nil }
        texts.append(parts.map { $0[0] }.joined())
      }
      return [texts]
    case .set(let set):
      guard !set.isNegated, let members = set.members, !members.isEmpty, members.count <= 20 else { return nil }
      var texts: [String] = []
      for member in members {
        guard case .scalar(let scalar) = member.kind, Folding.isLetterOrDigit(scalar), Folding.fold(scalar) != nil
        else { return nil }
        texts.append(String(scalar))
      }
      return [texts]
    case .empty, .beginning, .group, .loop, .backreference, .opaque: return nil
    }
  }
}
