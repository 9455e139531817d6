// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Fenliu

/// `fenliu explain`: why a text is decided as it is.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: PackSentence.aboutExplain.text,
    discussion: """
      fenliu explain --pack rules/county "三个月没发工资了，几十个工人天天在等"
      fenliu explain --pack rules/county --title "路灯坏了" --region 幸福镇 "村口的路灯半年没亮了"
      """)

  @OptionGroup var shared: SharedOptions
  @Option(name: .long, help: PackSentence.helpTitle.help) var title: String?
  @Option(name: .long, help: PackSentence.helpSource.help) var source: String?
  @Option(name: .long, help: PackSentence.helpRegion.help) var region: String?
  @Option(name: .long, help: PackSentence.helpViews.help) var views: Int?
  @Argument(help: PackSentence.helpText.help) var text: String

  func run() throws {
    let pack = try PackAtHand.load(shared)
    var post = Post(id: "explain", title: title, text: text)
    post.source = source
    post.region = region
    post.views = views
    var worker = pack.classifier.makeWorker(listing: .all)
    let explanation = worker.explain(post, at: try shared.time(in: pack.classifier.map.calendar.zone))
    let printer = ExplanationPrinter(
      classifier: pack.classifier, style: shared.outputStyle, language: SpokenLanguage.current)
    try StandardOutput.write(printer.page(for: explanation, of: post))
  }
}
