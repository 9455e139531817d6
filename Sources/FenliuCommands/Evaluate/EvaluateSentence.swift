// SPDX-License-Identifier: Apache-2.0
import Fenliu
import FenliuTuning

/// What `eval` says: facts, without wording.
enum EvaluateSentence: SpokenSentence {
  case about
  case helpLabel, helpAgainst, helpLabels, helpOnly, helpNoWords, helpTop, helpSeed, helpResamples, helpAtLeast
  case helpFormat, helpHTML, helpPosts, helpOutput
  case noPosts, emptyLabel
  case badResamples(Int)
  case badTop(Int)
  case onePlace(String)
  case badFloor(String)
  case unknownFigure(String, closest: String?, all: [String])
  case notALabelLine
  case labelMeansNothing(String, LabelAim, closest: String?, all: [String])
  case noNegatives(LabelAim)
  case unlabelled(Int, column: String)
  case unknownLabels(Int, labels: [(label: String, posts: Int)], LabelAim)
  case nothingToCompare
  case belowFloor(String, Double?, Double)
  // Headings and what stands below them.
  case title(LabelAim)
  case compared(Int, right: Int)
  case notCompared(rejects: Int, unlabelled: Int, leftOut: Int, unknown: Int)
  case figures, classes, confusion, mixUps, rules, words, unusedWords, untouched, wrongPosts
  case unusedNone
  case untouchedPosts(Int, of: Int)
  case more(Int)
  case legend, legendWords
  case accuracy, macroF1, microF1
  case headFigure, headValue, headInterval
  case headClass, headTitle, headLabelled, headDecided, headPrecision, headRecall, headF1
  case headLabel, headPosts, headNone, headLeftOut
  case headRule, headWord, headPlace, headHits, headCounts, headOverlap, headMate, headAlone, headLost, headGained,
    headOther
  case headOwner, headUnused, headAll
  // The page.
  case wasDecided, labelSays, headRoute, nothingHits
  case postsNotShown(Int)
}

extension EvaluateSentence {
  /// That a label is nothing of the pack, with what it may be instead.
  static func unknown(label: String, _ table: LabelTable) -> EvaluateSentence {
    let names = table.classes.flatMap { $0.key == $0.title ? [$0.key] : [$0.key, $0.title] }
    return .labelMeansNothing(
      label, table.aim, closest: closest(to: label, among: names), all: table.classes.map(\.title))
  }
}
