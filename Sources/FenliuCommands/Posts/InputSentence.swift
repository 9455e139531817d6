// SPDX-License-Identifier: Apache-2.0
import FenliuCompression
import FenliuEncodings
import FenliuRecords

/// What is said of inputs, their containers, encodings and headers: facts, without wording.
enum InputSentence: SpokenSentence, Hashable {
  case helpEncoding
  case readAs(file: String, container: String?, encoding: String?)
  case lateHeader(file: String, line: Int)
  case otherFormat(file: String, ForeignFormat)
  case headerNotText(file: String, encoding: String)
  case noConverter(file: String, encoding: String)
  case truncated(file: String, container: String, bytes: Int, contents: Int)
  case damaged(file: String, container: String, offset: Int)
  case trailingBytes(file: String, container: String, offset: Int)
  case windowTooLarge(file: String)
  case bareReturns(file: String)

  var english: String {
    switch self {
    case .helpEncoding:
      "How the characters of all inputs are written, where it is not found out."
    case .readAs(let file, let container, let encoding):
      file + ": read"
        + (encoding.map { " as \($0)" } ?? "") + (container.map { " out of \($0)" } ?? "")
        + (encoding == nil ? "" : "; if that is wrong, say how with --encoding")
    case .lateHeader(let file, let line): "\(file): the header is line \(line); what stands above it is no post"
    case .otherFormat(let file, let found): "\(file): this is \(Self.english(found))"
    case .headerNotText(let file, let encoding):
      "\(file): the header has bytes that are no \(encoding); say how its characters are written with --encoding"
    case .noConverter(let file, let encoding):
      "\(file): this system cannot read \(encoding): a converter of the C library is missing (Debian: package libc6; newer ones: libc-gconv-modules-extra)"
    case .truncated(let file, let container, let bytes, let contents):
      "\(file): the \(container) file ends in the middle, after \(bytes) bytes, out of which came \(contents); get the whole file"
    case .damaged(let file, let container, let offset):
      "\(file): the \(container) file is damaged at or before byte \(offset); get it once more"
    case .trailingBytes(let file, let container, let offset):
      "\(file): at byte \(offset), behind the end of what \(container) compressed, stands something else; get the file once more"
    case .windowTooLarge(let file):
      "\(file): zstd would need more than 128 MB of memory; compress the file again without --long or --ultra"
    case .bareReturns(let file):
      "\(file): its lines end with carriage returns alone, as on old Macs; save it as CSV UTF-8 or Windows CSV, or turn them into line feeds: tr '\\r' '\\n'"
    }
  }

  var chinese: String {
    switch self {
    case .helpEncoding: "识别不出时，指明所有输入文件的字符编码。"
    case .readAs(let file, let container, let encoding):
      "\(file)：" + (container.map { "从 \($0) 中解出" } ?? "") + (container != nil && encoding != nil ? "，" : "")
        + (encoding.map { "按 \($0) 读取；若不对，请用 --encoding 指明" } ?? "")
    case .lateHeader(let file, let line): "\(file)：表头在第 \(line) 行；它上面的内容不算帖子"
    case .otherFormat(let file, let found):
      // A blank parts Chinese from Latin letters.
      "\(file)：这是" + (Self.chinese(found).first?.isASCII == true ? " " : "") + Self.chinese(found)
    case .headerNotText(let file, let encoding): "\(file)：表头中有不属于 \(encoding) 的字节；请用 --encoding 指明字符编码，已经指明的请改正或去掉"
    case .noConverter(let file, let encoding):
      "\(file)：本系统读不了 \(encoding)：缺少 C 库的转换表（Debian 的 libc6；较新的版本是 libc-gconv-modules-extra）"
    case .truncated(let file, let container, let bytes, let contents):
      "\(file)：\(container) 文件不完整，在第 \(bytes) 字节处中断（已解出 \(contents) 字节）；请重新取得完整的文件"
    case .damaged(let file, let container, let offset): "\(file)：\(container) 文件在第 \(offset) 字节处或之前已损坏；请重新取得文件"
    case .trailingBytes(let file, let container, let offset):
      "\(file)：\(container) 压缩内容结束后，第 \(offset) 字节处还有别的内容；请重新取得文件"
    case .windowTooLarge(let file): "\(file)：解 zstd 需要 128 MB 以上的内存；请不用 --long、--ultra 重新压缩"
    case .bareReturns(let file):
      "\(file)：行末只有回车符（老式 Mac 的写法）；请另存为“CSV UTF-8”，或把回车换成换行：tr '\\r' '\\n'"
    }
  }

