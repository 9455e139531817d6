// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Fenliu

/// `fenliu test`: the examples of the rules, the cases beside them, and posts with expected decisions.
struct TestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: PackSentence.aboutTest.text,
    discussion: """
      fenliu test --pack rules/county
      fenliu test --pack rules/county --corpus corpus/county.jsonl
      """)

  @OptionGroup var shared: SharedOptions
  @Option(name: .long, help: PackSentence.helpCorpus.help) var corpus: [String] = []

  func run() throws {
    let atHand = try PackAtHand.load(shared)
    let zone = atHand.classifier.map.calendar.zone
    let tester = PackTester(atHand.classifier, at: try shared.time(in: zone))
    var report = TestReport(style: shared.outputStyle)
    for result in try tester.examples() { try report.add(result, place: atHand.place(of: result.example.span)) }
    for result in tester.cases(atHand.pack.tests) {
      try report.add(result, place: result.testCase.span.map(atHand.place) ?? "*.test.yaml")
    }
    for path in corpus {
      do {
        let lines = try CorpusReader(path: path, zone: zone).cases()
        for (line, result) in zip(lines, tester.cases(lines.map(\.testCase))) {
          try report.add(result, place: "\(path):\(line.number)")
        }
      } catch let bad as CorpusReader.BadLine {
        try StandardOutput.line("\(path):\(bad.line): \(PackSentence.badCorpusLine(bad.reason).text)")
        throw CommandFailure.answerIsNo
      }
    }
    try StandardOutput.line(report.summary)
    if report.failed > 0 { throw CommandFailure.answerIsNo }
  }
}

/// Prints what failed as it comes, and counts.
struct TestReport {
  let style: TerminalStyle
  private(set) var examples = 0
  private(set) var cases = 0
  private(set) var failed = 0
  private(set) var warnings = 0

  init(style: TerminalStyle) { self.style = style }

  /// The last line.
  var summary: String {
    PackSentence.tested(examples: examples, cases: cases, failed: failed, warnings: warnings).text
  }

  /// Counts an example, and prints it where it is not as it says.
  mutating func add(_ result: PackTester.ExampleResult, place: String) throws {
    examples += 1
    let place = "\(place): \(result.rule.key) \(result.example.kind.rawValue)"
    switch result.outcome {
    case .passed: break
    case .shouldHit: try fail(place, result.example.text, .shouldHit)
    case .shouldMiss(let found): try fail(place, result.example.text, .shouldMiss(found))
    case .provesNothing: try warn(place, result.example.text, .provesNothing)
    case .isNotFar: try warn(place, result.example.text, .isNotFar)
    case .todoCameTrue: try warn(place, result.example.text, .todoCameTrue)
    }
  }

  /// Counts a case, and prints where its decision differs.
  mutating func add(_ result: PackTester.CaseResult, place: String) throws {
    cases += 1
    guard !result.mismatches.isEmpty else { return }
    failed += 1
    let mark = style.marked(PackSentence.failed.text, .red, .bold)
    try StandardOutput.line("\(mark) \(place): \(result.testCase.name)")
    for mismatch in result.mismatches {
      let sentence = PackSentence.mismatch(
        key: mismatch.key, expected: mismatch.expected, actual: mismatch.actual)
      try StandardOutput.line("  " + sentence.text)
    }
  }

  private mutating func fail(_ place: String, _ text: String, _ sentence: PackSentence) throws {
    failed += 1
    try StandardOutput.line(
      "\(style.marked(PackSentence.failed.text, .red, .bold)) \(place) “\(text)”: \(sentence.text)")
  }

  private mutating func warn(_ place: String, _ text: String, _ sentence: PackSentence) throws {
    warnings += 1
    try StandardOutput.line("\(style.marked(PackSentence.warning.text, .yellow)) \(place) “\(text)”: \(sentence.text)")
  }
}
