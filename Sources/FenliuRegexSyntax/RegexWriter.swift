// SPDX-License-Identifier: Apache-2.0
internal import FenliuFolding

/// Writes a regex anew by changing single places of its source; all else stays as the author wrote it.
///
/// Invariant: the spans of replacements do not overlap, and no bracket is put inside one.
struct RegexWriter {
  private let bytes: [UInt8]
  private let comments: [Range<Int>]
  private var edits: [Edit] = []

  private struct Edit {
    /// The order of edits at one place: what closes something on the left comes before what opens something.
    enum Rank: Int { case closing, opening, replacement }
    let span: Range<Int>
    let replacement: String
    let rank: Rank
  }

  /// Most scalars of a range of a set that are folded one by one.
  private static let longestRange = 200_000

  init(source: String, comments: [Range<Int>]) {
    bytes = Array(source.utf8)
    self.comments = comments
  }

  /// The regex with the edits made so far.
  func text(isQuoteOpen: Bool) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + edits.count * 4)
    var done = 0
    let ordered = edits.sorted { ($0.span.lowerBound, $0.rank.rawValue) < ($1.span.lowerBound, $1.rank.rawValue) }
    // Invariant: everything before byte `done` of the source is written or replaced.
    for edit in ordered {
      if edit.span.lowerBound > done { result += bytes[done..<edit.span.lowerBound] }
      result += edit.replacement.utf8
      done = max(done, edit.span.upperBound)
    }
    result += bytes[done...]
    if isQuoteOpen { result += "\\E".utf8 }
    return String(decoding: result, as: UTF8.self)
  }

  /// Takes out comments that end with the line, so that something can be written behind the regex.
  mutating func dropComments() { for comment in comments { replace(comment, by: "") } }

  private mutating func replace(_ span: Range<Int>, by text: String) {
    edits.append(Edit(span: span, replacement: text, rank: .replacement))
  }
}

/// Folding.
extension RegexWriter {
  /// Folds every character that the tree names.
  mutating func fold(_ node: RegexNode) {
    switch node.kind {
    case .literal(let literal): fold(literal, span: node.span)
    case .set(let set): fold(set, span: node.span)
    case .sequence(let parts), .choice(let parts): for part in parts { fold(part) }
    case .group(_, let body): fold(body)
    case .loop(let loop): fold(loop.body)
    case .empty, .beginning, .backreference, .opaque: break
    }
  }

  private mutating func fold(_ literal: RegexNode.Literal, span: Range<Int>) {
    let folded = Folding.fold(literal.scalar)
    if folded == literal.scalar { return }
    // A small letter may stand where the capital stood; anything else is written so that nothing can draw it in.
    if let folded, folded.isASCII, literal.scalar.isASCII, span.count == 1 {
      return replace(span, by: String(folded))
    }
    let spelling = folded.map(Self.spelling) ?? "(?:)"
    replace(span, by: literal.spelling == .quoted ? "\\E\(spelling)\\Q" : spelling)
  }

  private mutating func fold(_ set: RegexSet, span: Range<Int>) {
    guard let members = set.members else { return }
    var added: [Unicode.Scalar] = []
    var vanished = 0
    for member in members {
      switch member.kind {
      case .scalar(let scalar):
        let folded = Folding.fold(scalar)
        if folded == scalar { continue }
        if let folded { added.append(folded) } else { vanished += 1 }
      case .range(let low, let high): added += Self.foldsOutside(low, high)
      case .type: break
      }
    }
    if vanished == members.count, vanished > 0 {
      // Nothing is left between the brackets, which cannot be written as such.
      replace(span, by: set.isNegated ? "(?s:.)" : "(?!)")
      return
    }
    // What was named stays in the set: normalized text has none of it. New members go to the end, but in front of a
    // hyphen that would become a range.
    guard !added.isEmpty, let last = members.last else { return }
    let isHyphenLast = last.kind == .scalar("-") && last.span.count == 1
    let end = isHyphenLast ? last.span.lowerBound : span.upperBound - 1
    let isMaybeQuoted = bytes[span].contains(UInt8(ascii: "Q"))
    replace(end..<end, by: (isMaybeQuoted ? "\\E" : "") + Self.ranges(of: added))
  }

  /// What the scalars from `low` to `high` fold to beyond that range.
  private static func foldsOutside(_ low: Unicode.Scalar, _ high: Unicode.Scalar) -> [Unicode.Scalar] {
    guard Int(high.value) - Int(low.value) < longestRange else { return [] }
    return (low.value...high.value).compactMap { value in
      guard let scalar = Unicode.Scalar(value), let folded = Folding.fold(scalar), folded != scalar,
        folded < low || folded > high
      else { return nil }
      return folded
    }
  }

  /// Scalars as members of a set, neighbours put together.
  private static func ranges(of scalars: [Unicode.Scalar]) -> String {
    var result = ""
    let values = Set(scalars.map(\.value)).sorted()
    var first = 0
    // Invariant: all values before `first` are written.
    while first < values.count {
      var last = first
      while last + 1 < values.count, values[last + 1] == values[last] + 1 { last += 1 }
      result += number(values[first])
      if last > first { result += "-" + number(values[last]) }
      first = last + 1
    }
    return result
  }

  /// A scalar so that it stands for itself outside brackets, under `(?x)` too, whatever stands before it.
  private static func spelling(_ scalar: Unicode.Scalar) -> String { number(scalar.value) }

  /// ASCII by number, since a letter or digit could be drawn into an escape before it, and a sign could mean something.
  private static func number(_ value: UInt32) -> String {
    value < 0x80 ? "\\x{\(String(value, radix: 16))}" : String(Unicode.Scalar(value) ?? "\0")
  }
}

/// Counting.
extension RegexWriter {
  /// Writes loops over one character that have no end as loops over a group, `.*` as `(?:.)*`.
  ///
  /// PCRE2's machine code scans the first kind without counting: giving back from `.*` in `.*;=`, it runs from one `;` to
  /// the one before, thousands of characters in one counted step. It also draws conclusions from them about start offsets
  /// that are not always right. Loops with an end are left: their length is charged.
  mutating func count(_ node: RegexNode) {
    switch node.kind {
    case .sequence(let parts), .choice(let parts): for part in parts { count(part) }
    case .group(_, let body): count(body)
    case .loop(let loop):
      if Self.isWrapped(loop) { wrap(loop) } else { count(loop.body) }
    case .empty, .beginning, .literal, .set, .backreference, .opaque: break
    }
  }

  /// Whether `count` writes the loop as one over a group.
  static func isWrapped(_ loop: RegexNode.Loop) -> Bool { loop.body.isOneCharacter && loop.most == nil }

  private mutating func wrap(_ loop: RegexNode.Loop) {
    let body = loop.body.span
    if case .literal(let literal) = loop.body.kind, literal.spelling == .quoted {
      // Between quotation marks a bracket would be text. The mark that follows is one too many and ignored.
      edits.removeAll { $0.span == body }
      return replace(body, by: "\\E(?:\(Self.spelling(Folding.fold(literal.scalar) ?? literal.scalar)))")
    }
    edits.append(Edit(span: body.lowerBound..<body.lowerBound, replacement: "(?:", rank: .opening))
    edits.append(Edit(span: body.upperBound..<body.upperBound, replacement: ")", rank: .closing))
  }
}