  private static func english(_ found: ForeignFormat) -> String {
    switch found {
    case .utf32: "UTF-32; save it as UTF-8"
    case .workbook: "a workbook (XLSX); save its sheet as CSV UTF-8"
    case .openDocument: "a spreadsheet of OpenDocument (ODS); save it as CSV UTF-8"
    case .oldWorkbook: "a workbook of the old form (XLS); open it and save it as XLSX or CSV UTF-8"
    case .zip: "a ZIP archive; unpack it and name the files in it"
    case .rar: "a RAR archive; unpack it and name the files in it"
    case .sevenZip: "a 7z archive; unpack it and name the files in it"
    case .tar: "a tar archive; unpack it (tar -xf) and name the files in it"
    case .bzip2: "compressed with bzip2; unpack it first: bzip2 -dc FILE | fenliu … -"
    case .xz: "compressed with xz; unpack it first: xz -dc FILE | fenliu … -"
    case .compressedTwice: "compressed twice; undo one of them first"
    case .pdf: "a PDF; tables in it cannot be read; ask for the export as XLSX or CSV"
    case .html: "a web page (HTML), whatever its name; open it in a spreadsheet and save it as XLSX or CSV UTF-8"
    case .webArchive:
      "a saved web page (MHTML), whatever its name; open it in a spreadsheet and save it as XLSX or CSV UTF-8"
    case .spreadsheetXML: "a spreadsheet of 2003 (XML), whatever its name; open it and save it as XLSX or CSV UTF-8"
    case .xml: "XML; JSON lines, CSV and XLSX are read; a spreadsheet is opened and saved as one of these"
    case .jsonArray: "one JSON array; JSON lines are read, one object a line: jq -c '.[]' FILE"
    }
  }

  private static func chinese(_ found: ForeignFormat) -> String {
    switch found {
    case .utf32: "UTF-32；请另存为 UTF-8"
    case .workbook: "工作簿（XLSX）；请把工作表另存为“CSV UTF-8”"
    case .openDocument: "OpenDocument 表格（ODS）；请另存为“CSV UTF-8”"
    case .oldWorkbook: "旧式工作簿（XLS）；请打开后另存为 XLSX 或“CSV UTF-8”"
    case .zip: "ZIP 压缩包；请解开后指明其中的文件"
    case .rar: "RAR 压缩包；请解开后指明其中的文件"
    case .sevenZip: "7z 压缩包；请解开后指明其中的文件"
    case .tar: "tar 打包文件；请解开（tar -xf）后指明其中的文件"
    case .bzip2: "bzip2 压缩文件；请先解开：bzip2 -dc 文件 | fenliu … -"
    case .xz: "xz 压缩文件；请先解开：xz -dc 文件 | fenliu … -"
    case .compressedTwice: "压缩了两次的文件；请先解开一层"
    case .pdf: "PDF；其中的表格读不了，请索取 XLSX 或 CSV 格式的导出文件"
    case .html: "网页（HTML），不论文件名是什么；请用表格软件打开，另存为 XLSX 或“CSV UTF-8”"
    case .webArchive: "存成单个文件的网页（MHTML），不论文件名是什么；请用表格软件打开，另存为 XLSX 或“CSV UTF-8”"
    case .spreadsheetXML: "2003 版 XML 表格，不论文件名是什么；请打开后另存为 XLSX 或“CSV UTF-8”"
    case .xml: "XML；只读 JSON 行、CSV 和 XLSX；若是表格，请打开后另存为 XLSX 或“CSV UTF-8”"
    case .jsonArray: "一整个 JSON 数组；只读 JSON 行，每行一个对象：jq -c '.[]' 文件"
    }
  }
}

extension InputSentence {
  /// Says on standard error what is worth saying of inputs that were read to their ends.
  static func tell(_ inputs: [BatchManifest.Input]) {
    for input in inputs {
      for line in lines(about: input.nature, of: input.file) { StandardError.line(line.text) }
      for line in WorkbookSentence.lines(about: input.nature, of: input.file) { StandardError.line(line.text) }
    }
  }

  /// What is worth saying of what an input turned out to be.
  static func lines(about nature: InputNature, of file: String) -> [InputSentence] {
    var lines: [InputSentence] = []
    let encoding = nature.encoding == .utf8 ? nil : nature.encoding.rawValue
    if nature.container != nil || encoding != nil {
      lines.append(.readAs(file: file, container: nature.container?.rawValue, encoding: encoding))
    }
    return lines + nature.lateHeaders.map { .lateHeader(file: file, line: $0) }
  }
}
