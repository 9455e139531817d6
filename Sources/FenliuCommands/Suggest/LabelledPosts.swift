// SPDX-License-Identifier: Apache-2.0
import Fenliu
import FenliuCalendar
import FenliuTuning

/// The labelled posts of some inputs, with what a pack decides of each as it stands.
struct LabelledPosts: Sendable {
  private(set) var posts: [LabelledPost] = []
  private(set) var outcomes: [Outcome] = []
  /// The words with points of their own that count in each post; empty where nobody asked for them.
  private(set) var uses: [[PointUse]] = []
  /// How many posts have no label.
  private(set) var unlabelled = 0
  /// How many posts have each label that names nothing, or several things.
  private(set) var unknown: [String: Int] = [:]
  private(set) var ambiguous: [String: Int] = [:]

  private struct Read: Sendable {
    var post: Post
    var label: String?
    var outcome: Outcome
    var uses: [PointUse]
  }

  /// Reads and decides all posts.
  static func read(
    _ options: PostOptions, label: String, classifier: Classifier, table: LabelTable, at time: Instant, withUses: Bool
  ) throws -> LabelledPosts {
    let records = try options.recordOptions(zone: classifier.map.calendar.zone, label: label)
    let all = Monitor(LabelledPosts())
    let seen = try PostPass(options, records: records).run {
      classifier.makeWorker()
    } value: { worker, post, label -> Read? in
      guard withUses else {
        return Read(post: post, label: label, outcome: worker.outcome(of: post, at: time), uses: [])
      }
      let study = worker.study(post, at: time)
      return Read(
        post: post, label: label, outcome: study.outcome,
        uses: PointUse.all(in: study, of: post, rules: classifier.rules, sources: classifier.sources))
    } take: { chunk in
      all.withState { posts in for read in chunk { posts.add(read, table) } }
    }
    seen.tellRejects()
    return all.withState { $0 }
  }

  private mutating func add(_ read: Read, _ table: LabelTable) {
    guard let label = read.label, !label.isEmpty else {
      unlabelled += 1
      return
    }
    switch table.meaning(of: label) {
    case .one(let id):
      posts.append(LabelledPost(read.post, label: id))
      outcomes.append(read.outcome)
      uses.append(read.uses)
    case .several: ambiguous[label, default: 0] += 1
    case .unknown: unknown[label, default: 0] += 1
    }
  }

  /// Says on standard error which posts are left out, and why.
  func tellLeftOut() {
    if unlabelled > 0 { StandardError.line(SuggestSentence.unlabelled(unlabelled).text) }
    if !unknown.isEmpty {
      StandardError.line(
        SuggestSentence.unknownLabels(posts: unknown.values.reduce(0, +), labels: Self.shown(unknown)).text)
    }
    if !ambiguous.isEmpty {
      StandardError.line(
        SuggestSentence.ambiguousLabels(posts: ambiguous.values.reduce(0, +), labels: Self.shown(ambiguous)).text)
    }
  }

  /// The first twenty labels, as they may be shown: they are whatever stands in the column.
  private static func shown(_ labels: [String: Int]) -> [String] {
    labels.keys.sorted().prefix(20).map(StrangersNames.shown) + (labels.count > 20 ? ["…"] : [])
  }
}
