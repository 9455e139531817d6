// SPDX-License-Identifier: Apache-2.0
internal import FenliuFolding

/// What is proven of the texts that a part of a regex matches.
///
/// Works from the leaves up, as the prefilters of RE2 and Rust's regex do. `exact` is carried as long as it is small; where
/// it grows too large or ends, it is offered as `needed`, and the best offer is kept.
struct LiteralProof {
  /// Texts of which every match contains at least one.
  struct Needed {
    var texts: Set<[UInt8]>
    /// The most characters of a match before such a text in it; nil where no bound is known.
    var before: Int?
  }

  /// All texts the part can match, and perhaps more; nil where they are too many or unknown.
  var exact: Set<[UInt8]>?
  /// What every match contains; nil where nothing is known.
  var needed: Needed?

  /// Nothing is known.
  static let nothing = LiteralProof(exact: nil, needed: nil)
  /// The part uses up no text.
  static let emptiness = LiteralProof(exact: [[]], needed: nil)

  /// Most texts that are multiplied out, most that a choice may bring together, most bytes of one.
  private static let (mostMultiplied, mostChosen, longest) = (64, 2_000, 48)
  /// Most members of a set that are told apart.
  private static let mostMembers = 16

  /// Literals of which every match of the tree contains at least one, by their bytes, and the most characters of a match before that one; nil where
  /// none is known.
  static func necessaryLiterals(of tree: RegexNode) -> (literals: [String], before: Int?)? {
    guard let best = proof(of: tree).best else { return nil }
    let ordered = best.texts.sorted { $0.lexicographicallyPrecedes($1) }
    return (ordered.map { String(decoding: $0, as: UTF8.self) }, best.before)
  }

  private static func proof(of node: RegexNode) -> LiteralProof {
    switch node.kind {
    case .empty, .beginning: .emptiness
    case .literal(let literal): proof(of: [literal.scalar])
    case .set(let set): proof(of: set)
    case .sequence(let parts): sequence(parts.lazy.map { (proof(of: $0), RegexLength.maximum(of: $0)) })
    case .choice(let branches): choice(branches.map { proof(of: $0) })
    case .group(let kind, let body): kind == .look ? .emptiness : proof(of: body)
    case .loop(let loop): proof(of: loop)
    case .backreference, .opaque: .nothing
    }
  }

  /// One character out of several.
  private static func proof(of scalars: [Unicode.Scalar]) -> LiteralProof {
    var texts: Set<[UInt8]> = []
    for scalar in scalars {
      guard let folded = Folding.fold(scalar) else {
        // It is no part of the regex that is compiled, unless in a set, where others stay.
        if scalars.count == 1 { return .emptiness }
        continue
      }
      // Beyond ASCII a letter with case may have more forms than the folding and PCRE2 agree on.
      guard folded.isASCII || !isCased(folded) else { return .nothing }
      texts.insert(Array(String(folded).utf8))
    }
    return texts.isEmpty ? .nothing : LiteralProof(exact: texts, needed: nil)
  }

  private static func isCased(_ scalar: Unicode.Scalar) -> Bool {
    let properties = scalar.properties
    return properties.isCased || properties.changesWhenCaseMapped || properties.changesWhenCaseFolded
  }

  private static func proof(of set: RegexSet) -> LiteralProof {
    guard !set.isNegated, let members = set.members else { return .nothing }
    var scalars: [Unicode.Scalar] = []
    for member in members {
      switch member.kind {
      case .scalar(let scalar): scalars.append(scalar)
      case .range(let low, let high):
        guard high.value - low.value < UInt32(mostMembers) else { return .nothing }
        scalars += (low.value...high.value).compactMap(Unicode.Scalar.init)
      case .type: return .nothing
      }
    }
    // A set of which one character is meant to vanish is not taken for one that always vanishes.
    guard scalars.count <= mostMembers, !scalars.isEmpty, scalars.allSatisfy({ Folding.fold($0) != nil }) else {
      return .nothing
    }
    return proof(of: scalars)
  }

  /// Parts one behind the other, each with the most characters that it can use up.
  private static func sequence(_ parts: some Sequence<(proof: LiteralProof, length: Int?)>) -> LiteralProof {
    var best: Needed?
    /// The texts that end where the sequence has come to, and the most characters before them.
    var run: Set<[UInt8]> = [[]]
    var beforeRun: Int? = 0
    /// The most characters up to here.
    var passed: Int? = 0
    var isExact = true
    for (part, length) in parts {
      if let needed = part.needed {
        best = better(best, Needed(texts: needed.texts, before: sum(passed, needed.before)))
      }
      if let exact = part.exact, let longer = product(run, exact) {
        run = longer
      } else {
        best = better(best, usable(run, before: beforeRun))
        run = part.exact ?? [[]]
        beforeRun = part.exact == nil ? sum(passed, length) : passed
        isExact = false
      }
      passed = sum(passed, length)
    }
    best = better(best, usable(run, before: beforeRun))
    return LiteralProof(exact: isExact ? run : nil, needed: best)
  }

