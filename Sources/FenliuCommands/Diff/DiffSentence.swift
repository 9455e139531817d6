// SPDX-License-Identifier: Apache-2.0
import Fenliu
import FenliuTuning

/// What `diff` says: facts, without wording.
enum DiffSentence: SpokenSentence {
  case aboutDiff, helpOld, helpNew, helpFormat, helpHTML, helpOutput, helpExamples, helpMaxChanged
  case noPackOption
  case badBound(String)
  case badExamples(Int)
  case tooManyChanged(bound: String, count: Int, posts: Int, share: String)
  case title, samePacks
  case differingParts(Int)
  case summary(posts: Int, changed: Int, share: String)
  case kinds, levels, leads, groups, change, posts, share, before, after
  case kind(PostChange.Kind)
  case part(PackPart, PartChange?, title: String?)
  case several([String])
  case unproven
  case group(number: Int, posts: Int, share: String)
  case kindCount(PostChange.Kind, Int)
  case oldPlace(String)
  case newPlace(String)
  case steps([String])
  case noKind
  case noRoute, nothing
  case turn(String, String)
  case named(String, String)
  case step(String, PostChange.Kind)
  case examplesOf(shown: Int, of: Int)
  case joined([String])
}
