// SPDX-License-Identifier: Apache-2.0
import Fenliu
import FenliuTuning

/// The results of an evaluation as tables, for the terminal and the page.
struct EvaluationTables {
  let run: EvaluationRun
  let rows: EvaluationRows
  let language: Language
  let measures: Measures

  init(_ run: EvaluationRun, _ classifier: Classifier, language: Language) {
    self.run = run
    self.language = language
    rows = EvaluationRows(run, classifier)
    measures = run.tally.confusion.measures
  }

  /// What a class is called; nil: none.
  func name(_ one: Int?) -> String {
    guard let one else { return said(.headNone) }
    let named = run.table.classes[one]
    return language == .chinese ? named.title : named.key
  }

  func said(_ sentence: EvaluateSentence) -> String { sentence.text(in: language) }

  /// Accuracy and mean F1.
  var figures: ReportTable {
    var table = ReportTable([words(.headFigure, 20), number(.headValue), number(.headInterval)])
    let boot = run.bootstrap
    table.add(.text(said(.accuracy)), .share(measures.accuracy), interval(boot?.accuracy))
    table.add(.text(said(.macroF1)), .share(measures.macroF1), interval(boot?.macroF1))
    table.add(.text(said(.microF1)), .share(measures.micro.f1), interval(boot?.microF1))
    return table
  }

  /// Each class that is labelled or decided.
  var classes: ReportTable {
    var table = ReportTable([
      words(.headClass, 24), words(.headTitle, 24), number(.headLabelled), number(.headDecided), number(.headPrecision),
      number(.headRecall), number(.headF1), number(.headInterval),
    ])
    for (place, measure) in measures.classes.enumerated() where measure.labelled + measure.decided > 0 {
      let one = run.table.classes[place]
      table.add(
        .text(one.key), .text(one.title), .count(measure.labelled), .count(measure.decided), .share(measure.precision),
        .share(measure.recall), .share(measure.f1), interval(run.bootstrap?.f1[place]))
    }
    return table
  }

  /// The labels and decisions that the matrix has; nil: none of the classes.
  var matrixPlaces: (labels: [Int?], decisions: [Int?]) {
    let cells = run.tally.confusion.cells
    let labels = Set(cells.map(\.verdict.label))
    let decided = Set(
      cells.flatMap { cell in cell.verdict.decided.isEmpty ? [nil] : cell.verdict.decided.map(Optional.init) })
    let all = run.table.classes.indices.map(Optional.init) + [nil]
    return (all.filter(labels.contains), all.filter { labels.contains($0) && $0 != nil || decided.contains($0) })
  }

  /// Labels by decisions.
  var matrix: ReportTable {
    let (labels, decisions) = matrixPlaces
    var table = ReportTable(
      [words(.headLabel, 18)] + decisions.map { ReportTable.Column(title: name($0), width: 10) })
    for label in labels {
      table.rows.append(
        [.text(name(label))] + decisions.map { .count(run.tally.confusion.posts(labelled: label, decided: $0)) })
    }
    return table
  }

  /// The verdicts that are wrong, most posts first.
  var wrong: [(verdict: Verdict, posts: Int)] {
    // The order of the cells decides between equals.
    run.tally.confusion.cells.filter { !$0.verdict.isRight }.enumerated()
      .sorted { ($1.element.posts, $0.offset) < ($0.element.posts, $1.offset) }.map(\.element)
  }

  /// What was decided, in a row.
  func decided(_ verdict: Verdict) -> String {
    verdict.decided.isEmpty ? name(nil) : verdict.decided.map { name($0) }.joined(separator: " ")
  }

  /// Labels that were taken for something else, most posts first.
  var mixUps: ReportTable {
    var table = ReportTable([words(.headLabel, 36), words(.headDecided, 60), number(.headPosts)])
    for cell in wrong {
      table.add(.text(name(cell.verdict.label)), .text(decided(cell.verdict)), .count(cell.posts))
    }
    return table
  }

  /// Each rule that hits.
  var rules: ReportTable {
    var table = ReportTable(
      [
        words(.headRule, 28),
        ReportTable.Column(title: said(.headPlace), isNumber: false, keepsEnd: true, isOnlyOnPages: true),
        words(.headClass, 13),
      ]
        + worthColumns)
    for row in rows.rules {
      table.rows.append(
        [.text(row.name), .text(row.place), .text(row.spoken.map { name($0) } ?? "–")] + worth(row, row.mate?.name))
    }
    return table
  }

  /// Each word that hits.
  var words: ReportTable {
    var table = ReportTable(
      [words(.headWord, 18), ReportTable.Column(title: said(.headPlace), isNumber: false, width: 27, keepsEnd: true)]
        + worthColumns)
    for row in rows.words {
      table.rows.append([.text(row.name), .text(row.place)] + worth(row, row.mate?.name))
    }
    return table
  }

  /// Lists and rules with words that no post has.
  var unused: ReportTable {
    var table = ReportTable([
      words(.headOwner, 40), number(.headUnused), number(.headAll),
      ReportTable.Column(title: said(.words), isNumber: false, isOnlyOnPages: true),
    ])
    for one in rows.unused {
      table.add(
        .text(one.owner), .count(one.words.count), .count(one.all),
        .text(one.words.map(\.written).joined(separator: language == .chinese ? "、" : ", ")))
    }
    return table
  }

  private var worthColumns: [ReportTable.Column] {
    [
      ReportTable.Column(title: said(.headHits), isOnlyOnPages: true), number(.headCounts), number(.headPrecision),
      number(.headOverlap), words(.headMate, 16), number(.headAlone), number(.headLost), number(.headGained),
      number(.headOther),
    ]
  }

  private func worth(_ row: EvaluationRows.Row, _ mate: String?) -> [ReportTable.Cell] {
    let worth = row.worth
    return [
      .count(worth.hits), .count(worth.counts), .share(worth.precision), .share(worth.overlap), .text(mate ?? ""),
      .count(worth.alone), .count(worth.lost), .count(worth.gained), .count(worth.other),
    ]
  }

  private func words(_ sentence: EvaluateSentence, _ width: Int) -> ReportTable.Column {
    ReportTable.Column(title: said(sentence), isNumber: false, width: width)
  }

  private func number(_ sentence: EvaluateSentence) -> ReportTable.Column { ReportTable.Column(title: said(sentence)) }

  private func interval(_ interval: Interval?) -> ReportTable.Cell {
    .text(interval.map { Decimals.three($0.low) + "–" + Decimals.three($0.high) } ?? "–")
  }
}
