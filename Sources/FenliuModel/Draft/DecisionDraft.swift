// SPDX-License-Identifier: Apache-2.0
import FenliuCalendar
public import FenliuEvasion

/// A decision as places and stretches, before it has names: what a worker fills for one post after the other, in the same memory.
///
/// Names are places in the tables of the pack, which `DecisionNames` has; texts are stretches of `texts`, sentences those of `because`.
/// A `Decision` is made of it by `DecisionNames.decision(_:)`, the line of a batch without one. What either says is said here first.
public struct DecisionDraft: Sendable {
  /// An occurrence in the original text.
  public struct Hit: Hashable, Sendable {
    public var field: Field
    /// In Unicode scalars of the original field.
    public var start: Int
    public var end: Int
    /// The original text, in `texts`.
    public var text: Range<Int>
    public var source: HitSourceID
    /// The zone in which it begins.
    public var zone: TextZone
    /// How the word is disguised.
    public var tricks: Tricks

    public init(
      field: Field, start: Int, end: Int, text: Range<Int>, source: HitSourceID, zone: TextZone = .own,
      tricks: Tricks = []
    ) {
      self.field = field
      self.start = start
      self.end = end
      self.text = text
      self.source = source
      self.zone = zone
      self.tricks = tricks
    }
  }

  /// A rule with its hits.
  public struct Match: Hashable, Sendable {
    public var rule: RuleID
    public var points: Points
    /// Its listed hits, in `hits`.
    public var hits: Range<Int>

    public init(rule: RuleID, points: Points, hits: Range<Int>) {
      self.rule = rule
      self.points = points
      self.hits = hits
    }
  }

  /// A hit that an `unless` word took away.
  public struct Withdrawn: Hashable, Sendable {
    public var rule: RuleID
    public var hit: Hit
    public var by: Hit

    public init(rule: RuleID, hit: Hit, by: Hit) {
      self.rule = rule
      self.hit = hit
      self.by = by
    }
  }

  /// A department that stepped aside because the post accuses it.
  public struct Recused: Hashable, Sendable {
    public var from: DepartmentID
    public var name: String
    public var field: Field
    /// In Unicode scalars of the original field.
    public var start: Int

    public init(from: DepartmentID, name: String, field: Field, start: Int) {
      self.from = from
      self.name = name
      self.field = field
      self.start = start
    }
  }

  /// The post's id.
  public var id = ""
  public var level: Level = .none
  public var total: Points = .zero
  /// The categories in which a rule counts, in their order.
  public var points: [Scores.CategoryScore] = []
  /// Most points first.
  public var topics: [Scores.TopicScore] = []
  /// Most points first, then by place.
  public var matches: [Match] = []
  /// Rules on trial that hit.
  public var shadow: [Match] = []
  /// The hits of `matches` and `shadow`.
  public var hits: [Hit] = []
  /// How many hits are not listed.
  public var leftOut = 0
  /// The rules that hit and are not listed; for counting, not written.
  public var rulesLeftOut: [RuleID] = []
  public var withdrawn: [Withdrawn] = []
  /// The first hit by which the post is of its kind of request; the kind stands in `routed`.
  public var kindHit: Hit?
  public var numbers = Numbers()
  public var reach: Int?
  /// Who takes it, and until when.
  public var routed = Routed(lead: DepartmentID(0), start: Instant(seconds: 0))
  /// The accused of whom the decision tells.
  public var recused: Recused?
  /// What could not be decided, in the order in which it is told.
  public var incomplete: [Incomplete] = []
  /// Why, in sentences of the pack's language.
  public var because = TextList()
  /// The post's original title and text, and behind them what else reasons show: masks, days of sums.
  public private(set) var texts: [UInt8] = []
  /// Where the title lies in `texts`; the text follows it.
  public private(set) var titleEnd = 0
  public private(set) var textEnd = 0

  /// A draft of nothing.
  public init() {}

  /// Forgets the post and turns to the next one, whose original title and text are these. Keeps the memory.
  public mutating func begin(id: String, title: [UInt8], text: [UInt8]) {
    self.id = id
    points.removeAll(keepingCapacity: true)
    topics.removeAll(keepingCapacity: true)
    matches.removeAll(keepingCapacity: true)
    shadow.removeAll(keepingCapacity: true)
    hits.removeAll(keepingCapacity: true)
    leftOut = 0
    rulesLeftOut.removeAll(keepingCapacity: true)
    withdrawn.removeAll(keepingCapacity: true)
    kindHit = nil
    recused = nil
    incomplete.removeAll(keepingCapacity: true)
    because.removeAll()
    texts.removeAll(keepingCapacity: true)
    texts.append(contentsOf: title)
    titleEnd = texts.count
    texts.append(contentsOf: text)
    textEnd = texts.count
  }

  /// Where the original of a field lies in `texts`.
  public func range(of field: Field) -> Range<Int> { field == .title ? 0..<titleEnd : titleEnd..<textEnd }

  /// Keeps a text that the post does not have; where it lies in `texts`.
  public mutating func keep(_ text: String) -> Range<Int> {
    let start = texts.count
    texts.append(contentsOf: text.utf8)
    return start..<texts.count
  }

  /// Keeps a stretch of UTF-8 that the post does not have; where it lies in `texts`.
  public mutating func keep(_ source: [UInt8], _ range: Range<Int>) -> Range<Int> {
    let start = texts.count
    let span = source.span.extracting(range)
    // SAFETY: the buffer is read before the call returns, and not kept.
    unsafe span.withUnsafeBufferPointer { unsafe texts.append(contentsOf: $0) }
    return start..<texts.count
  }

  /// The text of a stretch of `texts`.
  public func text(_ range: Range<Int>) -> String { String(decoding: texts[range], as: UTF8.self) }
}
