// SPDX-License-Identifier: Apache-2.0
import FenliuTuning

/// How many posts may change before the answer is no: `2%`, `500`, `level=1%`.
struct DiffBound: Hashable {
  /// What is counted.
  enum Counted: String, CaseIterable {
    case posts, level, lead
  }

  /// How many there may be.
  enum Most: Hashable {
    case posts(Int)
    /// Hundredths of a percent of all posts.
    case basisPoints(Int)
  }

  var counted: Counted
  var most: Most
  /// As it was typed.
  var written: String

  /// Reads bounds joined by commas; nil where one cannot be read.
  static func parse(_ text: String) -> [DiffBound]? {
    let parts = text.split(omittingEmptySubsequences: false, whereSeparator: TypedSign.isComma).map { part in
      part.drop { $0 == " " }
    }
    let bounds = parts.compactMap { part -> DiffBound? in
      let sides = part.split(maxSplits: 1, omittingEmptySubsequences: false, whereSeparator: TypedSign.isEquals)
      guard let amount = sides.last, let most = Self.most(amount) else { return nil }
      guard sides.count == 2 else { return DiffBound(counted: .posts, most: most, written: String(part)) }
      return Counted(rawValue: String(sides[0])).map { DiffBound(counted: $0, most: most, written: String(part)) }
    }
    return bounds.count == parts.count ? bounds : nil
  }

  private static func most(_ text: Substring) -> Most? {
    guard text.last.map(TypedSign.isPercent) == true else { return Int(text).flatMap { $0 >= 0 ? .posts($0) : nil } }
    let sides = text.dropLast().split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(sides.count), let whole = Int(sides[0]), (0...100).contains(whole) else { return nil }
    guard sides.count == 2 else { return .basisPoints(whole * 100) }
    guard (1...2).contains(sides[1].count), sides[1].allSatisfy(\.isASCII), let rest = Int(sides[1]), rest >= 0 else {
      return nil
    }
    return .basisPoints(whole * 100 + (sides[1].count == 1 ? rest * 10 : rest))
  }

  /// How many posts count.
  func count(in tally: ComparisonTally) -> Int {
    switch counted {
    case .posts: tally.changed
    case .level: tally.changedLevel
    case .lead: tally.changedLead
    }
  }

  /// Whether more posts change than may.
  func isPassed(by tally: ComparisonTally, of posts: Int) -> Bool {
    switch most {
    case .posts(let most): count(in: tally) > most
    case .basisPoints(let most): count(in: tally) * 10_000 > most * posts
    }
  }
}
