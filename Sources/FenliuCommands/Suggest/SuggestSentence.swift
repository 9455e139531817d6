// SPDX-License-Identifier: Apache-2.0

/// What `suggest` says: facts, without wording.
enum SuggestSentence: SpokenSentence {
  case about
  case helpLabel, helpAgainst, helpMaxWords, helpMinSupport, helpMaxPoints, helpHalfPoints, helpLeastHits, helpExclude,
    helpFolds
  case helpFoldsOnly, helpOutput, helpFormat, helpFitPoints, helpInPlace
  case badMaxWords(Int)
  case badMinSupport(least: Int)
  case badMaxPoints(Int)
  case badLeastHits(Int)
  case badFolds(Int)
  case noOutput, inPlaceWithoutFit, inPlaceAndOutput
  case noLabels(column: String)
  case unlabelled(Int)
  case unknownLabels(posts: Int, labels: [String])
  case ambiguousLabels(posts: Int, labels: [String])
  case unreachedLabels([String])
  case fewLabels(found: Int, needed: Int)
  case fewPosts(label: String, found: Int, needed: Int)
  case tooFew
  case learnt(posts: Int, different: Int, labels: Int)
  case made(posts: Int, different: Int, labels: Int, maxWords: Int, minSupport: Int)
  case written(files: Int, folder: String)
  case makesWorse
  case changed(lists: Int, words: Int)
  case cannotRewrite(String)
  case nothingToFit
  case headCrossed(folds: Int)
  case without, with, onItself, label, words, posts, accuracy, macroF1, topic

  var english: String {
    switch self {
    case .about: "Proposes words and points from labelled posts, as draft rules to read and edit."
    case .helpLabel: "The column that holds the labels."
    case .helpAgainst: "What the labels name: lead (departments) or topic."
    case .helpMaxWords: "The most words for one label."
    case .helpMinSupport: "How many different posts must have a word; never fewer than 5."
    case .helpMaxPoints: "The most points of a word."
    case .helpHalfPoints: "Give half points besides whole ones."
    case .helpLeastHits:
      "How many hits a list must have in a post before its words count; 2 keeps chance words from moving a post."
    case .helpExclude: "A file of words that are never proposed, one a line. May be repeated."
    case .helpFolds: "Into how many parts posts are dealt for cross-validation."
    case .helpFoldsOnly: "Print the part of each post and the first of its near-copies, and do nothing else."
    case .helpOutput: "The folder that rules.yaml and words/ are written into."
    case .helpFormat: "How the scores are printed: text or json."
    case .helpFitPoints: "Fit the points of the words that the pack has instead of proposing new ones."
    case .helpInPlace: "Write the fitted points into the pack's own lists."
    case .badMaxWords(let words): "--max-words is \(words); give at least 1"
    case .badMinSupport(let least):
      "--min-support cannot be below \(least): a word of fewer different posts is never proposed"
    case .badMaxPoints(let points): "--max-points is \(points); give 1 to 100"
    case .badLeastHits(let hits): "--least-hits is \(hits); give 1 to 10"
    case .badFolds(let folds): "--folds is \(folds); give 2 to 20"
    case .noOutput: "say with -o into which folder the suggestions are to be written"
    case .inPlaceWithoutFit:
      "--in-place goes with --fit-points: new words are drafts, and never written into a pack's own lists"
    case .inPlaceAndOutput: "give --in-place or -o, not both"
    case .noLabels(let column): "no post has a label: is '\(column)' the column?"
    case .unlabelled(let count): "\(count) posts without a label are left out"
    case .unknownLabels(let posts, let labels):
      "\(posts) posts are left out, because their labels name nothing of the pack: \(labels.joined(separator: ", "))"
    case .ambiguousLabels(let posts, let labels):
      "\(posts) posts are left out, because their labels name several things: \(labels.joined(separator: ", "))"
    case .unreachedLabels(let labels):
      "no topic leads to \(labels.joined(separator: ", ")), so no word can speak for it; add a topic and a route first"
    case .fewLabels(let found, let needed):
      "there are \(found) labels; at least \(needed) are needed to tell one from the other"
    case .fewPosts(let label, let found, let needed):
      "\(label) has \(found) different posts; \(needed) are needed, \(needed - found) more"
    case .tooFew: "nothing was fitted"
    case .learnt(let posts, let different, let labels):
      "learnt from \(posts) posts (\(different) different ones) of \(labels) labels"
    case .made(let posts, let different, let labels, let maxWords, let minSupport):
      "fenliu suggest: from \(posts) posts (\(different) different ones) of \(labels) labels,"
        + " --max-words \(maxWords) --min-support \(minSupport)"
    case .makesWorse: "these words make decisions worse on posts they were not learnt from: do not use them as they are"
    case .written(let files, let folder): "\(files) files written to \(folder)"
    case .changed(let lists, let words): "\(words) words of \(lists) lists have other points"
    case .cannotRewrite(let path):
      "\(path): its points cannot be written anew without guessing; give it plain lines of word and points"
    case .nothingToFit: "the pack has no words with points of their own in rules with each:, so there is nothing to fit"
    case .headCrossed(let folds): "cross-validated in \(folds) parts"
    case .without: "without"
    case .with: "with"
    case .onItself: "on the posts themselves"
    case .label: "label"
    case .words: "words"
    case .posts: "posts"
    case .accuracy: "accuracy"
    case .macroF1: "macro-F1"
    case .topic: "topic"
    }
  }

