// SPDX-License-Identifier: Apache-2.0

/// What became of a verdict when something was left out of the pack.
public enum Change: Hashable, Sendable {
  /// The same as before.
  case none
  /// It was right, and would be wrong.
  case lost
  /// It was wrong, and would be right.
  case gained
  /// Something else would be decided, as right or wrong as before.
  case other

  /// From what was decided to what would be.
  public init(from before: Verdict, to after: Verdict) {
    if before.decided == after.decided {
      self = .none
    } else if before.isRight == after.isRight {
      self = .other
    } else {
      self = before.isRight ? .lost : .gained
    }
  }
}

/// What a rule or a word did in one post.
public struct Contribution<Part: Hashable & Sendable>: Hashable, Sendable {
  public var part: Part
  /// Whether it counts there, rather than being on trial or replaced.
  public var counts: Bool
  /// The classes that it speaks for there; empty: none.
  public var classes: [Int]
  /// What would become of the verdict without it.
  public var change: Change

  public init(_ part: Part, counts: Bool, classes: [Int], change: Change) {
    self.part = part
    self.counts = counts
    self.classes = classes
    self.change = change
  }
}

/// What a rule or a word is worth over many posts.
public struct Worth: Hashable, Sendable {
  /// Posts that it hits.
  public var hits = 0
  /// Of those, the ones in which it counts. What follows is of these.
  public var counts = 0
  /// Posts whose label is a class it speaks for; of a part that speaks for none, posts decided rightly.
  public var right = 0
  /// Posts in which another part speaks for the same class; beside a part that speaks for none, any other that counts.
  public var shared = 0
  /// Posts that would be decided wrongly without it.
  public var lost = 0
  /// Posts that would be decided rightly without it.
  public var gained = 0
  /// Posts that would be decided otherwise without it, as right or wrong as before.
  public var other = 0

  /// The share of the posts in which it counts that bear it out; nil where it counts in none.
  public var precision: Double? { share(right, of: counts) }
  /// The share of the posts in which it counts where another says the same.
  public var overlap: Double? { share(shared, of: counts) }
  /// Posts that it alone finds.
  public var alone: Int { counts - shared }
  /// Posts whose decision would change without it.
  public var changes: Int { lost + gained + other }
}

/// Adds up, post by post, what parts of a pack did.
public struct WorthTable<Part: Hashable & Sendable>: Sendable {
  /// What each part is worth that hit a post.
  public private(set) var worth: [Part: Worth] = [:]
  private var pairs: [Part: [Part: Int]] = [:]

  public init() {}

  /// Counts what the parts did in one post, each once.
  public mutating func add(_ parts: [Contribution<Part>], to verdict: Verdict) {
    let counting = parts.filter(\.counts)
    for one in parts {
      var worth = self.worth[one.part] ?? Worth()
      worth.hits += 1
      if one.counts {
        worth.counts += 1
        let isRight = one.classes.isEmpty ? verdict.isRight : verdict.label.map(one.classes.contains) ?? false
        if isRight { worth.right += 1 }
        var isShared = false
        for other in counting where other.part != one.part && Self.agree(one.classes, other.classes) {
          isShared = true
          pairs[one.part, default: [:]][other.part, default: 0] += 1
        }
        if isShared { worth.shared += 1 }
        switch one.change {
        case .none: break
        case .lost: worth.lost += 1
        case .gained: worth.gained += 1
        case .other: worth.other += 1
        }
      }
      self.worth[one.part] = worth
    }
  }

  /// The part that most often says the same as this one, with in how many posts; of several the one that comes first by `order`.
  public func mate(of part: Part, first order: (Part, Part) -> Bool) -> (part: Part, posts: Int)? {
    pairs[part]?.max { $0.value != $1.value ? $0.value < $1.value : order($1.key, $0.key) }.map { ($0.key, $0.value) }
  }

  /// Whether parts that speak for these classes say the same; one that speaks for none agrees with all, and none with it but
  /// those that speak for none.
  private static func agree(_ one: [Int], _ other: [Int]) -> Bool {
    one.isEmpty || one.contains(where: other.contains)
  }
}
