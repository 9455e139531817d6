// SPDX-License-Identifier: Apache-2.0
import FenliuTuning

extension EvaluateSentence {
  /// The sentence in English.
  var english: String {
    switch self {
    case .about: "Compares decisions with labels, and tells what each rule and word is worth."
    case .helpLabel: "The column that has the label of each post."
    case .helpAgainst: "What labels are compared with: lead, topic, category or level."
    case .helpLabels:
      "A file that says what labels mean: a label (* and ? allowed), a tab, and a key; '-' leaves out, 'none' is a negative."
    case .helpOnly: "Look at one class: everything else counts as none."
    case .helpNoWords: "Do not ask what each word is worth."
    case .helpTop: "The most rows of each list of the text."
    case .helpSeed: "The seed of the intervals."
    case .helpResamples: "How often posts are drawn anew for the intervals; 0: no intervals."
    case .helpAtLeast:
      "What figures must at least be, such as macro-f1=0.85,recall:prohibited=0.7; else the program ends with 1."
    case .helpFormat: "How results are printed: text or json."
    case .helpHTML: "Write the results to this file as one HTML page, besides."
    case .helpPosts: "The most posts of the page."
    case .helpOutput: "Write the results to this file, not to standard output."
    case .noPosts: "name a file of posts, or - for standard input"
    case .emptyLabel: "--label is empty"
    case .badResamples(let count): "--resamples \(count): from 0 to 100000"
    case .badTop(let count): "a list cannot have \(count) rows"
    case .onePlace(let path): "--html and -o both name \(path)"
    case .badFloor(let part): "'\(part)' is not a floor; write it as macro-f1=0.85, from 0 to 1"
    case .unknownFigure(let name, let closest, let all):
      "--at-least: there is no figure '\(name)'"
        + (closest.map { "; did you mean '\($0)'?" } ?? "; there are: \(all.joined(separator: ", "))")
    case .notALabelLine: "a line has a label, a tab, and what the label means"
    case .labelMeansNothing(let label, let aim, let closest, let all):
      "'\(label)' names no \(Self.noun(aim)) of the pack"
        + (closest.map { "; did you mean '\($0)'?" }
          ?? (all.count > 20 ? "" : "; there are: \(all.joined(separator: ", "))"))
    case .noNegatives(let aim):
      "'none': every post has a \(Self.noun(aim)); use it with --only, or write '-' to leave posts out"
    case .unlabelled(let posts, let column): "left out: \(posts) posts without a label in '\(column)'"
    case .unknownLabels(let posts, let labels, let aim):
      "left out: \(posts) posts whose label names no \(Self.noun(aim)) of the pack: "
        + labels.prefix(20).map { "\($0.label) (\($0.posts))" }.joined(separator: ", ")
        + (labels.count > 20 ? ", …" : "")
    case .nothingToCompare: "no post has a label that means something: nothing to compare"
    case .belowFloor(let name, let value, let least):
      "\(name) is \(value.map(Decimals.three) ?? "not there"), below \(Decimals.three(least))"
    case .title(let aim): "Decisions beside labels: \(Self.noun(aim))"
    case .compared(let posts, let right): "\(posts) posts compared, \(right) right, \(posts - right) wrong"
    case .notCompared(let rejects, let unlabelled, let leftOut, let unknown):
      "not compared: \(unlabelled) without a label, \(leftOut) left out by --labels, \(unknown) with a label that means nothing, \(rejects) rows that are no posts"
    case .figures: "Figures"
    case .classes: "Classes"
    case .confusion: "Confusion (rows: labels, columns: decisions)"
    case .mixUps: "Taken for another"
    case .rules: "Rules"
    case .words: "Words"
    case .unusedWords: "Words that no post has"
    case .unusedNone: "every word hits"
    case .untouched: "Posts that no rule touches"
    case .wrongPosts: "Posts decided wrongly"
    case .untouchedPosts(let count, let all): "\(count) of \(all)"
    case .more(let count): "… \(count) more"
    case .legend:
      "prec.: share of its posts that bear it out; overlap: share that another rule of the class finds too, most often the one named; alone: posts that only it finds; lost, gained, other: posts that would be wrong, right, otherwise decided without it"
    case .legendWords: "the same of words"
    case .accuracy: "accuracy"
    case .macroF1: "macro-F1"
    case .microF1: "micro-F1"
    case .headFigure: "figure"
    case .headValue: "value"
    case .headInterval: "95 %"
    case .headClass: "class"
    case .headTitle: "title"
    case .headLabelled: "labelled"
    case .headDecided: "decided"
    case .headPrecision: "prec."
    case .headRecall: "recall"
    case .headF1: "F1"
    case .headLabel: "label"
    case .headPosts: "posts"
    case .headNone: "none"
    case .headLeftOut: "left out"
    case .headRule: "rule"
    case .headWord: "word"
    case .headPlace: "place"
    case .headHits: "hits"
    case .headCounts: "counts"
    case .headOverlap: "overlap"
    case .headMate: "with"
    case .headAlone: "alone"
    case .headLost: "lost"
    case .headGained: "gained"
    case .headOther: "other"
    case .headOwner: "list or rule"
    case .headUnused: "unused"
    case .headAll: "of"
    case .wasDecided: "decided"
    case .labelSays: "label"
    case .headRoute: "route"
    case .nothingHits: "nothing hits"
    case .postsNotShown(let count): "\(count) more posts are not shown (--posts)"
    }
  }

  private static func noun(_ aim: LabelAim) -> String {
    switch aim {
    case .lead: "department"
    case .topic: "topic"
    case .category: "category"
    case .level: "level"
    }
  }
}