  var chinese: String {
    switch self {
    case .about: "从标注过的帖子里推荐词和分值，写成可读可改的草稿规则。"
    case .helpLabel: "标签所在的列。"
    case .helpAgainst: "标签说的是什么：lead（主办部门）或 topic（主题）。"
    case .helpMaxWords: "每个标签最多多少个词。"
    case .helpMinSupport: "一个词至少出现在多少个不同的帖子里；不少于 5。"
    case .helpMaxPoints: "一个词最多多少分。"
    case .helpHalfPoints: "除整数分外也给半分。"
    case .helpLeastHits: "一张词表在一个帖子里至少命中几处才计分；2 可以避免偶然一个词就改变去向。"
    case .helpExclude: "从不推荐的词，一行一个；可多次给出。"
    case .helpFolds: "交叉验证分成几份。"
    case .helpFoldsOnly: "只打印每个帖子所在的份和它的近似件中的第一件。"
    case .helpOutput: "写入 rules.yaml 和 words/ 的文件夹。"
    case .helpFormat: "成绩的格式：text 或 json。"
    case .helpFitPoints: "不推荐新词，只拟合规则包已有词的分值。"
    case .helpInPlace: "把拟合的分值写回规则包自己的词表。"
    case .badMaxWords(let words): "--max-words 为 \(words)，应不小于 1"
    case .badMinSupport(let least): "--min-support 不能小于 \(least)：出现在更少帖子里的词从不推荐"
    case .badMaxPoints(let points): "--max-points 为 \(points)，应为 1 到 100"
    case .badLeastHits(let hits): "--least-hits 为 \(hits)，应为 1 到 10"
    case .badFolds(let folds): "--folds 为 \(folds)，应为 2 到 20"
    case .noOutput: "请用 -o 指明推荐结果写入哪个文件夹"
    case .inPlaceWithoutFit: "--in-place 须与 --fit-points 同用：新词是草稿，从不写进规则包自己的词表"
    case .inPlaceAndOutput: "--in-place 与 -o 只能选一个"
    case .noLabels(let column): "没有一个帖子带标签：列名是“\(column)”吗？"
    case .unlabelled(let count): "\(count) 个帖子没有标签，未采用"
    case .unknownLabels(let posts, let labels): "\(posts) 个帖子未采用，标签在规则包里找不到：\(labels.joined(separator: "、"))"
    case .ambiguousLabels(let posts, let labels): "\(posts) 个帖子未采用，标签不止一个意思：\(labels.joined(separator: "、"))"
    case .unreachedLabels(let labels): "没有主题通向\(labels.joined(separator: "、"))，任何词都帮不上它；请先加主题和路由"
    case .fewLabels(let found, let needed): "只有 \(found) 种标签；至少要 \(needed) 种才分得出彼此"
    case .fewPosts(let label, let found, let needed): "\(label)只有 \(found) 个不同的帖子；需要 \(needed) 个，还差 \(needed - found) 个"
    case .tooFew: "未作拟合"
    case .learnt(let posts, let different, let labels): "学自 \(posts) 个帖子（不同的 \(different) 个），标签 \(labels) 种"
    case .made(let posts, let different, let labels, let maxWords, let minSupport):
      "fenliu suggest：学自 \(posts) 个帖子（不同的 \(different) 个），标签 \(labels) 种，"
        + "--max-words \(maxWords) --min-support \(minSupport)"
    case .makesWorse: "在没有学过的帖子上，加了这些词反而不如不加：请勿照搬"
    case .written(let files, let folder): "已写入 \(folder)，共 \(files) 个文件"
    case .changed(let lists, let words): "\(lists) 个词表中 \(words) 个词的分值有变"
    case .cannotRewrite(let path): "\(path)：无法稳妥地改写分值；请写成一行一词、词与分值两列"
    case .nothingToFit: "规则包的 each: 规则里没有自带分值的词，无可拟合"
    case .headCrossed(let folds): "交叉验证（\(folds) 份）"
    case .without: "不用"
    case .with: "用上"
    case .onItself: "在这些帖子自身上"
    case .label: "标签"
    case .words: "词数"
    case .posts: "帖子"
    case .accuracy: "准确率"
    case .macroF1: "宏平均 F1"
    case .topic: "主题"
    }
  }
}
