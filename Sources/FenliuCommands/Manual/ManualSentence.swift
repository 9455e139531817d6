// SPDX-License-Identifier: Apache-2.0

/// What the manual page says besides what commands and options say of themselves: facts, without wording.
enum ManualSentence: SpokenSentence {
  case about, helpDate
  case badDate(String)
  case title, name, synopsis, description, commands, examples, exitStatus, environment, files, seeAlso
  case command, options
  case flow, languages
  case done, answerIsNo, couldNotWork, wrongUsage
  case variableLanguage, variableNoColour, variableTemporary, variableRules
  case fileRules, fileMap, fileTests
  case standsFor(values: [String])
  case usually(String)
  case more

  var english: String {
    switch self {
    case .about: "Prints the manual page, for man -l and for packages."
    case .helpDate: "The date on the page, such as 2026-11-20. (default: none)"
    case .badDate(let text): "'\(text)' is not a date; write it as 2026-11-20"
    case .title: "Fenliu Manual"
    case .name: "NAME"
    case .synopsis: "SYNOPSIS"
    case .description: "DESCRIPTION"
    case .commands: "COMMANDS"
    case .examples: "Examples:"
    case .exitStatus: "EXIT STATUS"
    case .environment: "ENVIRONMENT"
    case .files: "FILES"
    case .seeAlso: "SEE ALSO"
    case .command: "command"
    case .options: "options"
    case .flow:
      "Fenliu reads posts that people wrote about an organisation, grades each one against a pack of rules that analysts keep, and hands it to the department that must answer it, with deadlines that know the working calendar. Each decision gives its reasons. Posts are graded, never persons; nothing is deleted or posted; what is no post becomes a reject with a reason, so that nothing is lost."
    case .languages:
      "Results go to standard output or to the place that -o names, everything else to standard error. Messages are English or Chinese: by --lang, else by the locale."
    case .done: "Done."
    case .answerIsNo:
      "The answer is no: the pack has errors, a test fails, a limit is exceeded; or classify decided by the pack of the last clean run."
    case .couldNotWork: "The work could not be done: a file cannot be read, a result not be written."
    case .wrongUsage: "Wrong usage."
    case .variableLanguage:
      "The locale, by which the language of messages is chosen where --lang is not given: zh_CN.UTF-8."
    case .variableNoColour: "When set, no colours are used."
    case .variableTemporary:
      "Where classify keeps its temporary file when it writes to standard output. (default: /tmp)"
    case .variableRules: "The folder of packs that init copies from."
    case .fileRules: "The rules of a pack, and what they include."
    case .fileMap: "Its responsibility map: departments, routes, deadlines."
    case .fileTests: "Its test cases."
    case .standsFor(let values): "One of: \(values.joined(separator: ", "))."
    case .usually(let value): "Default: \(value)."
    case .more: "The pages in the folder docs of the program, and in docs/zh those in Chinese."
    }
  }

  var chinese: String {
    switch self {
    case .about: "输出手册页，供 man -l 和打包使用。"
    case .helpDate: "手册页上的日期，如 2026-11-20。（默认：不写）"
    case .badDate(let text): "“\(text)”不是日期；请写成 2026-11-20"
    case .title: "分流手册"
    case .name: "名称"
    case .synopsis: "用法"
    case .description: "说明"
    case .commands: "命令"
    case .examples: "例："
    case .exitStatus: "退出状态"
    case .environment: "环境变量"
    case .files: "文件"
    case .seeAlso: "参见"
    case .command: "命令"
    case .options: "选项"
    case .flow:
      "分流读取人们写给一个单位的帖子，按分析人员维护的规则包给每一条定级，转给应当答复的部门，并按工作日历算出期限。每条判定都说明理由。评的是帖子，从不评人；不删帖，也不发帖；不成帖子的行成为退件并写明原因，一条不少。"
    case .languages: "结果写到标准输出或 -o 所指的位置，其余都写到标准错误。提示语言为中文或英文：由 --lang 决定，否则由系统区域决定。"
    case .done: "完成。"
    case .answerIsNo: "答案是“否”：规则包有错误，测试不符，超出限度；或者 classify 是按上次正常运行的规则包判定的。"
    case .couldNotWork: "无法完成：文件无法读取，或结果无法写入。"
    case .wrongUsage: "用法错误。"
    case .variableLanguage: "系统区域，没有 --lang 时由它决定提示语言，如 zh_CN.UTF-8。"
    case .variableNoColour: "设置后不使用颜色。"
    case .variableTemporary: "classify 把判定写到标准输出时，临时文件所在的目录。（默认：/tmp）"
    case .variableRules: "init 从哪个目录复制规则包。"
    case .fileRules: "规则包的规则，及其引用的文件。"
    case .fileMap: "规则包的职责图：部门、路由、期限。"
    case .fileTests: "规则包的案例。"
    case .standsFor(let values): "可取：\(values.joined(separator: "、"))。"
    case .usually(let value): "默认：\(value)。"
    case .more: "程序所在文件夹中 docs/zh 里的各页；英文的在 docs 里。"
    }
  }
}
