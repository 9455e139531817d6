// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Fenliu
import FenliuRecords

/// `fenliu explain`: why a text is decided as it is.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: PackSentence.aboutExplain.text,
    discussion: """
      fenliu explain --pack rules/county "三个月没发工资了，几十个工人天天在等"
      fenliu explain --pack rules/county --title "路灯坏了" --region 幸福镇 "村口的路灯半年没亮了"
      fenliu explain --pack rules/county "老板欠钱不给" --why-not early-sign --why-not 重大 --why-not labour
      """)

  /// How an explanation is printed.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  /// A count as a column has it: `1200`, `1.2万`.
  struct PostCount: ExpressibleByArgument {
    /// Nil: nobody knows.
    let count: Int?

    init?(argument: String) {
      switch CountParser.reading(of: argument) {
      case .count(let count): self.count = count
      case .unknown: count = nil
      case .notACount: return nil
      }
    }
  }

  @OptionGroup var shared: SharedOptions
  @Option(name: .long, help: PackSentence.helpTitle.help) var title: String?
  @Option(name: .long, help: PackSentence.helpSource.help) var source: String?
  @Option(name: .long, help: PackSentence.helpRegion.help) var region: String?
  @Option(name: .long, help: PackSentence.helpViews.help) var views: PostCount?
  @Option(name: .customLong("why-not"), help: WhyNotSentence.helpWhyNot.help) var whyNot: [String] = []
  @Flag(name: .long, help: WhyNotSentence.helpAll.help) var all = false
  @Option(name: .long, help: WhyNotSentence.helpFormat.help) var format = Format.text
  @Argument(help: PackSentence.helpText.help) var text: String

  func run() throws {
    let pack = try PackAtHand.load(shared)
    let questions = try whyNot.map { name in
      do throws(WhyNotQuestion.UnknownName) {
        return try pack.classifier.question(name)
      } catch {
        throw ValidationError(WhyNotSentence.unknownName(error.name, closest: error.closest).text)
      }
    }
    var post = Post(id: "explain", title: title, text: text)
    post.source = source
    post.region = region
    post.views = views?.count
    let zone = pack.classifier.map.calendar.zone
    let time = try shared.time(in: zone)
    var worker = pack.classifier.makeWorker(listing: .all)
    let explanation = worker.explain(post, at: time)
    let answers =
      questions.isEmpty ? [] : try pack.classifier.whyNot(questions, of: post, at: time, most: all ? Int.max : 5)
    switch format {
    case .json:
      try StandardOutput.write(bytes: ExplanationJSON.bytes(of: explanation, whyNot: answers, zone: zone))
    case .text:
      let (style, language) = (shared.outputStyle, SpokenLanguage.current)
      let printer = ExplanationPrinter(classifier: pack.classifier, style: style, language: language)
      let whyNot = WhyNotPrinter(style: style, language: language)
      let lines = answers.flatMap(whyNot.lines).map { $0 + "\n" }
      try StandardOutput.page(printer.page(for: explanation, of: post) + lines.joined())
    }
  }
}
