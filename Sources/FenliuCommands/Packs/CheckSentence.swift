// SPDX-License-Identifier: Apache-2.0

/// What `check` says of its options and of a corpus: facts, without wording.
enum CheckSentence: SpokenSentence {
  case helpFormat, helpCorpus, helpTooBroad, helpSlowest
  case slowestNeedsCorpus
  case corpusRead(posts: Int, rejects: Int)
  /// The mends of a file would make it worse.
  case leftAlone(file: String)

  var english: String {
    switch self {
    case .helpFormat: "How diagnostics are printed: text, json (one a line) or sarif (for code review)."
    case .helpCorpus: "Files of posts, as classify reads them: shows rules that hit too many of them, or none."
    case .helpTooBroad: "The share of the corpus that a rule or word may hit."
    case .helpSlowest:
      "Times rules on posts of the corpus; names so many of the slowest, and what would make each cheaper."
    case .slowestNeedsCorpus: "--slowest N asks for a number from 1 on and for posts: --corpus FILE"
    case .corpusRead(let posts, let rejects): "corpus: \(posts) posts, \(rejects) rows that are none"
    case .leftAlone(let file):
      "\(file): left as it is, for its mends together would break it; mend the first finding by hand, then check again"
    }
  }

  var chinese: String {
    switch self {
    case .helpFormat: "诊断的格式：text、json（一行一条）或 sarif（供代码评审）。"
    case .helpCorpus: "帖子文件，格式与 classify 相同：指出命中过多或从不命中的规则。"
    case .helpTooBroad: "一条规则或一个词最多可以命中语料的多大比例。"
    case .helpSlowest: "用语料中的帖子给规则计时，指出最慢的若干条以及如何让它快些。"
    case .slowestNeedsCorpus: "--slowest N 须为 1 以上的数，并须用 --corpus 文件 给出帖子"
    case .corpusRead(let posts, let rejects): "语料：帖子 \(posts) 个，无法读取的行 \(rejects) 行"
    case .leftAlone(let file): "\(file)：未改动，因为这些改正合在一起会破坏文件；请先手工改正第一处，再运行 check"
    }
  }
}
