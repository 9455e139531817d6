// SPDX-License-Identifier: Apache-2.0

extension Catalogue {
  /// The sentences in Chinese: no full stop, nobody blamed.
  static let chinese = Catalogue(
    sentences: merged(
      Chinese.files, Chinese.yaml, Chinese.schema, Chinese.words, Chinese.rules, Chinese.regexes, Chinese.expressions,
      Chinese.map,
      Chinese.lints),
    helps: merged(Chinese.helps, Chinese.mapHelps, Chinese.lintHelps),
    notes: merged(Chinese.notes, Chinese.mapNotes, Chinese.lintNotes),
    terms: merged(Chinese.terms, Chinese.mapTerms, Chinese.lintTerms),
    frame: [
      "error": "错误", "warning": "警告", "note": "说明", "help": "提示",
      "did-you-mean": "是不是想写“{text}”？", "write": "写成 {text}", "write-exactly": "写成“{text}”", "remove": "去掉 {text}",
    ],
    comma: "、", hasArticle: false, quotes: ("“", "”"))
}

/// The tables of Chinese, one for each part of the language.
enum Chinese {}
