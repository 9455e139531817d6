// SPDX-License-Identifier: Apache-2.0
public import FenliuCalendar
public import FenliuEvasion

/// All that is said of one post, in the words of the pack. See DESIGN for the JSON that is made of it.
public struct Decision: Hashable, Sendable {
  /// Points by a name.
  public struct Named: Hashable, Sendable {
    public var name: String
    public var points: Points
    public init(name: String, points: Points) {
      self.name = name
      self.points = points
    }
  }

  /// An occurrence in the original text. Offsets count Unicode scalars of the original field.
  public struct Hit: Hashable, Sendable {
    public var field: Field
    public var start: Int
    public var end: Int
    /// The original text.
    public var text: String
    /// The word or pattern as it was written.
    public var word: String
    /// Where it was written: `county/words/unpaid.txt:3`.
    public var from: String
    /// The zone in which it begins.
    public var zone: TextZone
    /// How the word is disguised; none where it stands as itself.
    public var tricks: Tricks

    public init(
      field: Field, start: Int, end: Int, text: String, word: String, from: String, zone: TextZone = .own,
      tricks: Tricks = []
    ) {
      self.field = field
      self.start = start
      self.end = end
      self.text = text
      self.word = word
      self.from = from
      self.zone = zone
      self.tricks = tricks
    }
  }

  /// A rule that counts, with its hits.
  public struct Match: Hashable, Sendable {
    public var rule: String
    public var category: String
    public var topic: String?
    public var points: Points
    public var hits: [Hit]

    public init(rule: String, category: String, topic: String?, points: Points, hits: [Hit]) {
      self.rule = rule
      self.category = category
      self.topic = topic
      self.points = points
      self.hits = hits
    }
  }

  /// A hit that an `unless` word took away.
  public struct Withdrawn: Hashable, Sendable {
    public var rule: String
    public var hit: Hit
    public var by: Hit

    public init(rule: String, hit: Hit, by: Hit) {
      self.rule = rule
      self.hit = hit
      self.by = by
    }
  }

  /// A department that stepped aside because the post accuses it.
  public struct Recused: Hashable, Sendable {
    public var from: String
    public var name: String
    public var field: Field
    /// In Unicode scalars of the original field.
    public var start: Int

    public init(from: String, name: String, field: Field, start: Int) {
      self.from = from
      self.name = name
      self.field = field
      self.start = start
    }
  }

  /// Who takes it.
  public struct Route: Hashable, Sendable {
    /// The route's name; `default` where none fits.
    public var name: String
    public var lead: String
    public var assist: [String]
    public var notify: [String]
    public var ifReturned: String?
    public var recused: Recused?
    public var isSealed: Bool
    public var suggestedReply: String?

    public init(name: String, lead: String, assist: [String], notify: [String], isSealed: Bool) {
      self.name = name
      self.lead = lead
      self.assist = assist
      self.notify = notify
      self.isSealed = isSealed
    }
  }

  /// Who takes it in addition.
  public struct Beside: Hashable, Sendable {
    public var name: String
    public var lead: String
    public var assist: [String]
    public var notify: [String]

    public init(name: String, lead: String, assist: [String], notify: [String]) {
      self.name = name
      self.lead = lead
      self.assist = assist
      self.notify = notify
    }
  }

  /// When a step is due; nil where the calendar lacks the year.
  public struct Deadline: Hashable, Sendable {
    public var step: String
    public var due: Instant?

    public init(step: String, due: Instant?) {
      self.step = step
      self.due = due
    }
  }

  public var id: String
  public var level: Level = .none
  public var total: Points = .zero
  /// The key of the kind of request; nil where no line of `kinds` holds.
  public var kind: String?
  /// The first hit by which it is of that kind; shown to people who ask, not written.
  public var kindHit: Hit?
  /// The categories in which a rule counts, in the order of categories.
  public var points: [Named] = []
  /// Most points first.
  public var topics: [Named] = []
  /// Most points first, then by place.
  public var matches: [Match] = []
  /// How many hits are not listed.
  public var leftOut = 0
  /// The rules that hit and are not listed; for counting, not written.
  public var rulesLeftOut: [String] = []
  public var withdrawn: [Withdrawn] = []
  public var numbers = Numbers()
  public var reach: Int?
  /// When the deadlines start: received, else time, else the time of the run.
  public var received: Instant
  public var route: Route
  public var beside: [Beside] = []
  /// In the order of the map's steps.
  public var deadlines: [Deadline] = []
  /// Rules on trial that hit.
  public var shadow: [Match] = []
  /// `unread`, `regex:RULE-ID`, `regex:kind:KIND`, `hits`, `calendar:2027`.
  public var incomplete: [String] = []
  /// Why, in sentences of the pack's language.
  public var because: [String] = []
  /// The SHA-256 of the pack, in hexadecimal.
  public var rules: String

  public init(id: String, received: Instant, route: Route, rules: String) {
    self.id = id
    self.received = received
    self.route = route
    self.rules = rules
  }
}
