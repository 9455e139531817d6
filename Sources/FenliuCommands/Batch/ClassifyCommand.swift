// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Fenliu
import FenliuRecords

/// `fenliu classify`: the batch.
struct ClassifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "classify", abstract: CommandSentence.aboutClassify.text,
    discussion: """
      fenliu classify posts.csv --pack rules/county -o out
      fenliu classify posts.jsonl --pack rules/county -o out --at 2026-11-20T20:00 --format csv
      fenliu classify 导出.csv --pack rules/county -o out --columns text=诉求,id=单号
      fenliu classify posts.csv --pack rules/county -o out --resume
      cat posts.jsonl | fenliu classify - --pack rules/county
      """)

  @OptionGroup var shared: SharedOptions
  @OptionGroup var options: ClassifyOptions

  func run() throws {
    let pack = try PackInUse.load(shared, lastGood: options.lastGood.map(LastGoodStore.init))
    let classifier = pack.classifier
    let zone = classifier.map.calendar.zone
    let time = try shared.time(in: zone)
    let leads = classifier.map.departments.map {
      ($0.key, DecisionTable.Lead(title: $0.title, contact: $0.contact ?? ""))
    }
    var run = ClassifyRun(
      options: options, time: time, isTimeGiven: shared.run.at != nil, zone: zone,
      leads: Dictionary(leads) { first, _ in first }, pack: try shared.packFolder(),
      packDigest: classifier.rules.digest, masking: classifier.rules.language.masking)
    run.lastGood = pack.lastGood
    let listing: MatchListing = options.matches == .all ? .all : .usual
    let pieces = DecisionPieces(classifier.names)
    try run.run(records: try options.input.recordOptions(zone: zone)) {
      WorkerDecider(worker: classifier.makeWorker(listing: listing), pieces: pieces)
    }
    try pack.end(at: time.iso8601(in: zone))
  }
}

/// The engine as the batch sees it.
private struct WorkerDecider: PostDecider, ~Copyable {
  var worker: Classifier.Worker
  let pieces: DecisionPieces

  mutating func decide(_ post: Post, at time: Instant) -> Decision { worker.decide(post, at: time) }

  mutating func write(
    _ post: Post, at time: Instant, to lines: inout DecisionWriter, counting counter: inout BatchCounter
  ) {
    worker.draft(post, at: time) { draft in
      lines.write(draft, by: pieces)
      counter.count(draft, by: pieces.names)
    }
  }
}