  private static func larger(_ one: Int?, _ other: Int?) -> Int? {
    guard let one, let other else { return nil }
    return max(one, other)
  }

  private static func sum(_ one: Int?, _ other: Int?) -> Int? {
    guard let one, let other else { return nil }
    let (sum, isTooLarge) = one.addingReportingOverflow(other)
    return isTooLarge ? nil : sum
  }

  /// Every text of `left` with every text of `right` behind it; nil where they are too many.
  private static func product(_ left: Set<[UInt8]>, _ right: Set<[UInt8]>) -> Set<[UInt8]>? {
    if left == [[]] { return right }
    guard left.count * right.count <= mostMultiplied else { return right == [[]] ? left : nil }
    var result: Set<[UInt8]> = []
    for head in left {
      for tail in right {
        guard head.count + tail.count <= longest else { return nil }
        result.insert(head + tail)
      }
    }
    return result
  }

  private static func choice(_ branches: [LiteralProof]) -> LiteralProof {
    var exact: Set<[UInt8]>? = []
    var needed: Needed? = Needed(texts: [], before: 0)
    for branch in branches {
      exact = branch.exact.flatMap { exact?.union($0) }
      if let best = branch.best, let others = needed {
        needed = Needed(texts: others.texts.union(best.texts), before: larger(others.before, best.before))
      } else {
        needed = nil
      }
      if let count = exact?.count, count > mostChosen { exact = nil }
      if let count = needed?.texts.count, count > mostChosen { needed = nil }
    }
    return LiteralProof(exact: exact, needed: needed)
  }

  private static func proof(of loop: RegexNode.Loop) -> LiteralProof {
    let body = proof(of: loop.body)
    if loop.least == 0 {
      guard loop.most == 1, let exact = body.exact else { return .nothing }
      return LiteralProof(exact: exact.union([[]]), needed: nil)
    }
    let copies = min(loop.least, 8)
    let length = RegexLength.maximum(of: loop.body)
    var parts = Array(repeating: (proof: body, length: length), count: copies)
    if loop.most != copies { parts.append((.nothing, nil)) }
    return sequence(parts)
  }

  /// The better of what is needed and all there is.
  private var best: Needed? { Self.better(needed, exact.flatMap { Self.usable($0, before: 0) }) }

  /// The texts without those that contain another of them; nil where one is too short to look for.
  private static func usable(_ texts: Set<[UInt8]>, before: Int?) -> Needed? {
    guard !texts.isEmpty, texts.allSatisfy({ $0.count >= 2 }) else { return nil }
    // Each that contains another is found by the other. With many texts the test would take too long, and is not needed.
    guard texts.count <= mostMultiplied * 4 else { return Needed(texts: texts, before: before) }
    let shortest = texts.filter { text in !texts.contains { $0.count < text.count && occurs($0, in: text) } }
    // The other may stand anywhere within.
    let longest = shortest.count == texts.count ? 0 : texts.reduce(0) { max($0, $1.count) }
    let before = sum(before, longest)
    return better(Needed(texts: shortest, before: before), beginning(of: shortest, before: before))
  }

  /// Whether a text occurs in a longer one.
  private static func occurs(_ text: [UInt8], in other: [UInt8]) -> Bool {
    (0...(other.count - text.count)).contains { start in
      text.indices.allSatisfy { other[start + $0] == text[$0] }
    }
  }

  /// What all of several texts begin with, so that one is looked for in their place; nil where it is too short.
  private static func beginning(of texts: Set<[UInt8]>, before: Int?) -> Needed? {
    guard texts.count > 1, var common = texts.first else { return nil }
    for text in texts { common = Array(zip(common, text).prefix { $0 == $1 }.map(\.0)) }
    // Where they part within a character, that one is not common to them.
    if texts.contains(where: { $0.count > common.count && $0[common.count] & 0xC0 == 0x80 }) {
      while let last = common.popLast(), last & 0xC0 == 0x80 {}
    }
    return common.count >= 2 ? Needed(texts: [common], before: before) : nil
  }

  private static func better(_ one: Needed?, _ other: Needed?) -> Needed? {
    guard let one else { return other }
    guard let other else { return one }
    return rank(other) > rank(one) ? other : one
  }

  /// Long literals are rare, and few are rarer than many.
  private static func rank(_ needed: Needed) -> Int {
    let texts = needed.texts
    let shortest = texts.reduce(Int.max) { min($0, $1.count) }
    let doublings = Int.bitWidth - texts.count.leadingZeroBitCount
    return min(shortest, 12) * 4 - doublings * 3
  }
}
