// SPDX-License-Identifier: Apache-2.0
import FenliuRecords
import FenliuWorkbook

/// What is said of workbooks, read and written: facts, without wording.
enum WorkbookSentence: SpokenSentence {
  case helpSheet
  case unreadable(file: String, WorkbookFailure)
  case noSheet(file: String, name: String, found: [String])
  case sheetsRead(file: String, names: [String])
  case sheetsPassedOver(file: String, names: [String])
  case sheetsUnsure(file: String, names: [String])
  case cellsCut(Int)
  case needsFolder

  /// What is said of an input that is a workbook: which of its sheets were read, where it has several, and which were not.
  static func lines(about nature: InputNature, of file: String) -> [WorkbookSentence] {
    var lines: [WorkbookSentence] = []
    if nature.sheets.count + nature.passedOver.count > 1 { lines.append(.sheetsRead(file: file, names: nature.sheets)) }
    if !nature.passedOver.isEmpty { lines.append(.sheetsPassedOver(file: file, names: nature.passedOver)) }
    if !nature.unsure.isEmpty { lines.append(.sheetsUnsure(file: file, names: nature.unsure)) }
    return lines
  }

  var english: String {
    switch self {
    case .helpSheet: "A sheet of workbooks to read; may be repeated. Otherwise all that are shown and have a header."
    case .unreadable(let file, .system(let number)): "cannot read \(file): \(SystemReason.text(of: number))"
    case .unreadable(let file, .otherFormat("encrypted XLSX")):
      "\(file): the workbook has a password; open it and save it without one"
    case .unreadable(let file, .otherFormat("ZIP")): "\(file): this is a zip archive and no workbook; unpack it first"
    case .unreadable(let file, .otherFormat(let found)): "\(file): this is \(found); save it as XLSX or as CSV (UTF-8)"
    case .unreadable(let file, .broken(let part, let fault)): "\(file): \(part): \(Self.english(fault))"
    case .noSheet(let file, let name, let found):
      "\(file): there is no sheet '\(name)'; there are: \(Self.printable(found).joined(separator: ", "))"
    case .sheetsRead(let file, let names): "\(file): sheets read: \(Self.printable(names).joined(separator: ", "))"
    case .sheetsPassedOver(let file, let names):
      "\(file): sheets not read, being hidden, not asked for, or without a header: \(Self.printable(names).joined(separator: ", "))"
    case .sheetsUnsure(let file, let names):
      "warning: \(file): sheets that were not read and may hold posts: \(Self.printable(names).joined(separator: ", ")); "
        + "if they do, say with --columns text=NAME which column is the text, else name the sheets to be read with --sheet"
    case .cellsCut(let count):
      "\(count) cells of decisions.xlsx were longer than the 32,767 characters that a cell can hold, and end with …"
    case .needsFolder: "--format xlsx needs a folder: say with -o which"
    }
  }

  var chinese: String {
    switch self {
    case .helpSheet: "要读取的工作表，可多次给出。不给时读取所有未隐藏且有表头的工作表。"
    case .unreadable(let file, .system(let number)): "无法读取 \(file)：\(SystemReason.text(of: number))"
    case .unreadable(let file, .otherFormat("encrypted XLSX")): "\(file)：工作簿设有密码；请打开后另存为不带密码的文件"
    case .unreadable(let file, .otherFormat("ZIP")): "\(file)：这是 zip 压缩包，不是工作簿；请先解压"
    case .unreadable(let file, .otherFormat(let found)): "\(file)：这是 \(found)；请另存为 XLSX 或 CSV（UTF-8）"
    case .unreadable(let file, .broken(let part, let fault)): "\(file)：\(part)：\(Self.chinese(fault))"
    case .noSheet(let file, let name, let found):
      "\(file)：没有工作表“\(name)”；现有：\(Self.printable(found).joined(separator: "、"))"
    case .sheetsRead(let file, let names): "\(file)：读取的工作表：\(Self.printable(names).joined(separator: "、"))"
    case .sheetsPassedOver(let file, let names):
      "\(file)：未读取的工作表（已隐藏、未指定或没有表头）：\(Self.printable(names).joined(separator: "、"))"
    case .sheetsUnsure(let file, let names):
      "警告：\(file)：未读取、但可能有帖子的工作表：\(Self.printable(names).joined(separator: "、"))；"
        + "若有帖子，请用 --columns text=列名 指明哪一列是正文；若没有，请用 --sheet 指明要读的工作表"
    case .cellsCut(let count): "decisions.xlsx 中有 \(count) 个单元格超过 32,767 个字符的上限，已截断并以 … 结尾"
    case .needsFolder: "--format xlsx 须写入文件夹：请用 -o 指明"
    }
  }

  private static func english(_ fault: WorkbookFailure.Fault) -> String {
    switch fault {
    case .damagedArchive: "the archive is cut off or damaged; copy or save the file again"
    case .missing: "this part is missing; save the workbook again"
    case .twice: "this part is there twice, so that nobody knows which is meant"
    case .damaged: "this part is cut off or damaged; copy or save the file again"
    case .unreadable: "this part is encrypted, or compressed in a way that workbooks never are"
    case .notXML(let line): "line \(line) is no well-formed XML"
    case .doctype: "the part declares a document type, which workbooks never do"
    case .unexpected(let line): "line \(line) is not what a workbook has there"
    case .tooMany(let what, let limit): "more than \(limit) \(what)"
    case .wrongRelationship: "a relationship leads to nothing, out of the workbook, or to something of another kind"
    }
  }

  private static func chinese(_ fault: WorkbookFailure.Fault) -> String {
    switch fault {
    case .damagedArchive: "压缩包不完整或已损坏；请重新复制或另存"
    case .missing: "缺少这一部分；请重新保存工作簿"
    case .twice: "这一部分有两份，无法断定以哪一份为准"
    case .damaged: "这一部分不完整或已损坏；请重新复制或另存"
    case .unreadable: "这一部分被加密，或采用了工作簿不会用的压缩方法"
    case .notXML(let line): "第 \(line) 行不是合格的 XML"
    case .doctype: "含有工作簿不会有的文档类型声明（DOCTYPE）"
    case .unexpected(let line): "第 \(line) 行不是工作簿此处应有的内容"
    case .tooMany(let what, let limit): "\(counted[what] ?? what)超过 \(limit)"
    case .wrongRelationship: "有关系指向不存在的、工作簿以外的或类型不符的内容"
    }
  }

  /// What a workbook can have too much of, in Chinese.
  private static let counted = [
    "bytes": "字节数", "bytes in one tag": "单个标记的字节数", "parts": "部分的个数", "sheets": "工作表个数", "rows": "行数",
    "columns": "列数", "strings": "共享字符串个数", "formats": "格式个数", "merges": "合并区域个数", "levels": "嵌套层数",
    "relationships": "关系个数",
  ]

  /// Names of sheets, fit for a terminal.
  private static func printable(_ names: [String]) -> [String] {
    names.map { name in
      var text = String.UnicodeScalarView()
      for scalar in name.unicodeScalars {
        text.append(scalar.properties.generalCategory == .control ? "\u{FFFD}" : scalar)
      }
      return String(text)
    }
  }
}
