// SPDX-License-Identifier: Apache-2.0

extension Chinese {
  /// Words of our own that facts name.
  static let terms = merged(parts, kinds, libyaml, pcre2)

  /// The parts of the language.
  private static let parts = [
    "rules-file": "规则文件", "included-file": "被包含的文件", "map": "职责图", "rule": "规则", "category": "类别",
    "topic": "主题", "word-list": "词表", "word": "词", "pattern": "模式", "number-pattern": "数字模式",
    "regex-pattern": "正则模式", "near-group": "near 条件", "kind-line": "kinds 条目", "collective-line": "collective 条目",
    "request-kind": "诉求类型",
    "unless-part": "unless 条件", "each-part": "each 设置",
    "examples-part": "examples 例句", "weights-part": "weights 设置", "list-file": "词表文件", "department": "部门",
    "route": "路由",
    "calendar": "日历", "recusal": "回避设置", "escalation": "上报条件", "season": "季节", "level": "等级", "levels": "等级表",
    "test-case": "测试案例", "post": "帖子", "expectation": "预期", "deadlines": "期限表", "step": "步骤", "place": "地点",
    "line": "行", "value": "值", "comparison": "比较", "whole-number": "整数", "closing-quote": "后引号",
    "end-of-expression": "表达式结束",
  ]

  /// Kinds of values.
  private static let kinds = [
    "mapping": "键值表", "list": "列表", "text": "一段文字", "number": "数字", "nothing": "空白",
    "list-of-cases": "案例列表", "list-or-patterns": "词、$词表、regex 或 number",
  ]

  /// What libyaml says, in its own words.
  private static let libyaml = [
    "block sequence entries are not allowed in this context": "这里不能开始列表项",
    "control characters are not allowed": "不允许控制字符",
    "could not find expected ':'": "缺少冒号和空格“: ”",
    "did not find expected ',' or ']'": "缺少逗号或 ]",
    "did not find expected ',' or '}'": "缺少逗号或 }",
    "did not find expected '-' indicator": "缺少列表项的“- ”，或缩进不一致",
    "did not find expected <document start>": "前面的内容已经结束",
    "did not find expected key": "这里应当是一个键，或缩进不一致",
    "did not find expected node content": "这里应当有内容",
    "did not find expected alphabetic or numeric character": "这里应当是字母或数字",
    "did not find expected comment or line break": "这里应当换行",
    "did not find expected whitespace or line break": "这里应当是空格或换行",
    "found character that cannot start any token": "这个字符不能开始一个值",
    "mapping values are not allowed in this context": "这里不能出现键值对",
    "found a tab character that violates indentation": "缩进中有制表符",
    "found a tab character where an indentation space is expected": "缩进中有制表符",
    "found unexpected ':'": "多出一个冒号",
    "found unexpected document indicator": "多出一个文档标记",
    "found unexpected end of stream": "引号或括号没有结束，文件就到头了",
    "found unknown escape character": "不认识的转义",
  ]

  /// What PCRE2 says, in its own words.
  private static let pcre2 = [
    "\\ at end of pattern": "末尾多出一个 \\",
    "\\c at end of pattern": "末尾的 \\c 不完整",
    "unrecognized character follows \\": "\\ 后面的字符没有意义",
    "numbers out of order in {} quantifier": "{} 中的数字顺序颠倒",
    "number too big in {} quantifier": "{} 中的数字太大",
    "missing terminating ] for character class": "字符组缺少 ]",
    "range out of order in character class": "字符组中的范围前后颠倒",
    "quantifier does not follow a repeatable item": "量词前面没有可重复的内容",
    "unrecognized character after (? or (?-": "(? 后面的字符没有意义",
    "POSIX named classes are supported only within a class": "[: :] 只能写在字符组里",
    "reference to non-existent subpattern": "引用了不存在的分组",
    "missing closing parenthesis": "缺少 )",
    "missing ) after (?# comment": "注释缺少 )",
    "unmatched closing parenthesis": "多出一个 )",
    "lookbehind assertion is not fixed length": "后顾断言的长度不固定",
    "two named subpatterns have the same name (PCRE2_DUPNAMES not set)": "两个分组重名",
    "subpattern name expected": "这里应当是分组名",
    "regular expression is too large": "正则表达式太大",
  ]

  /// What related places are.
  static let notes = [
    "first-named-here": "第一次出现在这里", "opened-here": "从这里开始，后面没有结束",
  ]
}
