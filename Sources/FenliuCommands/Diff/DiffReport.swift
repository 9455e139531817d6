// SPDX-License-Identifier: Apache-2.0
import Fenliu
import FenliuTuning

/// What changes between two packs, in the words of a language, ready to be laid out as text, Markdown or a page.
struct DiffReport {
  /// A row of a table: what it is, and how many posts.
  struct Row {
    var name: String
    var posts: Int
  }

  /// The posts that one cause changed.
  struct Group {
    /// What did it, a line a part.
    var cause: [String]
    /// Where the parts were written, for each part of `cause`.
    var places: [[String]]
    var isTogether: Bool
    var isProven: Bool
    var posts: Int
    /// What changes, most posts first.
    var kinds: [String]
    var examples: [Example]
  }

  /// A post of a group.
  struct Example {
    var place: FoundPlace
    /// `general → larger`, `lead a → b`.
    var changes: [String]
    var post: Post
  }

  var summary: String
  var posts: Int
  var changed: Int
  var kinds: [Row]
  var levels: [Row]
  var leads: [Row]
  var groups: [Group]
  /// What differs although no post showed it.
  var differingParts: Int
}

/// Makes the report of what was counted.
struct DiffReporter {
  let comparer: PackComparer
  let old: PartPlaces
  let new: PartPlaces
  let time: Instant
  let language: Language
  /// The columns shown on each side of a hit.
  static let context = 40

  /// The report of `posts` posts.
  func report(of tally: ComparisonTally, posts: Int) -> DiffReport {
    let summary = DiffSentence.summary(
      posts: posts, changed: tally.changed, share: ShareText.percent(tally.changed, of: posts))
    return DiffReport(
      summary: say(summary), posts: posts, changed: tally.changed,
      kinds: PostChange.Kind.allCases.compactMap { kind in
        tally.kinds[kind].map { .init(name: say(.kind(kind)), posts: $0) }
      },
      levels: tally.levelTurns.map { turn, posts in
        .init(name: say(.turn(turn.old.title(in: language), turn.new.title(in: language))), posts: posts)
      },
      leads: tally.leadTurns(comparer).map { turn, posts in
        .init(name: say(.turn(name(turn.old), name(turn.new))), posts: posts)
      },
      groups: tally.sortedGroups.map(group), differingParts: comparer.changedParts.count)
  }

  private func say(_ sentence: DiffSentence) -> String { sentence.text(in: language) }

  private func name(_ department: Department) -> String {
    language == .chinese ? department.title : department.key
  }

  private func name(_ category: Category) -> String {
    language == .chinese ? category.title : category.key
  }

  private func group(_ group: ComparisonTally.Group) -> DiffReport.Group {
    let parts = group.cause.parts
    let kinds = group.kinds.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    return DiffReport.Group(
      cause: parts.map { say(.part($0, comparer.change(of: $0), title: title(of: $0))) },
      places: parts.map { part in
        [
          old.place(of: part).map { say(.oldPlace($0)) }, new.place(of: part).map { say(.newPlace($0)) },
        ].compactMap { $0 }
      }, isTogether: parts.count > 1, isProven: group.cause.isProven, posts: group.posts,
      kinds: kinds.map { say(.kindCount($0.key, $0.value)) },
      examples: group.examples.map { example($0, group.cause) })
  }

  private func example(_ compared: PackComparer.Compared, _ cause: Cause) -> DiffReport.Example {
    let change = compared.change
    var changes: [String] = []
    if change.level.old != change.level.new {
      changes.append(say(.turn(change.level.old.title(in: language), change.level.new.title(in: language))))
    }
    let lead = compared.lead(comparer)
    if lead.old != lead.new { changes.append(say(.turn(name(lead.old), name(lead.new)))) }
    let route = compared.route(comparer)
    if route.old != route.new, lead.old == lead.new {
      changes.append(
        say(.named(say(.kind(.route)), say(.turn(route.old ?? say(.noRoute), route.new ?? say(.noRoute))))))
    }
    if change.kind.old != change.kind.new {
      changes.append(
        say(.named(say(.kind(.request)), say(.turn(title(ofKind: change.kind.old), title(ofKind: change.kind.new))))))
    }
    changes += compared.gained(comparer).map { "+\(name($0))" } + compared.lost(comparer).map { "−\(name($0))" }
    // What a change of level brings with it is told where nothing else is.
    if change.level.old == change.level.new {
      let steps = change.steps.map { step in say(.step(title(of: step.step), step.kind)) }
      if !steps.isEmpty { changes.append(say(.steps(steps))) }
    }
    for kind in [PostChange.Kind.assist, .notify, .beside, .sealed] where change.kinds.contains(kind) {
      changes.append(say(.kind(kind)))
    }
    let place = comparer.place(in: compared, of: cause, at: time, context: Self.context)
    return DiffReport.Example(place: place, changes: changes, post: compared.post)
  }

  /// What people call the part, where that is not its name.
  private func title(of part: PackPart) -> String? {
    for classifier in [comparer.new, comparer.old] {
      let (rules, map) = (classifier.rules, classifier.map)
      let title: String?
      switch part {
      case .rule(let key), .word(_, in: .rule(let key)): title = rules.rules.first { $0.key == key }?.title
      case .category(let key): title = rules.categories.first { $0.key == key }?.title
      case .department(let key): title = map.departments.first { $0.key == key }?.title
      default: return nil
      }
      if let title { return title }
    }
    return nil
  }

  private func title(ofKind key: String?) -> String {
    guard let key else { return say(.noKind) }
    guard language == .chinese else { return key }
    return [comparer.new, comparer.old].lazy.compactMap { $0.rules.kinds.first { $0.key == key }?.title }.first ?? key
  }

  private func title(of step: String) -> String {
    guard language == .chinese else { return step }
    return comparer.new.map.stepTitles[step] ?? comparer.old.map.stepTitles[step] ?? step
  }
}
