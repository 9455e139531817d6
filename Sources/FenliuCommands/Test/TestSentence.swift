// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Fenliu

/// What `test` says of marks, coverage and mutation: facts, without wording.
enum TestSentence {
  case helpCoverage, helpRequireCoverage, helpMutate, helpMutateFloor, helpGenerated, helpJUnit, helpFormat, helpFilter
  case helpVerbose
  case unknownMeasure(String, closest: String?, all: [String])
  case badPercent(String)
  case noRuleFits(String, closest: String?)
  case filterAndCoverage, floorWithoutMutate
  case headWritten, headPassed, headFailed, headCameTrue, rowCases
  case coverage, headMet, headTotal
  case measure(Coverage.Measure)
  case neverHit, neverHitByCases, neverTaken, neverFits, neverDue, neverCompared, neverCounts, neverReached
  case neverMet, wordsOfRules, allowedPhrases
  case belowFloor(Coverage.Measure, share: String, floor: String)
  case mutationHead
  case survivor
  case mutationDone(caught: Int, all: Int, share: String, survivors: Int)
  case mutationByExamples(Int)
  case mutationSkipped(Int)
  case testsFailFirst
  case todo

  /// The sentence in the language of this process.
  var text: String { text(in: SpokenLanguage.current) }

  /// The sentence as the help of an option.
  var help: ArgumentHelp { ArgumentHelp(text) }

  /// The sentence in `language`.
  func text(in language: Language) -> String { language == .chinese ? chinese : english }
}
