// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Fenliu
import FenliuMasking
import FenliuTuning

/// `fenliu suggest`: words and points from labelled posts, as draft rules.
struct SuggestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "suggest", abstract: SuggestSentence.about.text,
    discussion: """
      fenliu suggest labelled.jsonl --label label --pack rules/county -o suggested
      fenliu suggest labelled.csv --label 主办部门 --pack rules/county --max-words 100 --format json
      fenliu suggest labelled.jsonl --label label --pack rules/county --fit-points -o fitted
      """)

  @OptionGroup var shared: SharedOptions
  @OptionGroup var options: SuggestOptions

  func run() throws {
    let atHand = try PackAtHand.load(shared)
    let classifier = atHand.classifier
    let table = LabelTable(options.against.aim, rules: classifier.rules, map: classifier.map)
    let time = try shared.time(in: classifier.map.calendar.zone)
    let labelled = try LabelledPosts.read(
      options.input, label: options.label, classifier: classifier, table: table, at: time,
      withUses: options.fitsPoints && !options.foldsOnly)
    labelled.tellLeftOut()
    guard !labelled.posts.isEmpty else {
      StandardError.line(SuggestSentence.noLabels(column: options.label).text)
      throw CommandFailure.answerIsNo
    }
    let copies = NearCopies(labelled.posts.map(\.post))
    let folds = Folds(labelled.posts.map(\.post), copies: copies, count: options.folds)
    if options.foldsOnly { return try printFolds(labelled, copies, folds) }
    if let shortage = LabelShortage(labelled.posts, copies: copies) {
      tell(shortage, table)
      throw CommandFailure.answerIsNo
    }
    let columns = TopicColumns(for: Set(labelled.posts.map(\.label)), table: table, classifier: classifier)
    guard columns.unreached.isEmpty else {
      StandardError.line(SuggestSentence.unreachedLabels(columns.unreached.map { table[$0].title }).text)
      throw CommandFailure.answerIsNo
    }
    let run = SuggestRun(
      labelled: labelled, copies: copies, folds: folds, table: table, classifier: classifier, time: time,
      threads: options.input.threads)
    let report =
      options.fitsPoints
      ? try fitPoints(run, columns, atHand) : try suggestWords(run, columns)
    if report.makesWorse { StandardError.line(SuggestSentence.makesWorse.text) }
    try StandardOutput.write(options.format == .json ? report.json : report.text(in: SpokenLanguage.current))
  }

  /// Proposes new words, and writes them as drafts.
  private func suggestWords(_ run: SuggestRun, _ columns: TopicColumns) throws -> SuggestReport {
    var excluded: Set<String> = []
    for path in options.exclude { excluded.formUnion(try SuggestOutput.words(of: path)) }
    let suggester = Suggester(
      run.labelled.posts, given: run.labelled.outcomes, copies: run.copies, columns: columns, table: run.table,
      weights: run.classifier.rules.weights, limits: limits(excluding: excluded))
    let rules = run.classifier.rules
    let leastHits = options.leastHits
    let (suggestions, scores) = try run.crossValidated { learnt in
      let suggestions = suggester.suggestions(learningFrom: learnt)
      return .init(rules: SuggestedRules(suggestions, in: rules, leastHits: leastHits).inForce, found: suggestions)
    }
    if let folder = options.output {
      let made = SuggestSentence.made(
        posts: run.labelled.posts.count, different: run.copies.count,
        labels: Set(run.labelled.posts.map(\.label)).count, maxWords: options.maxWords, minSupport: options.minSupport)
      let files = SuggestionFiles(
        SuggestedRules(suggestions, in: rules, leastHits: leastHits), in: rules, made: made.text(in: rules.language)
      ).files
      try SuggestOutput.write(files, to: folder)
      StandardError.line(SuggestSentence.written(files: files.count, folder: folder).text)
    }
    var words: [LabelTable.ClassID: Int] = [:]
    for suggestion in suggestions {
      if let label = columns.label(of: suggestion.topic) { words[label, default: 0] += 1 }
    }
    return SuggestReport(run, scores: scores, words: words)
  }

  /// Fits the points of the pack's words, and writes its lists anew.
  private func fitPoints(_ run: SuggestRun, _ columns: TopicColumns, _ atHand: PackAtHand) throws -> SuggestReport {
    let fitter = PointFitter(
      run.labelled.posts, given: run.labelled.outcomes, uses: run.labelled.uses, copies: run.copies, columns: columns,
      rules: run.classifier.rules, limits: limits())
    guard !fitter.isEmpty else {
      StandardError.line(SuggestSentence.nothingToFit.text)
      throw CommandFailure.answerIsNo
    }
    let rules = run.classifier.rules
    let (changes, scores) = try run.crossValidated { learnt in
      let changes = fitter.changes(learningFrom: learnt)
      return .init(rules: rules.with(changes), found: changes)
    }
    let lists = try SuggestOutput.write(
      changes, of: rules, readFrom: { atHand.path(of: $0) }, to: options.isInPlace ? nil : options.output)
    StandardError.line(SuggestSentence.changed(lists: lists, words: changes.count).text)
    return SuggestReport(run, scores: scores, words: fitter.words(of: changes))
  }

  private func limits(excluding excluded: Set<String> = []) -> SuggestionLimits {
    SuggestionLimits(
      maxWords: options.maxWords, minSupport: options.minSupport, maxPoints: options.maxPoints,
      hasHalves: options.hasHalves, excluded: excluded)
  }

  private func printFolds(_ labelled: LabelledPosts, _ copies: NearCopies, _ folds: Folds) throws {
    var lines = "id\tfold\tfirst\n"
    let masking = SpokenLanguage.current.masking
    for (place, post) in labelled.posts.enumerated() {
      let (id, first) = (post.post.id, labelled.posts[copies.first[place]].post.id)
      lines += "\(masking.masked(id: id))\t\(folds.part[place])\t\(masking.masked(id: first))\n"
    }
    try StandardOutput.write(lines)
  }

  private func tell(_ shortage: LabelShortage, _ table: LabelTable) {
    if shortage.labels < LabelShortage.leastLabels {
      StandardError.line(SuggestSentence.fewLabels(found: shortage.labels, needed: LabelShortage.leastLabels).text)
    }
    for short in shortage.short {
      StandardError.line(
        SuggestSentence.fewPosts(label: table[short.label].title, found: short.posts, needed: LabelShortage.leastPosts)
          .text)
    }
    StandardError.line(SuggestSentence.tooFew.text)
  }
}
