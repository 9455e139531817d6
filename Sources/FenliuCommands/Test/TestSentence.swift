// SPDX-License-Identifier: Apache-2.0
import Fenliu

/// What `test` says of marks, coverage and mutation: facts, without wording.
enum TestSentence: SpokenSentence {
  case helpCoverage, helpRequireCoverage, helpMutate, helpMutateFloor, helpGenerated, helpJUnit, helpFormat, helpFilter
  case helpVerbose
  case unknownMeasure(String, closest: String?, all: [String])
  case badPercent(String)
  case badMutateFloor(String)
  case noRuleFits(String, closest: String?)
  case filterAndCoverage, floorWithoutMutate
  case headWritten, headPassed, headFailed, headCameTrue, rowCases
  case coverage, headMet, headTotal
  case measure(Coverage.Measure)
  case neverHit, neverHitByCases, neverTaken, neverFits, neverDue, neverCompared, neverCounts, neverReached
  case neverMet, wordsOfRules, allowedPhrases
  case andMore(Int)
  case belowFloor(Coverage.Measure, share: String, floor: String)
  case mutationHead
  case survivor
  case mutationDone(caught: Int, all: Int, share: String, survivors: Int)
  case mutationByExamples(Int)
  case mutationSkipped(Int)
  case testsFailFirst
  case todo
  case emptyCorpus(String)
  case noCorpusLine
  case notTested(String, posts: Int)
}
