// SPDX-License-Identifier: Apache-2.0

/// What `check` says of its options and of a corpus: facts, without wording.
enum CheckSentence: SpokenSentence {
  case helpFormat, helpCorpus, helpTooBroad
  case corpusRead(posts: Int, rejects: Int)

  var english: String {
    switch self {
    case .helpFormat: "How diagnostics are printed: text, json (one a line) or sarif (for code review)."
    case .helpCorpus: "Files of posts, as classify reads them: shows rules that hit too many of them, or none."
    case .helpTooBroad: "The share of the corpus that a rule or word may hit."
    case .corpusRead(let posts, let rejects): "corpus: \(posts) posts, \(rejects) rows that are none"
    }
  }

  var chinese: String {
    switch self {
    case .helpFormat: "诊断的格式：text、json（一行一条）或 sarif（供代码评审）。"
    case .helpCorpus: "帖子文件，格式与 classify 相同：指出命中过多或从不命中的规则。"
    case .helpTooBroad: "一条规则或一个词最多可以命中语料的多大比例。"
    case .corpusRead(let posts, let rejects): "语料：帖子 \(posts) 个，无法读取的行 \(rejects) 行"
    }
  }
}
