// SPDX-License-Identifier: Apache-2.0
import Fenliu
import FenliuTestSupport
import FenliuTuning

/// A small pack, and edits of it of which each changes one part.
struct PackEdits {
  /// One edit: a text of a file and what comes in its place.
  struct Edit {
    let part: PackPart
    let file: String
    let old: String
    let new: String
  }

  static let rules = """
    fenliu: 1
    title: test
    include: [words/*.tsv]
    collective: [{words: $many, people: {class: 30, village: 200}}]
    topics: {work.pay: 工资, road.hole: 道路}
    kinds:
      - {kind: ask, any: [请问]}
      - {kind: 催办, any: [催一下]}
    rules:
      - {id: pay, category: early-sign, topic: work.pay, any: [$pay], each: {max: 3}}
      - {id: road, category: trend, topic: road.hole, any: [坑洼, 路灯坏], points: 2}
      - {id: crowd, category: group-risk, topic: work.pay, all: [[工人, 工友], [围在, 聚在]], points: 3}
      - {id: many, category: trend, topic: road.hole, any: [{number: people, units: [人], least: 50}], points: 2}
      - {id: settled, category: early-sign, topic: work.pay, any: [已结清], points: -3}
    levels:
      major: points(group-risk) >= 3 and total >= 5
      larger: total >= 4
      general: total >= 1

    """
  static let map = """
    fenliu: 1
    departments: {duty: {title: 值班室, kind: help, around-the-clock: true}, labour: {title: 劳动科, around-the-clock: true}, roads: {title: 道路科, around-the-clock: true}}
    default: duty
    routes:
      - {name: pay, when: topic work.*, lead: labour}
      - {name: roads, when: topic road.*, lead: roads}
    escalate:
      - {when: level >= major, notify: [duty], within: 2h}
    deadlines:
      none: {read: 24h}
      general: {reply: 20h}
      larger: {reply: 12h}
      major: {reply: 6h}
      critical: {reply: 3h}

    """
  static let words = "word\tpoints\n欠薪\t2\n讨薪\t1\n克扣\t2\n"

  static let many = "word\ttags\n全班\tclass\n全车\tclass\n全村\tvillage\n"

  static let edits: [Edit] = [
    Edit(part: .collective, file: "rules.yaml", old: "class: 30", new: "class: 60"),
    Edit(
      part: .word("整村", in: .list("many")), file: "words/many.tsv", old: "全村\tvillage\n",
      new: "全村\tvillage\n整村\tvillage\n"),
    Edit(
      part: .word("全班", in: .list("many")), file: "words/many.tsv", old: "全班\tclass\n", new: "全班\tvillage\n"),
    Edit(part: .word("白条", in: .list("pay")), file: "words/pay.tsv", old: "讨薪\t1\n", new: "讨薪\t1\n白条\t2\n"),
    Edit(part: .word("克扣", in: .list("pay")), file: "words/pay.tsv", old: "克扣\t2\n", new: ""),
    Edit(part: .word("欠薪", in: .list("pay")), file: "words/pay.tsv", old: "欠薪\t2\n", new: "欠薪\t4\n"),
    Edit(part: .word("塌方", in: .rule("road")), file: "rules.yaml", old: "[坑洼, 路灯坏]", new: "[坑洼, 路灯坏, 塌方]"),
    Edit(
      part: .rule("crowd"), file: "rules.yaml", old: "[围在, 聚在]], points: 3", new: "[围在, 聚在]], points: 1"),
    Edit(
      part: .rule("dust"), file: "rules.yaml", old: "levels:\n",
      new: "  - {id: dust, category: action, topic: road.hole, any: [扬尘], points: 4}\nlevels:\n"),
    Edit(
      part: .rule("settled"), file: "rules.yaml",
      old: "  - {id: settled, category: early-sign, topic: work.pay, any: [已结清], points: -3}\n", new: ""),
    Edit(part: .kinds, file: "rules.yaml", old: "any: [请问]", new: "any: [请问, 咨询]"),
    Edit(part: .level(.larger), file: "rules.yaml", old: "larger: total >= 4", new: "larger: total >= 3"),
    Edit(part: .route("roads"), file: "map.yaml", old: "road.*, lead: roads", new: "road.*, lead: duty"),
    Edit(part: .deadlines(.general), file: "map.yaml", old: "general: {reply: 20h}", new: "general: {reply: 18h}"),
  ]

  /// The pack with some of the edits.
  static func pack(with applied: [Edit]) throws -> Pack {
    let folder = try TemporaryFolder()
    for (file, text) in [("rules.yaml", rules), ("map.yaml", map), ("words/pay.tsv", words), ("words/many.tsv", many)] {
      var text = text
      for edit in applied where edit.file == file { text = text.replacing(edit.old, with: edit.new) }
      try folder.write("p/" + file, text)
    }
    return try Pack(folder: folder.path + "/p")
  }

  static func classifier(with applied: [Edit]) throws -> Classifier {
    let pack = try pack(with: applied)
    return try Classifier(pack.rules, pack.map)
  }

  static let time = Instant(seconds: 1_763_640_000)

  /// What changes for the posts, with what did it; a single thread.
  static func changes(
    from old: Classifier, to new: Classifier, of posts: [Post]
  ) throws -> [(compared: PackComparer.Compared, cause: Cause)] {
    let comparer = PackComparer(old: old, new: new)
    var worker = comparer.makeWorker()
    var compared: [PackComparer.Compared] = []
    for post in posts { if let one = worker.compare(post, at: time) { compared.append(one) } }
    var search = CauseSearch(comparer, at: time) { count, work in for place in 0..<count { work(place) } }
    return Array(zip(compared, try search.causes(of: compared)))
  }
}

/// What of a decision `diff` compares, by names.
struct Visible: Hashable {
  var level: Level
  var lead: String
  var route: String?
  var categories: [String]
  var deadlines: [Outcome.Due]
  var assist: Set<String>
  var notify: Set<String>
  var kind: String?

  init(_ post: Post, _ classifier: Classifier) {
    var worker = classifier.makeWorker()
    let outcome = worker.outcome(of: post, at: PackEdits.time)
    level = outcome.level
    kind = outcome.kind
    lead = classifier.map.departments[outcome.lead.index].key
    route = outcome.route.map { classifier.map.routes[$0.index].name }
    categories = outcome.categories.map { classifier.rules.categories[$0.category.index].key }
    deadlines = outcome.deadlines
    assist = Set(outcome.assist.map { classifier.map.departments[$0.index].key })
    notify = Set(outcome.notify.map { classifier.map.departments[$0.index].key })
  }
}
