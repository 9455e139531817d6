// SPDX-License-Identifier: Apache-2.0

/// What `mask` says: facts, without wording.
enum MaskSentence: SpokenSentence {
  case about, helpFiles, helpFormat

  var english: String {
    switch self {
    case .about:
      "Writes a text with its telephones, cards, addresses, plates and accounts masked, before it is passed on."
    case .helpFiles:
      "Files of text, in UTF-8, GB18030 or UTF-16; '-' is standard input. What is written is UTF-8. (default: standard input)"
    case .helpFormat:
      "What is written: text with masks, or json with a line for each number: where it is, and of which kind."
    }
  }

  var chinese: String {
    switch self {
    case .about: "输出遮盖后的文本：电话、证件、银行卡、邮箱、车牌、账号不再可见，便于转发。"
    case .helpFiles: "文本文件，UTF-8、GB18030 或 UTF-16；“-”为标准输入。输出一律为 UTF-8。（默认：标准输入）"
    case .helpFormat: "输出什么：text（遮盖后的文本），或 json（每个号码一行：位置与种类）。"
    }
  }
}
