// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Fenliu
import FenliuTuning

/// `fenliu diff`: which posts change between two packs, and what did it.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: DiffSentence.aboutDiff.text,
    discussion: """
      fenliu diff rules-before/county rules/county posts.jsonl
      fenliu diff rules-before/county rules/county posts.csv --format markdown -o review.md --html review.html
      fenliu diff rules-before/county rules/county posts.jsonl --max-changed 2%
      """)

  /// How results are printed.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, markdown, json
  }

  @Argument(help: DiffSentence.helpOld.help) var old: String
  @Argument(help: DiffSentence.helpNew.help) var new: String
  @OptionGroup var posts: PostOptions
  @Option(name: .long, help: DiffSentence.helpFormat.help) var format = Format.text
  @Option(name: .long, help: DiffSentence.helpHTML.help) var html: String?
  @Option(name: [.customShort("o"), .customLong("output")], help: DiffSentence.helpOutput.help) var output: String?
  @Option(name: .long, help: DiffSentence.helpExamples.help) var examples = 5
  @Option(name: .customLong("max-changed"), help: DiffSentence.helpMaxChanged.help) var maxChanged: String?
  @OptionGroup var shared: RunOptions
  /// Taken only to be answered: the packs are arguments.
  @Option(name: .long, help: .hidden) var pack: String?

  func validate() throws {
    if pack != nil { throw ValidationError(DiffSentence.noPackOption.text) }
    if !(0...1000).contains(examples) { throw ValidationError(DiffSentence.badExamples(examples).text) }
    _ = try bounds()
  }

  func run() throws {
    _ = try posts.totalSize()
    let (before, after) = (try load(old), try load(new))
    let comparer = PackComparer(old: before.classifier, new: after.classifier)
    let zone = after.pack.map.calendar.zone
    let time = try shared.time(in: zone)
    let run = DiffRun(comparer: comparer, time: time, threads: posts.threads, mostExamples: examples)
    let (tally, seen) = try run.compare(posts, records: try posts.recordOptions(zone: zone))
    seen.tellRejects()
    let language = SpokenLanguage.current
    let reporter = DiffReporter(
      comparer: comparer, old: PartPlaces(atHand: before), new: PartPlaces(atHand: after), time: time,
      language: language)
    let report = reporter.report(of: tally, posts: seen.posts)
    let style = output == nil ? shared.outputStyle : .plain
    let bytes =
      switch format {
      case .text: Array(DiffText(style: style, language: language).page(report).utf8)
      case .markdown: Array(DiffMarkdown(language: language).page(report).utf8)
      case .json: DiffJSON.bytes(of: tally, posts: seen.posts, reporter: reporter)
      }
    try ResultFile.write(bytes, to: output)
    if let html { try ResultFile.write(DiffPage(language: language).bytes(report), to: html) }
    try judge(tally, posts: seen.posts)
  }

  /// The pack in a folder, compiled.
  private func load(_ folder: String) throws -> PackAtHand {
    try PackAtHand.load(folder: folder, talkStyle: shared.talkStyle)
  }

  private func bounds() throws -> [DiffBound] {
    guard let maxChanged else { return [] }
    guard let bounds = DiffBound.parse(maxChanged) else {
      throw ValidationError(DiffSentence.badBound(maxChanged).text)
    }
    return bounds
  }

  private func judge(_ tally: ComparisonTally, posts: Int) throws {
    let passed = try bounds().filter { $0.isPassed(by: tally, of: posts) }
    for bound in passed {
      let count = bound.count(in: tally)
      StandardError.line(
        DiffSentence.tooManyChanged(
          bound: bound.written, count: count, posts: posts, share: ShareText.percent(count, of: posts)
        ).text)
    }
    if !passed.isEmpty { throw CommandFailure.answerIsNo }
  }
}
