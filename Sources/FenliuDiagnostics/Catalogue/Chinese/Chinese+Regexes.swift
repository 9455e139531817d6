// SPDX-License-Identifier: Apache-2.0

extension Chinese {
  /// Regexes.
  static let regexes = [
    "regex-syntax": "正则表达式无法读取：{problem}",
    "regex-too-large": "正则表达式无法编译：{problem}",
    "regex-without-literal": "这个正则没有必然出现的文字，每个帖子都要运行它",
    "regex-word-boundary": "“{text}”在汉字旁边不起作用",
    "regex-start-reset": "“{text}”会掩盖命中的开头",
    "regex-search-start": "“{text}”指查找开始的地方，规则无从知道那是哪里",
    "regex-single-byte": "“{text}”会把一个字切开",
    "regex-callout": "“{text}”要调用并不存在的程序",
    "regex-verb": "不能使用“{text}”这类控制动词",
  ]
}
