// SPDX-License-Identifier: Apache-2.0
public import Fenliu

/// What changes for one post from the old pack to the new one.
public struct PostChange: Sendable {
  /// A way in which a decision changes.
  public enum Kind: Int, Hashable, Sendable, CaseIterable, Comparable {
    case levelUp, levelDown, lead, route, categoryGained, categoryLost, earlier, later, stepGained, stepLost, assist,
      notify
    case beside, sealed, request

    /// The key in JSON.
    public var key: String {
      switch self {
      case .levelUp: "level-up"
      case .levelDown: "level-down"
      case .lead: "lead"
      case .route: "route"
      case .categoryGained: "category-gained"
      case .categoryLost: "category-lost"
      case .earlier: "deadline-earlier"
      case .later: "deadline-later"
      case .stepGained: "deadline-gained"
      case .stepLost: "deadline-lost"
      case .assist: "assist"
      case .notify: "notify"
      case .beside: "beside"
      case .sealed: "sealed"
      case .request: "kind"
      }
    }

    public static func < (left: Kind, right: Kind) -> Bool { left.rawValue < right.rawValue }
  }

  /// A value before and after.
  public struct Turn<Value: Hashable & Sendable>: Hashable, Sendable {
    /// In the old pack.
    public var old: Value
    /// In the new pack.
    public var new: Value
  }

  /// The ways in which it changes, each once, in their order.
  public var kinds: [Kind]
  /// The level before and after.
  public var level: Turn<Level>
  /// The lead department before and after, in common ids.
  var lead: Turn<Int>
  /// The route before and after, in common ids.
  var route: Turn<Int>
  /// The key of the kind of request before and after; nil: none.
  public var kind: Turn<String?>
  /// The categories that came and went, in common ids.
  var gained: [Int]
  var lost: [Int]
  /// The steps of which the due time moved, came or went.
  public var steps: [Step]

  /// A step with its due time before and after; nil where there is no such step.
  public struct Step: Hashable, Sendable {
    /// The step's key.
    public var step: String
    /// When it was due; nil: it was not there. The inner nil: the calendar lacks the year.
    public var old: Instant??
    /// When it is due now.
    public var new: Instant??
  }

  /// What changes between two verdicts; nil: nothing.
  init?(from old: ComparableOutcome, to new: ComparableOutcome) {
    guard old != new else { return nil }
    level = Turn(old: old.level, new: new.level)
    lead = Turn(old: old.lead, new: new.lead)
    route = Turn(old: old.route, new: new.route)
    kind = Turn(old: old.kind, new: new.kind)
    gained = new.categories.subtracting(old.categories).sorted()
    lost = old.categories.subtracting(new.categories).sorted()
    steps = Self.steps(from: old.deadlines, to: new.deadlines)
    var kinds: Set<Kind> = []
    if old.level < new.level { kinds.insert(.levelUp) }
    if old.level > new.level { kinds.insert(.levelDown) }
    if old.lead != new.lead { kinds.insert(.lead) }
    if old.route != new.route { kinds.insert(.route) }
    if !gained.isEmpty { kinds.insert(.categoryGained) }
    if !lost.isEmpty { kinds.insert(.categoryLost) }
    for step in steps { kinds.insert(step.kind) }
    if old.assist != new.assist { kinds.insert(.assist) }
    if old.notify != new.notify { kinds.insert(.notify) }
    if old.beside != new.beside { kinds.insert(.beside) }
    if old.isSealed != new.isSealed { kinds.insert(.sealed) }
    if old.kind != new.kind { kinds.insert(.request) }
    self.kinds = kinds.sorted()
    // The same steps in another order are no change.
    if self.kinds.isEmpty { return nil }
  }

  private static func steps(from old: [Outcome.Due], to new: [Outcome.Due]) -> [Step] {
    guard old != new else { return [] }
    var steps = new.map { due in
      Step(step: due.step, old: old.first { $0.step == due.step }?.due, new: .some(due.due))
    }
    steps += old.filter { due in !new.contains { $0.step == due.step } }.map {
      Step(step: $0.step, old: .some($0.due), new: nil)
    }
    return steps.filter { $0.old != $0.new }
  }
}

extension PostChange.Step {
  /// How it changes. A time that the calendar does not know comes after all others.
  public var kind: PostChange.Kind {
    guard let old else { return .stepGained }
    guard let new else { return .stepLost }
    guard let new else { return .later }
    guard let old else { return .earlier }
    return new < old ? .earlier : .later
  }
}
