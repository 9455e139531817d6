// SPDX-License-Identifier: Apache-2.0
import FenliuFormatting

/// What `fmt` says besides diagnostics: facts, without wording.
enum FormatSentence: SpokenSentence {
  case about
  case aboutSchema, helpSchema
  case helpFiles, helpCheck, helpDiff, helpAll, helpName
  case packOrFiles, standardInputAlone, allNeedsPack, nameNeedsInput
  case unknownKind(String)
  case changed(String)
  case notWords(String)
  case wasOther(String, FileFormatter.Original)
  case refused(String)
  case done(files: Int, changed: Int, failed: Int, writes: Bool)

  var english: String {
    switch self {
    case .about: "Gives the files of a pack one layout, and keeps what they say and every comment."
    case .aboutSchema: "Prints the JSON Schema (draft 7) of a kind of file, for editors."
    case .helpSchema: "Of which files: rules (rules.yaml and what it includes), map (map.yaml) or test (*.test.yaml)."
    case .helpFiles:
      "Files to format (.yaml, .yml, .txt, .tsv, .csv), or - for standard input. Default: those of the pack."
    case .helpCheck: "Write nothing; list the files that would change, and end with 1 if there are any."
    case .helpDiff: "Write nothing; show what would change."
    case .helpAll: "Also format what the pack includes outside its folder, such as ../common."
    case .helpName: "The name of the file that standard input is; its ending says what it holds. Default: YAML."
    case .packOrFiles: "give a pack or files, not both"
    case .standardInputAlone: "- stands alone: what is read from standard input goes to standard output"
    case .allNeedsPack: "--all is for a pack"
    case .nameNeedsInput: "--name is for standard input: fenliu fmt --name map.yaml -"
    case .unknownKind(let path): "'\(path)' is not a file that fmt knows: .yaml, .yml, .txt, .tsv, .csv"
    case .notWords(let path): "\(path): has no column 'word', left alone"
    case .changed(let path): "formatted \(path)"
    case .wasOther(let path, let original): "\(path): was \(form(of: original, and: " with ")); is UTF-8 with LF now"
    case .refused(let path):
      "\(path): the formatted text would not say the same; the file is untouched. This is a fault of fenliu: please report it with the file"
    case .done(let files, let changed, let failed, let writes):
      "\(files) files: \(changed) \(writes ? "formatted" : "to be formatted")"
        + (failed > 0 ? ", \(failed) not readable" : "")
    }
  }

  var chinese: String {
    switch self {
    case .about: "把规则包的文件排成统一的格式；内容不变，注释一条不少。"
    case .aboutSchema: "输出某种文件的 JSON Schema（draft 7），供编辑器使用。"
    case .helpSchema: "哪种文件：rules（rules.yaml 及其引用的文件）、map（map.yaml）或 test（*.test.yaml）。"
    case .helpFiles: "要整理的文件（.yaml、.yml、.txt、.tsv、.csv），或用 - 表示标准输入；不写则整理规则包的文件。"
    case .helpCheck: "不写文件；列出需要整理的文件，有则以 1 结束。"
    case .helpDiff: "不写文件；显示会有哪些改动。"
    case .helpAll: "连规则包文件夹之外引用的文件（如 ../common）一起整理。"
    case .helpName: "标准输入所代表的文件名，由其后缀得知内容的种类；不写则为 YAML。"
    case .packOrFiles: "规则包与文件只能给一样"
    case .standardInputAlone: "- 只能单独使用：从标准输入读，向标准输出写"
    case .allNeedsPack: "--all 只用于规则包"
    case .nameNeedsInput: "--name 只用于标准输入：fenliu fmt --name map.yaml -"
    case .unknownKind(let path): "fmt 不认识“\(path)”这种文件；认识的有 .yaml、.yml、.txt、.tsv、.csv"
    case .notWords(let path): "\(path)：没有 word 列，不动"
    case .changed(let path): "已整理 \(path)"
    case .wasOther(let path, let original): "\(path)：原为 \(form(of: original, and: "，换行 "))，现为 UTF-8，换行 LF"
    case .refused(let path): "\(path)：整理后的内容会与原来不同，文件未动。这是 fenliu 的错，请连同文件一起报告"
    case .done(let files, let changed, let failed, let writes):
      "文件 \(files) 个：\(writes ? "已整理" : "需整理") \(changed) 个" + (failed > 0 ? "，无法读取 \(failed) 个" : "")
    }
  }

  private func form(of original: FileFormatter.Original, and joint: String) -> String {
    var form = original.encoding
    if original.hasByteOrderMark { form += " (BOM)" }
    if original.hasCarriageReturns { form += joint + "CR LF" }
    return form
  }
}
