// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Fenliu
import FenliuDiagnostics
import FenliuRecords

/// `fenliu test`: the examples of the rules, the cases beside them, and posts with expected decisions; what they reach, and
/// what could go missing without one of them noticing.
struct TestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: PackSentence.aboutTest.text,
    discussion: """
      fenliu test --pack rules/county
      fenliu test --pack rules/county --corpus corpus/county.jsonl
      fenliu test --pack rules/county --corpus corpus/county.jsonl --coverage --mutate
      fenliu test --pack rules/county --filter 'wages-*' --mutate
      fenliu test --pack rules/county --junit test.xml --require-coverage rules=100%,routes=100%
      """)

  /// How results are printed.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @OptionGroup var shared: SharedOptions
  @Option(name: .long, help: PackSentence.helpCorpus.help) var corpus: [String] = []
  @Flag(name: .long, help: TestSentence.helpCoverage.help) var coverage = false
  @Option(name: .customLong("require-coverage"), help: TestSentence.helpRequireCoverage.help)
  var requiredCoverage: String?
  @Flag(name: .long, help: TestSentence.helpMutate.help) var mutate = false
  @Option(name: .customLong("mutate-floor"), help: TestSentence.helpMutateFloor.help) var mutateFloor: String?
  @Flag(name: .long, help: TestSentence.helpGenerated.help) var generated = false
  @Option(name: .long, help: TestSentence.helpJUnit.help) var junit: String?
  @Option(name: .long, help: TestSentence.helpFormat.help) var format = Format.text
  @Option(name: .long, help: TestSentence.helpFilter.help) var filter: String?
  @Flag(name: .long, help: TestSentence.helpVerbose.help) var verbose = false
  @Option(name: [.short, .long], help: CommandSentence.helpJobs.help) var jobs: Int?

  func validate() throws {
    if let jobs, !(1...1024).contains(jobs) { throw ValidationError(CommandSentence.badJobs(jobs).text) }
    if let mutateFloor, CoverageFloors.basisPoints(mutateFloor) == nil {
      throw ValidationError(TestSentence.badMutateFloor(mutateFloor).text)
    }
    if !mutate, mutateFloor != nil || generated { throw ValidationError(TestSentence.floorWithoutMutate.text) }
    if filter != nil, coverage || requiredCoverage != nil {
      throw ValidationError(TestSentence.filterAndCoverage.text)
    }
    _ = try requiredCoverage.map { text throws(ValidationError) in try CoverageFloors(parsing: text) }
  }

  func run() throws {
    let atHand = try PackAtHand.load(shared)
    let time = try shared.time(in: atHand.classifier.map.calendar.zone)
    let glob = try glob(for: atHand.pack.rules)
    let whole = try tests(atHand, at: time)
    let run = glob.map(whole.narrowed) ?? whole
    let measured = coverage || requiredCoverage != nil ? try measure(whole, atHand, at: time) : nil
    let mutation =
      mutate
      ? try MutationRun.run(
        atHand, cases: whole.cases.map(\.result.testCase), at: time, narrowedTo: glob, includesGenerated: generated,
        jobs: jobs ?? Threads.processors) : nil
    if let junit { try write(JUnitWriter.document(of: run), to: junit) }
    try print(run, measured, mutation, atHand.pack)
    try judge(run, measured, mutation)
  }

  private func glob(for rules: RuleSet) throws -> RuleGlob? {
    guard let filter else { return nil }
    let glob = RuleGlob(filter)
    let keys = rules.rules.map(\.key)
    guard keys.contains(where: glob.fits) else {
      throw ValidationError(TestSentence.noRuleFits(filter, closest: closest(to: filter, among: keys)).text)
    }
    return glob
  }

  private func tests(_ atHand: PackAtHand, at time: Instant) throws -> TestRun {
    let tester = PackTester(atHand.classifier, at: time)
    var run = TestRun()
    run.examples = try tester.examples().map { .init(result: $0, place: atHand.place(of: $0.example.span)) }
    run.cases = tester.cases(atHand.pack.tests).map { result in
      .init(result: result, place: result.testCase.span.map(atHand.place) ?? "*.test.yaml")
    }
    for path in corpus {
      do {
        let content = try CorpusReader(path: path, zone: atHand.classifier.map.calendar.zone).content()
        if content.isEmpty { StandardError.line(TestSentence.emptyCorpus(path).text) }
        if content.withoutExpectation > 0 {
          StandardError.line(TestSentence.notTested(path, posts: content.withoutExpectation).text)
        }
        run.notTested += content.withoutExpectation
        for (line, result) in zip(content.cases, tester.cases(content.cases.map(\.testCase))) {
          run.cases.append(.init(result: result, place: "\(path):\(line.number)"))
        }
      } catch let bad as CorpusReader.BadLine {
        try StandardOutput.line("\(path):\(bad.line): \(PackSentence.badCorpusLine(bad.reason).text)")
        throw CommandFailure.answerIsNo
      }
    }
    return run
  }

  private func measure(_ run: TestRun, _ atHand: PackAtHand, at time: Instant) throws -> Coverage {
    var meter = try CoverageMeter(atHand.classifier, at: time)
    for row in run.examples { meter.add(row.result.example) }
    for row in run.cases { meter.add(row.result.testCase) }
    return meter.result()
  }

  private func print(_ run: TestRun, _ coverage: Coverage?, _ mutation: MutationRun?, _ pack: Pack) throws {
    switch format {
    case .json:
      try StandardOutput.write(bytes: TestJSON.bytes(of: run, coverage: coverage, mutation: mutation, pack: pack))
    case .text:
      let printer = TestPrinter(
        pack: pack, style: shared.outputStyle, isVerbose: verbose, language: SpokenLanguage.current)
      var lines = printer.lines(of: run)
      if let coverage { lines += printer.lines(of: coverage) }
      if let mutation { lines += printer.lines(of: mutation) + [""] } else if coverage != nil { lines.append("") }
      lines.append(printer.sum(of: run))
      try StandardOutput.page(lines.joined(separator: "\n") + "\n")
    }
  }

  /// Ends with 1 where a test failed, or a floor was missed.
  private func judge(_ run: TestRun, _ coverage: Coverage?, _ mutation: MutationRun?) throws {
    var isGood = run.failed == 0
    if let requiredCoverage, let coverage {
      for (measure, share, floor) in try CoverageFloors(parsing: requiredCoverage).missed(by: coverage) {
        isGood = false
        let sentence = TestSentence.belowFloor(
          measure, share: "\(share.met)/\(share.total), \(percent(share.basisPoints))", floor: percent(floor))
        StandardError.line(sentence.text)
      }
    }
    if let mutation {
      if run.failed > 0 { StandardError.line(TestSentence.testsFailFirst.text) }
      let floor = mutateFloor.flatMap(CoverageFloors.basisPoints) ?? 10_000
      if mutation.basisPoints < floor { isGood = false }
    }
    if !isGood { throw CommandFailure.answerIsNo }
  }

  private func write(_ text: String, to path: String) throws {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let folder = parts.count > 1 ? parts.dropLast().joined(separator: "/") : "."
    do throws(OutputFailure) {
      // A file in the top folder: what stands before its name is nothing.
      var file = try OutputFile(String(parts.last ?? ""), in: folder.isEmpty ? "/" : folder)
      try file.write(Array(text.utf8))
      try OutputFolder.publish([file.finish()], in: folder.isEmpty ? "/" : folder)
    } catch {
      throw CommandFailure(.output(error))
    }
  }
}
