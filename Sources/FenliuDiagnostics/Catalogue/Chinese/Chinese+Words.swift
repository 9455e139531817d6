// SPDX-License-Identifier: Apache-2.0

extension Chinese {
  /// Words and word lists.
  static let words = [
    "empty-word": "这个词里没有可以查找的内容",
    "unclosed-choice": "这个括号没有配对",
    "empty-choice": "选项中有一个是空的",
    "gap-at-edge": "间隔号须在词的两个部分之间",
    "gap-too-wide": "间隔最多 {most} 个字，而不是 {number} 个",
    "too-many-choices": "词的一个部分最多有 {most} 个选项",
    "duplicate-word": "“{word}”已在表中",
    "empty-list": "列表是空的",
    "list-in-list": "词表里不能再放词表，如“{name}”",
    "unknown-list": "没有名为“{name}”的词表",
    "unknown-column": "词表文件没有“{name}”这一列",
    "missing-column": "表头没有 word 这一列",
    "too-many-fields": "这一行的字段比表头多",
    "unclosed-quote": "这个引号没有配对",
  ]
}
