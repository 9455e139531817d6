// SPDX-License-Identifier: Apache-2.0

/// A call of a group, which may be one that the call itself stands in.
struct RegexCall: Hashable, Sendable {
  /// Where it is written.
  let span: Range<Int>
  /// Whether it calls the whole regex.
  let isWhole: Bool

  /// Whether the work of all calls can be counted.
  ///
  /// A call that can be reached without using up a character may call itself for ever: `(a|(?1))x` does, and PCRE2's
  /// machine code then takes time that grows with the square of its match limit. So a character must be used up before
  /// each call, in the sequence that it stands in, which is never outside the group called. And behind a walk over the
  /// start offsets a call of the whole would call the walk.
  static func areCountable(_ calls: [RegexCall], in tree: RegexNode?) -> Bool {
    if calls.isEmpty { return true }
    guard let tree, !calls.contains(where: \.isWhole) else { return false }
    let safe = callsBehindCharacters(in: tree)
    return calls.allSatisfy { safe.contains($0.span) }
  }

  /// The bytes of opaque parts that have a character before them in their sequence.
  private static func callsBehindCharacters(in node: RegexNode) -> Set<Range<Int>> {
    switch node.kind {
    case .sequence(let parts):
      var found: Set<Range<Int>> = []
      var isBehind = false
      for part in parts {
        if isBehind { found.formUnion(opaqueSpans(of: part)) }
        found.formUnion(callsBehindCharacters(in: part))
        isBehind = isBehind || RegexLength.usesUp(part)
      }
      return found
    case .choice(let branches): return branches.reduce(into: []) { $0.formUnion(callsBehindCharacters(in: $1)) }
    case .group(_, let body): return callsBehindCharacters(in: body)
    case .loop(let loop): return callsBehindCharacters(in: loop.body)
    case .empty, .beginning, .literal, .set, .backreference, .opaque: return []
    }
  }

  /// The bytes of a part that is a call, or a loop over one.
  private static func opaqueSpans(of node: RegexNode) -> Set<Range<Int>> {
    switch node.kind {
    case .opaque: [node.span]
    case .loop(let loop): opaqueSpans(of: loop.body)
    default: []
    }
  }
}
