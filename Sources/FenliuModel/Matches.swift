// SPDX-License-Identifier: Apache-2.0
public import FenliuEvasion

/// What hits come from: a word, a regex or a number pattern, as people read it.
public struct HitSource: Hashable, Sendable {
  /// As it was written; of a number pattern `number people`.
  public var written: String
  public var origin: Origin
  /// The word's own points, from its list.
  public var points: Points?

  public init(written: String, origin: Origin, points: Points? = nil) {
    self.written = written
    self.origin = origin
    self.points = points
  }
}

/// The place of a source in the matcher's table.
public struct HitSourceID: Hashable, Sendable {
  public let index: UInt32
  @inlinable public init(_ index: UInt32) { self.index = index }
}

/// One occurrence of a pattern.
public struct Hit: Hashable, Sendable {
  public var field: Field
  /// The bytes of the field's normalized text.
  public var range: Range<Int>
  public var source: HitSourceID
  /// The place in `Matches.numbers` of the numbers it reads, -1 when it reads none.
  public var numbers: Int32
  /// The zone in which it begins.
  public var zone: TextZone
  /// How the word is disguised; none where it stands as itself.
  public var tricks: Tricks

  @inlinable public init(
    field: Field, range: Range<Int>, source: HitSourceID, numbers: Int32 = -1, zone: TextZone = .own,
    tricks: Tricks = []
  ) {
    self.field = field
    self.range = range
    self.source = source
    self.numbers = numbers
    self.zone = zone
    self.tricks = tricks
  }
}

/// A rule whose body holds for the post.
public struct Match: Hashable, Sendable {
  public var rule: RuleID
  /// Its hits in `Matches.hits`, in the order of fields and places, each once.
  public var hits: Range<Int>
  /// The greatest of each number that its hits read.
  public var numbers: Numbers
  /// Whether the rule is on trial: listed, and changes nothing.
  public var isShadow: Bool

  public init(rule: RuleID, hits: Range<Int>, numbers: Numbers, isShadow: Bool) {
    self.rule = rule
    self.hits = hits
    self.numbers = numbers
    self.isShadow = isShadow
  }
}

/// A hit that an `unless` word took away.
public struct Withdrawal: Hashable, Sendable {
  public var rule: RuleID
  public var hit: Hit
  /// The hit that took it away.
  public var by: Hit

  public init(rule: RuleID, hit: Hit, by: Hit) {
    self.rule = rule
    self.hit = hit
    self.by = by
  }
}

/// What could not be decided of a post.
public enum Incomplete: Hashable, Sendable {
  /// A regex of the rule gave up.
  case regex(RuleID)
  /// More hits than are kept; what came after is not counted.
  case hits
  /// Nothing to read: no letter, or none in a script the pack declares.
  case unread
  /// A year of which the calendar has no rows, in which a deadline would fall.
  case calendar(year: Int)
}

/// All that was found in one post; the buffers are used again for the next.
public struct Matches: Sendable {
  /// In the order of rules.
  public var matches: [Match] = []
  public var hits: [Hit] = []
  public var numbers: [Numbers] = []
  public var withdrawals: [Withdrawal] = []
  public var incomplete: [Incomplete] = []
  /// The kind of request; nil where no line of `kinds` holds.
  public var kind: KindMatch?

  public init() {}

  /// Forgets the post, keeps the memory.
  public mutating func removeAll() {
    matches.removeAll(keepingCapacity: true)
    hits.removeAll(keepingCapacity: true)
    numbers.removeAll(keepingCapacity: true)
    withdrawals.removeAll(keepingCapacity: true)
    incomplete.removeAll(keepingCapacity: true)
    kind = nil
  }
}
