// SPDX-License-Identifier: Apache-2.0
import FenliuCalendar
import FenliuDiagnostics
import FenliuModel
import FenliuRules
import FenliuTestSupport
import FoundationEssentials
import Testing

@testable import FenliuLints

/// The golden cases of lints, in the form of the others: a folder for each code with a pack `mine`, which loads, and whose map
/// comes from `_lint-base` where it has none. `posts.txt` is a corpus, a post a line.
struct LintCase: CustomTestStringConvertible, Sendable {
  static let folder = SharedData.repository + "/Tests/Cases/diagnostics"
  static let pages = SharedData.repository + "/docs/diagnostics"
  static let updates = ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1"
  /// The time that all cases are seen from.
  static let now = Zone.shanghai.start(of: LocalDate(year: 2026, month: 11, day: 20)!)

  let code: String
  var testDescription: String { code }
  var folder: String { Self.folder + "/" + code }
  var page: String { Self.pages + "/" + code + ".md" }

  static let all: [LintCase] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let codes = (try? SourceCodes.all(in: "FenliuLints")) ?? []
    return names.filter(codes.contains).sorted().map { LintCase(code: $0) }
  }()

  /// A load and all that is to be said of it.
  struct Outcome {
    var loaded: Loaded
    /// What lints found.
    var lints: [Diagnostic]
    /// What an author sees: silenced ones are gone.
    var shown: [Diagnostic]
  }

  /// Loads the case's pack out of a folder of its own, and lints it.
  func run(replacing files: [(path: String, bytes: [UInt8])] = []) throws -> Outcome {
    let library = try TemporaryFolder()
    let manager = FileManager.default
    try manager.copyItem(atPath: folder + "/mine", toPath: library.path + "/mine")
    if !manager.fileExists(atPath: library.path + "/mine/map.yaml") {
      try manager.copyItem(
        atPath: Self.folder + "/_lint-base/mine/map.yaml", toPath: library.path + "/mine/map.yaml")
    }
    for file in files { try Data(file.bytes).write(to: URL(filePath: library.path + "/" + file.path)) }
    let loaded = try RuleLoader().load(pack: library.path + "/mine")
    guard let linter = PackLinter(loaded), let rules = loaded.rules else {
      return Outcome(loaded: loaded, lints: [], shown: loaded.diagnostics)
    }
    var lints = linter.findings(at: Self.now)
    if let posts = read(folder + "/posts.txt") {
      if Diagnostic.Code.ofCosts.contains(Diagnostic.Code(code)) {
        lints += linter.findings(of: try costs(of: rules, on: posts))
        return Outcome(loaded: loaded, lints: lints, shown: loaded.diagnostics(adding: lints))
      }
      var counter = try CorpusCounter(rules)
      for (place, text) in posts.split(separator: "\n").enumerated() {
        counter.add(Post(id: String(place), title: nil, text: String(text)))
      }
      lints += linter.findings(of: counter.count, tooBroad: 0.2)
    }
    return Outcome(loaded: loaded, lints: lints, shown: loaded.diagnostics(adding: lints))
  }

  /// What rules cost on these posts, measured on each of them a few hundred times; the times are then replaced, since they differ from run to run.
  private func costs(of rules: RuleSet, on posts: String) throws -> RuleCosts {
    var sample = PostSample()
    for _ in 0..<200 {
      for text in posts.split(separator: "\n") { sample.add(Post(id: "p", title: nil, text: String(text))) }
    }
    let measured = try CostMeter(rules, on: sample).costs(dearest: 3)
    #expect(measured.rules.count == rules.rules.count)
    #expect(measured.rules.allSatisfy { $0.time > 0 && $0.time >= $0.patternTime && $0.patternTime > 0 })
    let told = measured.rules.map {
      RuleCost(rule: $0.rule, time: 1_500, pattern: $0.pattern, patternTime: 1_250, cause: $0.cause)
    }
    return RuleCosts(rules: told, all: 2_000, posts: measured.posts)
  }

  func text(_ outcome: Outcome, _ language: MessageLanguage) -> String {
    var renderer = DiagnosticRenderer(files: outcome.loaded.sources, language: language)
    return renderer.text(for: outcome.shown)
  }

  func read(_ path: String) -> String? {
    FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
  }

  func write(_ text: String, to path: String) throws { try Data(text.utf8).write(to: URL(filePath: path)) }
}
