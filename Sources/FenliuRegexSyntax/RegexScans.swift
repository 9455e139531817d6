// SPDX-License-Identifier: Apache-2.0

/// A bound on the characters that PCRE2 looks at between two steps it counts, with the loops as `RegexWriter.count` writes
/// them.
///
/// PCRE2's machine code counts a step when it comes back to a loop or a bracket to try it another way; on its way forward
/// it counts nothing. What a loop took on its way forward it gives back one counted step at a time, so that one round of it
/// lies between two steps. Of atomic groups, looks and possessive loops nothing is given back: there whole passes over the
/// text go uncounted, and again for each round of a loop around them.
struct RegexScans {
  /// The characters of one round through the part that do not depend on the text.
  var round: Growth
  /// What loops inside take on their way forward without a count. Loops within loops take each character once, so this
  /// is not multiplied by rounds.
  var forward: Growth
  /// What is looked at and left again without a count. Each round of a loop around it does it anew.
  var rewound: Growth

  /// A bound for a regex of which nothing is understood.
  static func unknown(length: Int) -> [Int] { [length + 8, length + 1] }

  /// The bound on what is done once at each start offset, and the one on what is done between two steps beside that; as
  /// polynomials in the number of characters ahead, constant first.
  ///
  /// Looks and atomic groups at the head of a regex are entered once per start offset, since nothing before them can be
  /// tried another way. So in `(?=.*a)(?=.*b).+` their passes over the text are not multiplied by steps.
  static func bounds(of tree: RegexNode) -> (perStart: [Int], perStep: [Int]) {
    guard case .sequence(let parts) = tree.kind, let bounds = bounds(of: parts) else {
      return ([], scans(of: tree, isAtomic: false)?.total?.coefficients ?? unknown(length: tree.span.count))
    }
    return (bounds.perStart.coefficients, bounds.perStep.coefficients)
  }

  private static func bounds(of parts: [RegexNode]) -> (perStart: Growth, perStep: Growth)? {
    var (start, step) = (Growth.zero, Growth.one)
    var isHead = true
    for part in parts {
      guard let all = scans(of: part, isAtomic: false)?.total else { return nil }
      switch part.kind {
      case .empty, .beginning, .literal, .set: break
      case .group(let kind, let body) where isHead && kind != .plain:
        // What a look gives back is counted, and after each such step it does no more than any group.
        guard let inner = scans(of: body, isAtomic: false)?.total, let starts = start.plus(all),
          let steps = step.plus(inner)
        else { return nil }
        (start, step) = (starts, steps)
        continue
      default: isHead = false
      }
      guard let steps = step.plus(all) else { return nil }
      step = steps
    }
    return (start, step)
  }

  private init(round: Growth, forward: Growth = .zero, rewound: Growth = .zero) {
    (self.round, self.forward, self.rewound) = (round, forward, rewound)
  }

  private var total: Growth? { round.plus(forward)?.plus(rewound) }

  /// The same where nothing is given back.
  private var left: RegexScans? { total.map { RegexScans(round: .one, rewound: $0) } }

  private static func scans(of node: RegexNode, isAtomic: Bool) -> RegexScans? {
    switch node.kind {
    case .empty, .beginning, .literal: return RegexScans(round: .one)
    case .set(let set): return RegexScans(round: Growth(1 + (set.members?.count ?? 0) / 4))
    case .sequence(let parts), .choice(let parts):
      var sum = RegexScans(round: .one)
      for part in parts {
        guard let next = scans(of: part, isAtomic: isAtomic), let round = sum.round.plus(next.round),
          let forward = sum.forward.plus(next.forward), let rewound = sum.rewound.plus(next.rewound)
        else { return nil }
        sum = RegexScans(round: round, forward: forward, rewound: rewound)
      }
      return sum
    case .group(let kind, let body):
      let inner = scans(of: body, isAtomic: isAtomic || kind != .plain)
      return kind == .plain ? inner : inner?.left
    case .loop(let loop): return scans(of: loop, isAtomic: isAtomic)
    case .backreference: return RegexScans(round: .one, rewound: .length)
    case .opaque: return Growth(node.span.count).plus(.length).map { RegexScans(round: .one, rewound: $0) }
    }
  }

  private static func scans(of loop: RegexNode.Loop, isAtomic: Bool) -> RegexScans? {
    let isPossessive = loop.mode == .possessive
    guard let body = scans(of: loop.body, isAtomic: isAtomic || isPossessive) else { return nil }
    let rounds = loop.most.map { Growth($0) } ?? .length
    // Loops over one character that were not wrapped are run through forth and back at once; only lazy ones are not.
    if loop.body.isOneCharacter, !RegexWriter.isWrapped(loop), loop.mode != .lazy || loop.least > 1 {
      let scanned = loop.mode == .lazy ? Growth(loop.least) : rounds
      guard let both = scanned.times(body.round)?.times(Growth(2)) else { return nil }
      return RegexScans(round: .one, rewound: both)
    }
    if isAtomic || isPossessive {
      guard let taken = rounds.times(body.round), let forward = taken.plus(body.forward),
        let rewound = rounds.times(body.rewound)
      else { return nil }
      let all = RegexScans(round: .one, forward: forward, rewound: rewound)
      return isPossessive ? all.left : all
    }
    guard let round = body.round.times(Growth(1 + loop.least)), let rewound = body.rewound.times(Growth(1 + loop.least))
    else { return nil }
    return RegexScans(round: round, forward: body.forward, rewound: rewound)
  }
}
