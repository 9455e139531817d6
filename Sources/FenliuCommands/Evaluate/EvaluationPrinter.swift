// SPDX-License-Identifier: Apache-2.0
import Fenliu
import FenliuDiagnostics
import FenliuMasking
import FenliuTuning

/// An evaluation for a terminal, in tables no wider than 120 columns.
struct EvaluationPrinter {
  private let tables: EvaluationTables
  private let top: Int
  private let style: TerminalStyle
  private static let widest = 120

  init(_ run: EvaluationRun, _ classifier: Classifier, top: Int, style: TerminalStyle) {
    tables = EvaluationTables(run, classifier, language: SpokenLanguage.current)
    self.top = top
    self.style = style
  }

  /// All lines.
  func lines() -> [String] {
    let run = tables.run
    let measures = tables.measures
    var lines = [said(.compared(measures.posts, right: measures.right))]
    let (leftOut, unknown) = (EvaluationRun.posts(run.leftOut), EvaluationRun.posts(run.unknown))
    if leftOut + unknown + run.unlabelled + run.seen.rejects > 0 {
      lines += wrapped(
        said(
          .notCompared(rejects: run.seen.rejects, unlabelled: run.unlabelled, leftOut: leftOut, unknown: unknown)))
    }
    guard measures.posts > 0 else { return lines }
    lines += section(.figures, tables.figures.lines())
    lines += section(.classes, tables.classes.lines())
    lines += section(.confusion, matrix())
    if measures.right < measures.posts { lines += section(.mixUps, limited(tables.mixUps)) }
    if !tables.rows.rules.isEmpty { lines += section(.rules, limited(tables.rules) + wrapped(said(.legend))) }
    if run.asksWords { lines += section(.words, limited(tables.words)) }
    if run.asksWords, run.only == nil {
      lines += section(.unusedWords, tables.rows.unused.isEmpty ? [said(.unusedNone)] : limited(tables.unused))
    }
    return lines + section(.untouched, untouched())
  }

  /// The matrix where it fits, its columns numbered as its rows are.
  private func matrix() -> [String] {
    let (labels, decisions) = tables.matrixPlaces
    let table = tables.matrix
    var numbered = table
    for (place, _) in decisions.enumerated() { numbered.columns[place + 1].title = String(place + 1) }
    numbered.columns[0].width = 30
    for (place, label) in labels.enumerated() {
      let number = decisions.firstIndex(of: label).map { String($0 + 1) } ?? "–"
      numbered.rows[place][0] = .text("\(number) \(tables.name(label))")
    }
    let lines = numbered.lines()
    guard lines.allSatisfy({ DisplayWidth.columns(of: $0) <= Self.widest }) else { return [] }
    let others = decisions.enumerated().filter { !labels.contains($0.element) }.map {
      "\($0.offset + 1) \(tables.name($0.element))"
    }
    return lines + (others.isEmpty ? [] : wrapped(others.joined(separator: "  ")))
  }

  private func untouched() -> [String] {
    let ids = tables.run.tally.untouched
    let count = said(.untouchedPosts(ids.count, of: tables.measures.posts))
    let shown = wrapped(ids.prefix(top * 5).map(tables.language.masking.masked(id:)).joined(separator: " "))
    return [count] + (ids.isEmpty ? [] : shown) + (ids.count > top * 5 ? [said(.more(ids.count - top * 5))] : [])
  }

  private func limited(_ table: ReportTable) -> [String] {
    table.lines(most: top) + (table.rows.count > top ? [said(.more(table.rows.count - top))] : [])
  }

  private func section(_ heading: EvaluateSentence, _ lines: [String]) -> [String] {
    lines.isEmpty ? [] : ["", style.marked(said(heading), .bold)] + lines
  }

  /// The text in lines that fit, broken at blanks, or after the signs of Chinese.
  private func wrapped(_ text: String) -> [String] {
    var lines: [String] = []
    var line = ""
    var word = ""
    func flush() {
      if DisplayWidth.columns(of: line) + DisplayWidth.columns(of: word) > Self.widest + (word.hasSuffix(" ") ? 1 : 0),
        !line.isEmpty
      {
        lines.append(line)
        line = ""
      }
      line += word
      word = ""
    }
    for character in text {
      word.append(character)
      if " ，；：、。".contains(character) { flush() }
    }
    flush()
    return (lines + [line]).map { line in
      var line = line
      while line.hasSuffix(" ") { line.removeLast() }
      return line
    }
  }

  private func said(_ sentence: EvaluateSentence) -> String { tables.said(sentence) }
}
