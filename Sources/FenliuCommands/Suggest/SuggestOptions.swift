// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import FenliuTuning

/// What `suggest` can be told, as it was typed.
struct SuggestOptions: ParsableArguments {
  @OptionGroup var input: PostOptions

  @Option(name: .long, help: SuggestSentence.helpLabel.help)
  var label: String

  @Option(name: .long, help: SuggestSentence.helpAgainst.help)
  var against: AimName = .lead

  @Option(name: .customLong("max-words"), help: SuggestSentence.helpMaxWords.help)
  var maxWords = 300

  @Option(name: .customLong("min-support"), help: SuggestSentence.helpMinSupport.help)
  var minSupport = SuggestionLimits.leastSupport

  @Option(name: .customLong("max-points"), help: SuggestSentence.helpMaxPoints.help)
  var maxPoints = 20

  @Flag(name: .customLong("half-points"), help: SuggestSentence.helpHalfPoints.help)
  var hasHalves = false

  @Option(name: .customLong("least-hits"), help: SuggestSentence.helpLeastHits.help)
  var leastHits = 1

  @Option(name: .long, help: SuggestSentence.helpExclude.help)
  var exclude: [String] = []

  @Option(name: .long, help: SuggestSentence.helpFolds.help)
  var folds = 5

  @Flag(name: .customLong("folds-only"), help: SuggestSentence.helpFoldsOnly.help)
  var foldsOnly = false

  @Flag(name: .customLong("fit-points"), help: SuggestSentence.helpFitPoints.help)
  var fitsPoints = false

  @Flag(name: .customLong("in-place"), help: SuggestSentence.helpInPlace.help)
  var isInPlace = false

  @Option(name: [.customShort("o"), .customLong("output")], help: SuggestSentence.helpOutput.help)
  var output: String?

  @Option(name: .long, help: SuggestSentence.helpFormat.help)
  var format: ReportFormat = .text

  /// What labels are compared with, as it is typed.
  enum AimName: String, ExpressibleByArgument, CaseIterable {
    case lead, topic

    var aim: LabelAim { self == .lead ? .lead : .topic }
  }

  /// How scores are printed.
  enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  func validate() throws {
    func refuse(_ sentence: SuggestSentence) -> ValidationError { ValidationError(sentence.text) }
    if maxWords < 1 { throw refuse(.badMaxWords(maxWords)) }
    if minSupport < SuggestionLimits.leastSupport { throw refuse(.badMinSupport(least: SuggestionLimits.leastSupport)) }
    if !(1...100).contains(maxPoints) { throw refuse(.badMaxPoints(maxPoints)) }
    if !(1...10).contains(leastHits) { throw refuse(.badLeastHits(leastHits)) }
    if !(2...20).contains(folds) { throw refuse(.badFolds(folds)) }
    if isInPlace, !fitsPoints { throw refuse(.inPlaceWithoutFit) }
    if isInPlace, output != nil { throw refuse(.inPlaceAndOutput) }
    if fitsPoints, !isInPlace, output == nil, !foldsOnly { throw refuse(.noOutput) }
  }
}
