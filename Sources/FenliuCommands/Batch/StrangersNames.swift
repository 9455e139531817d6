// SPDX-License-Identifier: Apache-2.0
import Fenliu
import FenliuMasking

/// Names of columns out of somebody's file, as they may be told: masked, without controls, not endless and not endlessly many.
///
/// A file without a header has a row of data in its place: a name, a telephone, a complaint. What looks like data is counted and not shown.
enum StrangersNames {
  /// How much of a name is shown.
  private static let longest = 40
  /// How many names are shown.
  private static let most = 64

  /// The names of columns that stand in a header, each as it may be shown.
  static func shown(_ names: [String]) -> [String] { names.prefix(most).map(shown) }

  /// A name as it may be shown.
  static func shown(_ name: String) -> String {
    let masked = SpokenLanguage.current.masking.masked(name)
    var text = ""
    for scalar in masked.unicodeScalars.prefix(longest) {
      let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
      text.unicodeScalars.append(isControl ? "\u{FFFD}" : scalar)
    }
    return masked.unicodeScalars.count > longest ? text + "…" : text
  }

  /// What an error says there is where a column is missing: the names, or where they look like data only how many there are.
  static func found(_ names: [String]) -> [String] {
    guard names.contains(where: looksLikeData) else { return shown(names) }
    return [StrangersSentence.looksLikeData(cells: names.count).text]
  }

  /// Whether a cell is no name of a column: a number, a time, a sentence, or something personal.
  private static func looksLikeData(_ cell: String) -> Bool {
    let scalars = cell.unicodeScalars
    if scalars.count > 30 { return true }
    if scalars.contains(where: { "。！？；@".unicodeScalars.contains($0) }) { return true }
    let digits = scalars.count { $0.properties.numericType == .decimal }
    return digits > 0 && digits * 2 >= scalars.count || digits >= 5 || !PersonalNumbers.found(in: cell).isEmpty
  }
}

/// What is said of names that are not told.
enum StrangersSentence: SpokenSentence {
  /// A first row that is no header.
  case looksLikeData(cells: Int)
  /// Keys that too few rows have.
  case untoldKeys(file: String, count: Int)

  var english: String {
    switch self {
    case .looksLikeData(let cells):
      "\(cells) cells that look like a post rather than names of columns, and are not shown"
    case .untoldKeys(let file, let count):
      "\(file): not read and not named, since few rows have the same: \(count) other keys"
    }
  }

  var chinese: String {
    switch self {
    case .looksLikeData(let cells): "\(cells) 个单元格，看起来是帖子内容而不是列名，不予显示"
    case .untoldKeys(let file, let count): "\(file)：另有 \(count) 个键未读取，因只有少数行有，不列出名称"
    }
  }
}
