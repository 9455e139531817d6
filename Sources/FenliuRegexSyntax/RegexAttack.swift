// SPDX-License-Identifier: Apache-2.0

/// A text made to cost a regex as much as it can: what leads to a loop, what the loop takes as often as wanted, and an end
/// that lets the match fail, so that every other way is tried.
///
/// Made from the regex alone: an attack is a guess that costs nothing, and only running it tells what it is worth.
public struct RegexAttack: Hashable, Sendable {
  /// What leads to the loop.
  public let prefix: String
  /// What one round of the loop takes; not empty.
  public let unit: String
  /// What lets the match fail.
  public let suffix: String

  /// An attack that somebody thought of. The unit is not empty.
  public init(prefix: String, unit: String, suffix: String) {
    self.prefix = prefix
    self.unit = unit
    self.suffix = suffix
  }

  /// The text, of about so many characters and no fewer than one unit.
  public func text(characters: Int) -> String {
    let length = unit.unicodeScalars.count
    let rounds = max(1, (characters - prefix.unicodeScalars.count - suffix.unicodeScalars.count) / length)
    return prefix + String(repeating: unit, count: rounds) + suffix
  }

  /// The attacks on a regex, at most `most` of them; none where it has no loop that could run away.
  public static func attacks(on source: String, most: Int = 96) -> [RegexAttack] {
    var parser = RegexParser(source)
    guard let tree = parser.parse() else { return [] }
    var maker = AttackMaker(source: Array(source.utf8))
    maker.walk(tree, behind: "")
    var attacks: [RegexAttack] = []
    var seen: Set<RegexAttack> = []
    for (prefix, unit) in maker.rounds where !unit.isEmpty {
      for suffix in ["!", "", "\n", "一"] {
        let attack = RegexAttack(prefix: prefix, unit: unit, suffix: suffix)
        if seen.insert(attack).inserted { attacks.append(attack) }
      }
    }
    return Array(attacks.prefix(most))
  }
}

/// Walks a regex and notes, for each loop, what leads there and what its rounds take.
private struct AttackMaker {
  /// Loops with fewer rounds cannot run away by themselves.
  private static let fewestRounds = 8
  /// How many branches of a choice are tried.
  private static let variants = 3

  let source: [UInt8]
  private(set) var rounds: [(prefix: String, unit: String)] = []

  init(source: [UInt8]) { self.source = source }

  /// - Parameter following: a sample of what stands behind the node in its sequence.
  mutating func walk(_ node: RegexNode, behind prefix: String, before following: String = "") {
    switch node.kind {
    case .sequence(let parts):
      var before = prefix
      for (place, part) in parts.enumerated() {
        let next = place + 1 < parts.count ? sample(parts[place + 1], 0) : following
        walk(part, behind: before, before: next)
        before += sample(part, 0)
      }
    case .choice(let branches): for branch in branches { walk(branch, behind: prefix, before: following) }
    case .group(_, let body): walk(body, behind: prefix, before: following)
    case .loop(let loop):
      if loop.most == nil || loop.most! >= Self.fewestRounds { note(loop, prefix, following) }
      walk(loop.body, behind: prefix, before: following)
    case .empty, .beginning, .literal, .set, .backreference, .opaque: break
    }
  }

  private mutating func note(_ loop: RegexNode.Loop, _ prefix: String, _ following: String) {
    for variant in 0..<Self.variants {
      let unit = sample(loop.body, variant)
      rounds.append((prefix, unit))
      // What ends the loop, again and again: every one of them may be the end.
      if variant == 0, !following.isEmpty { rounds.append((prefix, unit + following)) }
    }
    // What begins a match, again and again: every one of them may be the beginning.
    if !prefix.isEmpty { rounds.append((prefix, prefix)) }
  }

  /// A text that the node matches, as far as it is easy to say; of choices the branch with the number `variant`.
  private func sample(_ node: RegexNode, _ variant: Int) -> String {
    switch node.kind {
    case .empty, .beginning, .backreference, .opaque: return ""
    case .literal(let literal): return String(literal.scalar)
    case .set(let set): return String(member(of: set, node.span))
    case .sequence(let parts): return parts.map { sample($0, variant) }.joined()
    case .choice(let branches): return sample(branches[variant % branches.count], variant)
    case .group(let kind, let body): return kind == .look ? "" : sample(body, variant)
    case .loop(let loop):
      let once = sample(loop.body, variant)
      // An optional part in every second variant, so that rounds with it and without it are tried.
      return String(repeating: once, count: min(loop.least == 0 ? (variant + 1) % 2 : loop.least, 30))
    }
  }

  /// A character of a set.
  private func member(of set: RegexSet, _ span: Range<Int>) -> Unicode.Scalar {
    let usual: [Unicode.Scalar] = ["a", "1", " ", "一", "!", "-", "."]
    guard let members = set.members else { return example(of: span) }
    if set.isNegated {
      return usual.first { scalar in !members.contains { contains($0, scalar) } } ?? "~"
    }
    switch members.first?.kind {
    case .scalar(let scalar): return scalar
    case .range(let low, _): return low
    case .type: return example(of: members[0].span)
    case nil: return "a"
    }
  }

  private func contains(_ member: RegexSet.Member, _ scalar: Unicode.Scalar) -> Bool {
    switch member.kind {
    case .scalar(let one): one == scalar
    case .range(let low, let high): (low...high).contains(scalar)
    case .type: example(of: member.span) == scalar
    }
  }

  /// A character of `.`, `\d`, `\p{Han}` and their like, which are told apart by how they are written.
  private func example(of span: Range<Int>) -> Unicode.Scalar {
    let written = String(decoding: source[span], as: UTF8.self)
    switch written {
    case "\\d", "[:digit:]": return "1"
    case "\\s", "\\h", "[:space:]", "[:blank:]": return " "
    case "\\v", "\\R", "\\n": return "\n"
    case "\\W", "[:punct:]": return "-"
    default: return written.hasPrefix("\\p{Han") ? "一" : "a"
    }
  }
}
