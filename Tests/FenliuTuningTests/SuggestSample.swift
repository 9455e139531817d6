// SPDX-License-Identifier: Apache-2.0
import Fenliu
import FenliuCalendar
import FenliuTestSupport
import FenliuTuning

/// A small pack and posts written for it: some about street lamps, some about classes.
struct SuggestSample {
  let folder: TemporaryFolder
  let classifier: Classifier
  let table: LabelTable

  init(words: String = "", rules: String = "rules: []\n", others: [String: String] = [:]) throws {
    folder = try TemporaryFolder()
    try folder.write(
      "p/rules.yaml",
      """
      fenliu: 1
      title: sample
      weights: {title: 2}
      include: [words/*.tsv]
      categories: {field: {title: 领域, cap: 1}}
      topics: {street.lamps: 路灯, school.classes: 上课}
      levels: {general: total >= 1}

      """ + rules)
    try folder.write("p/words/own.tsv", words.isEmpty ? "word\tpoints\n围墙\t1\n" : words)
    try folder.write(
      "p/map.yaml",
      """
      fenliu: 1
      departments:
        street: {title: 城管, kind: help, around-the-clock: true}
        school: {title: 教育, kind: help, around-the-clock: true}
        duty: {title: 值班室, kind: help, around-the-clock: true}
      routes:
        - {name: street, when: topic street.*, lead: street}
        - {name: school, when: topic school.*, lead: school}
      default: duty
      deadlines: {none: {read: 24h}, general: {read: 24h}, larger: {read: 24h}, major: {read: 24h}, critical: {read: 24h}}

      """)
    for (name, text) in others { try folder.write("p/" + name, text) }
    let pack = try Pack(folder: folder.path + "/p")
    classifier = try Classifier(pack.rules, pack.map)
    table = LabelTable(.lead, rules: pack.rules, map: pack.map)
  }

  static let places = ["东边", "桥头", "坡下", "井旁", "山脚", "门前", "河岸", "田里", "厂外", "店后", "塔底", "巷口"]

  /// Twelve different posts of each label, `lamp` and `lesson` being put into one sentence each.
  func posts(lamp: (String) -> String, lesson: (String) -> String) -> [LabelledPost] {
    Self.places.enumerated().flatMap { number, place in
      [post("l\(number)", lamp(place), "street"), post("s\(number)", lesson(place), "school")]
    }
  }

  func post(_ id: String, _ text: String, _ department: String) -> LabelledPost {
    guard case .one(let label) = table.meaning(of: department) else { preconditionFailure(department) }
    return LabelledPost(Post(id: id, text: text), label: label)
  }

  func columns(_ posts: [LabelledPost]) -> TopicColumns {
    TopicColumns(for: Set(posts.map(\.label)), table: table, classifier: classifier)
  }

  func outcomes(_ posts: [LabelledPost]) -> [Outcome] {
    var worker = classifier.makeWorker()
    var outcomes: [Outcome] = []
    for post in posts { outcomes.append(worker.outcome(of: post.post, at: Instant(seconds: 0))) }
    return outcomes
  }

  func suggestions(_ posts: [LabelledPost], _ limits: SuggestionLimits = SuggestionLimits()) -> [Suggestion] {
    let suggester = Suggester(
      posts, given: outcomes(posts), copies: NearCopies(posts.map(\.post)), columns: columns(posts), table: table,
      weights: classifier.rules.weights, limits: limits)
    return suggester.suggestions(learningFrom: Array(posts.indices))
  }
}
