// SPDX-License-Identifier: Apache-2.0

extension Chinese {
  /// What the subset of YAML does not take, and where YAML would silently read something else.
  static let yaml = [
    "yaml-syntax": "文件在此处格式有误：{problem}",
    "yaml-empty": "文件是空的",
    "yaml-several-documents": "一个文件只能有一份文档",
    "yaml-anchor": "规则语言不使用锚点（&）",
    "yaml-alias": "规则语言不使用别名（*）",
    "yaml-tag": "规则语言不使用标签（!）",
    "yaml-too-deep": "文件嵌套超过 {most} 层",
    "yaml-key-not-text": "键须是一个词或一段文字",
    "duplicate-key": "键“{key}”在这里第二次出现",
    "text-needs-quotes": "以 {sign} 开头的文字须加引号",
    "word-with-colon": "含有“: ”的词须加引号",
    "colon-needs-space": "冒号后面须有空格",
    "flow-comma": "花括号之内，逗号或括号会截断值，这里须加引号",
    "regex-not-quoted": "正则表达式须加单引号",
    "emptied-by-hash": "空格后的 # 开始一段注释，这里什么都没有剩下",
    "full-width-sign": "全角符号 {sign} 在这里不起作用",
    "tab-indent": "不能用制表符缩进，请用空格",
  ]
}
