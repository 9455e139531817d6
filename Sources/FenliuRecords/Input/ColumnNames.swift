// SPDX-License-Identifier: Apache-2.0

/// The allow-list of columns: which name of a row means what.
///
/// Names are compared without regard to case, width, white space, `_` and `-`: `Post ID`, `post_id` and `ＰｏｓｔＩＤ` are one.
/// A column that the caller named himself goes by that name only.
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
  /// The columns that the caller named, as he wrote them.
  public let given: [Column: String]

  /// The usual names, but for the columns in `given`, which have the name there.
  public init(given: [Column: String] = [:]) {
    self.given = given
    for column in Column.allCases where given[column] == nil {
      for name in column.usualNames { meanings[name] = column }
    }
    for (column, name) in given where column != .label { meanings[Self.folded(name)] = column }
    if let name = given[.label] { meanings[Self.folded(name)] = .label }
  }

  /// Reads `text=内容,id=编号`. The first `=` of a part counts; names may hold more. Commas and signs may be full-width: `，`
  /// separates where a column of ours and a sign follow it, so that names may hold it too.
  public init(parsing text: String) throws(ColumnNamesProblem) {
    var given: [Column: String] = [:]
    var names: Set<String> = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false).flatMap(Self.cutAtWideCommas) {
      guard let sign = Self.sign(in: part), let column = Column(key: part[..<sign]), column != .label else {
        throw .notAColumn(String(part))
      }
      let name = String(part[part.index(after: sign)...])
      guard !Self.folded(name).isEmpty else { throw .notAColumn(String(part)) }
      guard given.updateValue(name, forKey: column) == nil, names.insert(Self.folded(name)).inserted else {
        throw .namedTwice(String(part))
      }
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
    given[.label] = name
    return ColumnNames(given: given)
  }

  /// What a column of that name means.
  public func meaning(of name: String) -> Meaning {
    let folded = Self.folded(name)
    if let column = meanings[folded] { return .column(column) }
    return folded == "expect" ? .ignored : .unlisted
  }

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
  /// The part names a column, or a name, that an earlier part has.
  case namedTwice(String)
}
