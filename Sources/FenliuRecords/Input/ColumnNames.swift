// SPDX-License-Identifier: Apache-2.0

/// The allow-list of columns: which name of a row means what.
///
/// Names are compared without regard to case, width, white space, `_` and `-`: `Post ID`, `post_id` and `ＰｏｓｔＩＤ` are one.
/// A column that the caller named himself goes by those names only, and one that he said is not there by none.
public struct ColumnNames: Hashable, Sendable {
  /// What a name means.
  public enum Meaning: Hashable, Sendable {
    /// A column that is read.
    case column(Column)
    /// A column that is known and means nothing here: the expectation of a corpus.
    case ignored
    /// Any other column: reported once, and never read.
    case unlisted
  }

  private var meanings: [String: Column] = [:]
  /// The columns that the caller named, as he wrote them: several names where files differ, none where the column is not there.
  public let given: [Column: [String]]

  /// The usual names, but for the columns in `given`, which have the names there.
  public init(given: [Column: [String]] = [:]) {
    self.given = given
    for column in Column.allCases where given[column] == nil {
      for name in column.usualNames { meanings[name] = column }
    }
    for (column, names) in given where column != .label {
      for name in names { meanings[Self.folded(name)] = column }
    }
    for name in given[.label] ?? [] { meanings[Self.folded(name)] = .label }
  }

  /// Reads `text=内容,id=编号`. A column that stands several times goes by each of the names (`text=内容,text=诉求`, for files that differ), one
  /// without a name is not read (`views=`). The first `=` of a part counts; names may hold more. Commas and signs may be full-width: `，`
  /// separates where a column of ours and a sign follow it, so that names may hold it too.
  public init(parsing text: String) throws(ColumnNamesProblem) {
    var given: [Column: [String]] = [:]
    var names: Set<String> = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false).flatMap(Self.cutAtWideCommas) {
      guard let sign = Self.sign(in: part), let column = Column(key: part[..<sign]), column != .label else {
        throw .notAColumn(String(part))
      }
      let name = String(part[part.index(after: sign)...])
      if name.isEmpty {
        guard given.updateValue([], forKey: column) == nil else { throw .namedTwice(String(part)) }
        continue
      }
      guard !Self.folded(name).isEmpty else { throw .notAColumn(String(part)) }
      guard given[column] != [], names.insert(Self.folded(name)).inserted else { throw .namedTwice(String(part)) }
      given[column, default: []].append(name)
    }
    self.init(given: given)
  }

  private static func sign(in part: Substring) -> Substring.Index? { part.firstIndex { $0 == "=" || $0 == "＝" } }

  private static func cutAtWideCommas(_ part: Substring) -> [Substring] {
    var parts: [Substring] = []
    var start = part.startIndex
    for comma in part.indices where part[comma] == "，" {
      let rest = part[part.index(after: comma)...]
      guard let sign = sign(in: rest), Column(key: rest[..<sign]) != nil else { continue }
      parts.append(part[start..<comma])
      start = rest.startIndex
    }
    return parts + [part[start...]]
  }

  /// The same, with labels read from the column of that name, whatever else it may have been.
  public func reading(label name: String) -> ColumnNames {
    var given = given
    given[.label] = [name]
    return ColumnNames(given: given)
  }

  /// What a column of that name means.
  public func meaning(of name: String) -> Meaning {
    let folded = Self.folded(name)
    if let column = meanings[folded] { return .column(column) }
    return folded == "expect" ? .ignored : .unlisted
  }

  /// Whether a column that has no name of ours may hold what people wrote: so its name says. A guess, good for a question and never for
  /// an answer; what is as long as a sentence is no name, and is not repeated to anybody.
  public static func mayBeText(_ name: String) -> Bool {
    let folded = folded(name)
    guard folded.unicodeScalars.count <= longestName else { return false }
    return textMarks.contains { folded.contains($0) } && !answerMarks.contains { folded.contains($0) }
      && !otherEnds.contains { folded.hasSuffix($0) }
  }

  private static let longestName = 24

  private static let textMarks = [
    "内容", "正文", "详情", "描述", "诉求", "情况", "问题", "留言", "原文", "全文", "事项", "经过", "text", "content", "body", "message",
    "description", "details", "narrative",
  ]

  /// What stands in the names of columns in which offices write, not people.
  private static let answerMarks = [
    "回复", "答复", "回访", "办理", "处理", "处置", "办结", "反馈", "批示", "结果", "满意", "是否", "reply", "answer", "response", "resolution",
  ]

  /// How the names of columns end that tell of a text rather than hold it.
  private static let otherEnds = [
    "时间", "日期", "号", "人", "者", "员", "户", "名", "单位", "部门", "机构", "类", "类别", "分类", "类型", "性质", "数", "量", "长度",
    "字段", "电话", "手机", "地址", "地点", "区", "区域", "地区", "状态", "来源", "渠道", "链接", "网址", "主题", "标题", "标签", "附件", "图片",
    "等级", "级别", "领域", "time", "date", "type", "kind", "category", "status", "state", "count", "number",
    "length", "size", "name", "phone", "address", "author", "user", "url", "link", "title", "subject", "label",
    "labels", "tag", "tags", "id", "ids", "format", "source", "language", "lang",
  ]

  /// The form in which names are compared.
  static func folded(_ name: String) -> String {
    var folded = ""
    for scalar in name.unicodeScalars {
      let isFullWidth = (0xFF01...0xFF5E).contains(scalar.value)
      let half = isFullWidth ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
      if half.properties.isWhitespace || half == "_" || half == "-" { continue }
      // Zero-width characters and byte order marks come along when a header is pasted.
      if half.properties.generalCategory == .format { continue }
      folded += half.properties.lowercaseMapping
    }
    return folded
  }
}

/// Why `--columns` could not be read.
public enum ColumnNamesProblem: Error, Hashable, Sendable {
  /// The part is not `COLUMN=NAME` with a column we read.
  case notAColumn(String)
  /// The part has a name that an earlier part has, or names a column that is said not to be there.
  case namedTwice(String)
}
