// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Fenliu
import FenliuRecords
import FenliuTuning

/// `fenliu eval`: decisions beside the labels that people gave, and what each rule and word is worth.
struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval", abstract: EvaluateSentence.about.text,
    discussion: """
      fenliu eval posts.jsonl --pack rules/county --label label
      fenliu eval posts.csv --pack rules/county --label 部门 --html report.html
      fenliu eval sms.jsonl --pack rules/county --label label --against category \\
        --labels labels.tsv --only prohibited --at-least precision:prohibited=0.97
      """)

  /// How results are printed.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @OptionGroup var shared: SharedOptions
  @OptionGroup var input: PostOptions
  @Option(name: .long, help: EvaluateSentence.helpLabel.help) var label: String
  @Option(name: .long, help: EvaluateSentence.helpAgainst.help) var against = AimName.lead
  @Option(name: .long, help: EvaluateSentence.helpLabels.help) var labels: String?
  @Option(name: .long, help: EvaluateSentence.helpOnly.help) var only: String?
  @Flag(name: .customLong("no-words"), help: EvaluateSentence.helpNoWords.help) var withoutWords = false
  @Option(name: .long, help: EvaluateSentence.helpTop.help) var top = 20
  @Option(name: .long, help: EvaluateSentence.helpSeed.help) var seed: UInt64 = 1
  @Option(name: .long, help: EvaluateSentence.helpResamples.help) var resamples = 1000
  @Option(name: .customLong("at-least"), help: EvaluateSentence.helpAtLeast.help) var atLeast: String?
  @Option(name: .long, help: EvaluateSentence.helpHTML.help) var html: String?
  @Option(name: .customLong("posts"), help: EvaluateSentence.helpPosts.help) var mostPosts = 500
  @Option(name: .long, help: EvaluateSentence.helpFormat.help) var format = Format.text
  @Option(name: [.short, .long], help: EvaluateSentence.helpOutput.help) var output: String?

  func validate() throws {
    guard !input.posts.isEmpty else { throw ValidationError(EvaluateSentence.noPosts.text) }
    guard !label.isEmpty else { throw ValidationError(EvaluateSentence.emptyLabel.text) }
    if !(0...100_000).contains(resamples) { throw ValidationError(EvaluateSentence.badResamples(resamples).text) }
    if top < 0 { throw ValidationError(EvaluateSentence.badTop(top).text) }
    if mostPosts < 0 { throw ValidationError(EvaluateSentence.badTop(mostPosts).text) }
    // Both to standard output, or to one file: one would be lost.
    if let html, html == output ?? "-" { throw ValidationError(EvaluateSentence.onePlace(html).text) }
    _ = try atLeast.map { text throws(ValidationError) in try FigureFloors(parsing: text) }
  }

  func run() throws {
    let atHand = try PackAtHand.load(shared)
    let table = LabelTable(against.aim, rules: atHand.pack.rules, map: atHand.pack.map)
    let floors = try atLeast.map { text throws(ValidationError) in try FigureFloors(parsing: text) }
    if let unknown = floors?.unknownLabels(table).first {
      throw ValidationError(EvaluateSentence.unknown(label: unknown, table).text)
    }
    let run = try evaluate(atHand.classifier, table)
    tell(run)
    try write(run, atHand.classifier)
    if run.tally.confusion.measures.posts == 0 { throw CommandFailure.cannotGoOn }
    if let floors { try judge(run, floors) }
  }

  private func evaluate(_ classifier: Classifier, _ table: LabelTable) throws -> EvaluationRun {
    let only = try only(table)
    let reader = try labelReader(table, only)
    _ = try input.totalSize()
    let zone = classifier.map.calendar.zone
    let time = try shared.time(in: zone)
    let evaluator = Evaluator(table, of: classifier, only: only, asksWords: !withoutWords)
    let tally = Monitor(EvaluationRun(table, only: only, asksWords: !withoutWords))
    let showsPosts = html != nil && mostPosts > 0
    let mostPosts = mostPosts
    let pass = PostPass(input, records: try input.recordOptions(zone: zone, label: label))
    let seen = try pass.run {
      classifier.makeWorker()
    } value: { worker, post, label -> EvaluationRun.Part? in
      guard let label, !label.allSatisfy(\.isWhitespace) else { return .unlabelled }
      let meant: Int?
      switch reader.fate(of: label) {
      case .means(let one): meant = one
      case .negative: meant = nil
      case .leftOut: return .leftOut(label)
      case .unknown, .several: return .unknown(label)
      }
      let evaluated = evaluator.evaluate(post, label: meant, at: time, with: &worker)
      guard showsPosts, !evaluated.verdict.isRight else { return .evaluated(evaluated, shown: nil) }
      return .evaluated(
        evaluated, shown: .init(post: post, verdict: evaluated.verdict, decision: worker.decide(post, at: time)))
    } take: { parts in
      tally.withState { run in for part in parts { run.add(part, showing: mostPosts) } }
    }
    var run = tally.withState { $0 }
    run.seen = seen
    run.bootstrap = resamples == 0 ? nil : Bootstrap(run.tally.confusion, seed: seed, resamples: resamples)
    return run
  }

  private func only(_ table: LabelTable) throws -> Int? {
    guard let only else { return nil }
    guard case .one(let one) = table.meaning(of: only) else {
      throw ValidationError(EvaluateSentence.unknown(label: only, table).text)
    }
    return one.index
  }

  private func labelReader(_ table: LabelTable, _ only: Int?) throws -> LabelReader {
    guard let labels else { return LabelReader(table) }
    let text = try FileText.read(labels)
    do throws(LabelReader.Problem) {
      return try LabelReader(
        table, file: text, allowsNegatives: against.aim == .category || only != nil)
    } catch {
      StandardError.line("\(labels):\(error.line): \(error.sentence.text)")
      throw CommandFailure.cannotGoOn
    }
  }

  /// Says which posts were left out, and why.
  private func tell(_ run: EvaluationRun) {
    run.seen.tellRejects()
    if run.unlabelled > 0 { StandardError.line(EvaluateSentence.unlabelled(run.unlabelled, column: label).text) }
    let unknown = EvaluationRun.sorted(run.unknown)
    if !unknown.isEmpty {
      StandardError.line(
        EvaluateSentence.unknownLabels(EvaluationRun.posts(run.unknown), labels: unknown, against.aim).text)
    }
    if run.tally.confusion.measures.posts == 0 { StandardError.line(EvaluateSentence.nothingToCompare.text) }
  }

  private func write(_ run: EvaluationRun, _ classifier: Classifier) throws {
    let bytes: [UInt8]
    switch format {
    case .text:
      let printer = EvaluationPrinter(run, classifier, top: top, style: shared.outputStyle)
      bytes = Array((printer.lines().joined(separator: "\n") + "\n").utf8)
    case .json: bytes = EvaluationJSON.bytes(of: run, classifier)
    }
    if let html { try ResultFile.write(EvaluationPage.bytes(of: run, classifier), to: html) }
    try ResultFile.write(bytes, to: output)
  }

  /// Ends with 1 where a floor was missed.
  private func judge(_ run: EvaluationRun, _ floors: FigureFloors) throws {
    let missed = floors.missed(run.tally.confusion.measures, run.table)
    for (name, value, least) in missed { StandardError.line(EvaluateSentence.belowFloor(name, value, least).text) }
    if !missed.isEmpty { throw CommandFailure.answerIsNo }
  }
}
