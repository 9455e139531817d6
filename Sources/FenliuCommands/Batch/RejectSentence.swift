// SPDX-License-Identifier: Apache-2.0
import FenliuRecords

/// Why rows of a batch became rejects, in words for who exported them.
enum RejectSentence: SpokenSentence {
  /// How many rejects have each reason, by its key.
  case reasons([String: Int])
  /// The file that has all of them, and where the first ones stand.
  case places(file: String, count: Int, first: [Place])

  /// Where a row stands that became a reject.
  struct Place {
    /// Nil: there is one file only.
    var file: String?
    var sheet: String?
    var line: Int
    var reason: Reject.Reason
    /// The column that is wrong, by its key.
    var column: String?
  }

  var english: String {
    switch self {
    case .reasons(let counts):
      "why: "
        + Self.list(counts) { reason, count in
          "\(count) \(reason.rawValue)" + (Self.english(reason).map { " (\($0))" } ?? "")
        }
        .joined(separator: ", ")
    case .places(let file, let count, let first):
      "rejects were not decided; mend these rows where they come from and run again, or let somebody read them: "
        + first.map { place in
          let names = [place.file, place.sheet.map { "sheet \($0)" }, "line \(place.line)"]
          return names.compactMap(\.self).joined(separator: ", ")
            + " (\(place.column.map { "\($0): " } ?? "")\(Self.english(place.reason) ?? place.reason.rawValue))"
        }.joined(separator: "; ")
        + (first.isEmpty ? file : count > first.count ? "; \(count - first.count) more in \(file)" : "; in \(file)")
    }
  }

  var chinese: String {
    switch self {
    case .reasons(let counts):
      "退件原因："
        + Self.list(counts) { reason, count in
          "\(reason.rawValue)" + (Self.chinese(reason).map { "（\($0)）" } ?? "") + " \(count) 条"
        }
        .joined(separator: "、")
    case .places(let file, let count, let first):
      "退件没有判定，请在原表中改正这些行后重跑，或由人来看："
        + first.map { place in
          let names = [place.file, place.sheet.map { "工作表 \($0)" }, "第 \(place.line) 行"]
          return names.compactMap(\.self).joined(separator: " ")
            + "（\(place.column.map { "\($0) 列" } ?? "")\(Self.chinese(place.reason) ?? place.reason.rawValue)）"
        }.joined(separator: "、")
        + (first.isEmpty ? "见 \(file)" : count > first.count ? "，另有 \(count - first.count) 条，见 \(file)" : "，见 \(file)")
    }
  }

  /// The reasons in words, the most frequent first, then by key.
  private static func list(_ counts: [String: Int], _ words: (Reject.Reason, Int) -> String) -> [String] {
    counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { words(Reject.Reason(rawValue: $0.key), $0.value) }
  }

  static func english(_ reason: Reject.Reason) -> String? {
    switch reason {
    case .notUTF8: "bytes that are no UTF-8"
    case .badEncoding: "bytes that the encoding does not have"
    case .notJSON: "not one JSON object"
    case .loneSurrogate: "half a character"
    case .tooDeep: "nested too deeply"
    case .tooManyKeys: "more keys than a row may have"
    case .duplicateKey: "a key twice"
    case .wrongType: "a list or an object in place of a text"
    case .quotes: "quotes that do not come out even"
    case .extraCells: "more cells than the header"
    case .noText: "neither title nor text"
    case .tooLong: "longer than --max-post allows"
    case .badTime: "a time that is none"
    case .ambiguousDate: "a date that could be two; --date-order says which"
    case .badNumber: "a count that is none"
    case .aboveHeader: "stands above the header"
    case .cellError: "a formula that failed"
    case .badCell: "a cell that cannot be read"
    default: nil
    }
  }

  static func chinese(_ reason: Reject.Reason) -> String? {
    switch reason {
    case .notUTF8: "不是 UTF-8"
    case .badEncoding: "编码里没有的字节"
    case .notJSON: "不是一个 JSON 对象"
    case .loneSurrogate: "只有半个字符"
    case .tooDeep: "嵌套太深"
    case .tooManyKeys: "键太多"
    case .duplicateKey: "键重复"
    case .wrongType: "该是文字的地方是列表或对象"
    case .quotes: "引号不成对"
    case .extraCells: "格数比表头多"
    case .noText: "没有标题，也没有正文"
    case .tooLong: "超过 --max-post"
    case .badTime: "时间读不懂"
    case .ambiguousDate: "日期有两种读法，请用 --date-order 指明"
    case .badNumber: "数目读不懂"
    case .aboveHeader: "在表头上面"
    case .cellError: "公式出错"
    case .badCell: "单元格读不出来"
    default: nil
    }
  }
}
