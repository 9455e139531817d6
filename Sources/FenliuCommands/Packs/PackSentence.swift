// SPDX-License-Identifier: Apache-2.0

/// What `check`, `test` and `explain` say besides diagnostics: facts, without wording.
enum PackSentence: SpokenSentence {
  case aboutExplain, aboutCheck, aboutTest
  case helpTitle, helpSource, helpRegion, helpViews, helpText, helpFix, helpCorpus
  case checked(rules: Int, words: Int, routes: Int, errors: Int, warnings: Int)
  case refused(errors: Int, warnings: Int)
  case mended(count: Int, file: String)
  case shouldHit, provesNothing, isNotFar, todoCameTrue
  case shouldMiss([String])
  case mismatch(key: String, expected: String, actual: String)
  case tested(examples: Int, cases: Int, failed: Int, warnings: Int)
  case badCorpusLine(String)
  case failed, warning

  var english: String {
    switch self {
    case .aboutExplain: "Shows why a text is decided as it is: hits, points, level, routes tried, deadlines."
    case .aboutCheck: "Reports every mistake of rules and map, each with its place."
    case .aboutTest: "Runs the examples of the rules and the cases of *.test.yaml."
    case .helpTitle: "The title of the post."
    case .helpSource: "Where it was published."
    case .helpRegion: "The place it is about."
    case .helpViews: "How often it was read."
    case .helpText: "The text of the post."
    case .helpFix: "Apply the mends that are certain, then check again."
    case .helpCorpus: "A file of posts (JSONL) whose field 'expect' is compared with their decisions. May be repeated."
    case .checked(let rules, let words, let routes, let errors, let warnings):
      "\(rules) rules, \(words) words, \(routes) routes: \(errors) errors, \(warnings) warnings"
    case .refused(let errors, let warnings):
      "\(errors) errors, \(warnings) warnings; nothing is decided by this pack until the errors are mended"
    case .mended(let count, let file): "\(file): \(count) mended"
    case .shouldHit: "the rule does not hit"
    case .shouldMiss(let found): "the rule hits: \(found.joined(separator: ", "))"
    case .provesNothing: "nothing of the rule hits, so it proves nothing; write it under miss-far [miss-proves-nothing]"
    case .isNotFar: "a pattern of the rule hits; write it under miss [miss-is-not-far]"
    case .todoCameTrue: "has come true; write it under hit or miss [todo-came-true]"
    case .mismatch(let key, let expected, let actual): "\(key): expected \(expected), decided \(actual)"
    case .tested(let examples, let cases, let failed, let warnings):
      "\(examples) examples, \(cases) cases: \(failed) failed, \(warnings) warnings"
    case .badCorpusLine(let reason): "cannot be read: \(reason)"
    case .failed: "FAIL"
    case .warning: "warning"
    }
  }

  var chinese: String {
    switch self {
    case .aboutExplain: "说明一段文字为何如此判定：命中、计分、等级、逐条路由、期限。"
    case .aboutCheck: "检查规则与职责图，逐处报告错误。"
    case .aboutTest: "运行规则自带的例句和 *.test.yaml 中的案例。"
    case .helpTitle: "帖子的标题。"
    case .helpSource: "发布的平台。"
    case .helpRegion: "涉及的地区。"
    case .helpViews: "阅读数。"
    case .helpText: "帖子的正文。"
    case .helpFix: "应用确定无误的修改，然后再检查一遍。"
    case .helpCorpus: "带 expect 字段的帖子文件（JSONL），与判定结果逐项比较；可多次给出。"
    case .checked(let rules, let words, let routes, let errors, let warnings):
      "规则 \(rules) 条，词 \(words) 个，路由 \(routes) 条：错误 \(errors) 处，警告 \(warnings) 处"
    case .refused(let errors, let warnings): "错误 \(errors) 处，警告 \(warnings) 处；改正之前，本规则包不作任何判定"
    case .mended(let count, let file): "\(file)：改正 \(count) 处"
    case .shouldHit: "规则没有命中"
    case .shouldMiss(let found): "规则命中了：\(found.joined(separator: "、"))"
    case .provesNothing: "规则的任何部分都没有命中，说明不了问题；请写到 miss-far 下 [miss-proves-nothing]"
    case .isNotFar: "规则有部分命中；请写到 miss 下 [miss-is-not-far]"
    case .todoCameTrue: "已经做到；请写到 hit 或 miss 下 [todo-came-true]"
    case .mismatch(let key, let expected, let actual): "\(key)：应为 \(expected)，实为 \(actual)"
    case .tested(let examples, let cases, let failed, let warnings):
      "例句 \(examples) 条，案例 \(cases) 个：不符 \(failed) 处，警告 \(warnings) 处"
    case .badCorpusLine(let reason): "无法读取：\(reason)"
    case .failed: "不符"
    case .warning: "警告"
    }
  }
}
