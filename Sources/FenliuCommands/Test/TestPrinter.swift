// SPDX-License-Identifier: Apache-2.0
import Fenliu

/// Lays out what a test run found for a person.
struct TestPrinter {
  let pack: Pack
  let style: TerminalStyle
  let isVerbose: Bool
  let language: Language

  /// What failed, what should be written otherwise, the table of marks, and the sum in the last line.
  func lines(of run: TestRun) -> [String] {
    var lines: [String] = []
    for row in run.examples { lines += self.lines(of: row) }
    for row in run.cases { lines += self.lines(of: row) }
    return lines + table(of: run)
  }

  /// The last line.
  func sum(of run: TestRun) -> String {
    PackSentence.tested(
      examples: run.examples.count, cases: run.cases.count, failed: run.failed, warnings: run.warnings
    ).text(in: language)
  }

  private func lines(of row: TestRun.ExampleRow) -> [String] {
    let (result, outcome) = (row.result, row.result.outcome)
    guard let sentence = outcome.sentence else { return [] }
    let mark =
      outcome.isFailure
      ? style.marked(PackSentence.failed.text(in: language), .red, .bold)
      : style.marked(PackSentence.warning.text(in: language), .yellow)
    return [
      "\(mark) \(row.place): \(result.rule.key) \(result.example.kind.rawValue) “\(result.example.text)”: "
        + sentence.text(in: language)
    ]
  }

  private func lines(of row: TestRun.CaseRow) -> [String] {
    guard !row.result.mismatches.isEmpty else { return [] }
    let mark = style.marked(PackSentence.failed.text(in: language), .red, .bold)
    return ["\(mark) \(row.place): \(row.result.testCase.name)"]
      + row.result.mismatches.map {
        "  " + PackSentence.mismatch(key: $0.key, expected: $0.expected, actual: $0.actual).text(in: language)
      }
  }

  private func table(of run: TestRun) -> [String] {
    var table = TextTable()
    let heads: [TestSentence] = [.headWritten, .headPassed, .headFailed, .headCameTrue]
    table.add(
      "", heads[0].text(in: language), heads[1].text(in: language), heads[2].text(in: language),
      heads[3].text(in: language))
    for kind in Example.Kind.allCases {
      let tally = run.tally(of: kind)
      let isOpen = kind == .todoHit || kind == .todoMiss
      table.add(
        kind.rawValue, String(tally.written), isOpen ? "" : String(tally.passed), isOpen ? "" : String(tally.failed),
        isOpen ? String(tally.cameTrue) : "")
    }
    let failed = run.cases.count { !$0.result.mismatches.isEmpty }
    table.add(
      TestSentence.rowCases.text(in: language), String(run.cases.count), String(run.cases.count - failed),
      String(failed))
    return table.lines()
  }

  /// Everything that was left out and not noticed, with its place and the test that would notice; then the sum.
  func lines(of run: MutationRun) -> [String] {
    var lines = ["", heading(.mutationHead)]
    for row in run.survivors {
      lines.append(
        "\(style.marked(TestSentence.survivor.text(in: language), .red, .bold)) \(row.place): "
          + row.wording.text(in: language))
      lines.append("  " + style.marked(row.wording.advice(in: language), .faint))
    }
    if run.byExamplesAlone > 0 { lines.append(TestSentence.mutationByExamples(run.byExamplesAlone).text(in: language)) }
    if run.skipped > 0 { lines.append(TestSentence.mutationSkipped(run.skipped).text(in: language)) }
    lines.append(
      TestSentence.mutationDone(
        caught: run.caught, all: run.rows.count, share: percent(run.basisPoints), survivors: run.survivors.count
      ).text(in: language))
    return lines
  }

  func heading(_ sentence: TestSentence) -> String { style.marked(sentence.text(in: language), .bold) }
}
