// SPDX-License-Identifier: Apache-2.0
internal import FenliuFolding

/// Bounds on the work of a backtracking search.
///
/// Of each part two numbers are proven, for one start offset and all texts: in how many ways it can match (`ways`: how often
/// what follows is tried), and how much work it takes to try them all (`work`). In a sequence every way of the first part
/// starts the second anew: work₁ + ways₁·work₂. A loop over a part that matches in one way has as many ways as it has
/// lengths; over a part with several ways it has a power of them, which without an end is no bound at all.
struct RegexWork {
  let ways: Growth
  let work: Growth

  /// Most rounds of a loop that are added up.
  private static let mostRounds = 1_000

  /// The work of one start offset; nil where no bound is proven.
  static func stepsPerStart(of tree: RegexNode) -> [Int]? {
    bound(of: tree)?.work.plus(.one)?.coefficients
  }

  private static func bound(of node: RegexNode) -> RegexWork? {
    switch node.kind {
    case .empty, .beginning, .literal: return RegexWork(ways: .one, work: .one)
    case .set(let set): return RegexWork(ways: .one, work: Growth(1 + (set.members?.count ?? 0) / 4))
    case .sequence(let parts): return sequence(parts)
    case .choice(let branches): return choice(branches)
    case .group(.plain, let body):
      guard let inner = bound(of: body), let work = inner.work.plus(.one) else { return nil }
      return RegexWork(ways: inner.ways, work: work)
    case .group(_, let body):
      guard let inner = bound(of: body), let work = inner.work.plus(.one) else { return nil }
      return RegexWork(ways: .one, work: work)
    case .loop(let loop): return bound(of: loop)
    case .backreference: return RegexWork(ways: .one, work: .length)
    case .opaque: return nil
    }
  }

  private static func sequence(_ parts: [RegexNode]) -> RegexWork? {
    var ways = Growth.one
    var work = Growth.one
    for part in parts {
      guard let next = bound(of: part), let added = ways.times(next.work), let sum = work.plus(added),
        let product = ways.times(next.ways)
      else { return nil }
      (ways, work) = (product, sum)
    }
    return RegexWork(ways: ways, work: work)
  }

  private static func choice(_ branches: [RegexNode]) -> RegexWork? {
    var sum = Growth.zero
    var greatest = Growth.zero
    var work = Growth(branches.count)
    for branch in branches {
      guard let next = bound(of: branch), let moreWork = work.plus(next.work), let moreWays = sum.plus(next.ways) else {
        return nil
      }
      (work, sum, greatest) = (moreWork, moreWays, greatest.max(next.ways))
    }
    // Where the first character decides, only one branch can match at all.
    return RegexWork(ways: FirstScalars.areDisjoint(branches) ? greatest : sum, work: work)
  }

  private static func bound(of loop: RegexNode.Loop) -> RegexWork? {
    // A group in no round is there to be called. In a lookahead it leads PCRE2 10.42 to skip start offsets that match;
    // where nothing is proven nothing is skipped.
    if loop.most == 0, !loop.body.isOneCharacter { return nil }
    guard let body = bound(of: loop.body), let round = body.work.plus(.one) else { return nil }
    if body.ways == .one {
      let rounds = loop.most.map { Growth($0) } ?? .length
      guard let work = rounds.plus(.one)?.times(round) else { return nil }
      if loop.mode == .possessive { return RegexWork(ways: .one, work: work) }
      return RegexWork(ways: loop.most.map { Growth($0 - min($0, loop.least) + 1) } ?? .length, work: work)
    }
    guard let most = loop.most, most <= mostRounds else { return nil }
    var power = Growth.one
    var ways = loop.least == 0 ? Growth.one : Growth.zero
    var work = Growth.one
    for number in 0..<most {
      guard let added = power.times(round), let sum = work.plus(added), let next = power.times(body.ways) else {
        return nil
      }
      (work, power) = (sum, next)
      if number + 1 >= loop.least {
        guard let more = ways.plus(power) else { return nil }
        ways = more
      }
    }
    return RegexWork(ways: loop.mode == .possessive ? .one : ways, work: work)
  }
}
