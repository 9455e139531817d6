// SPDX-License-Identifier: Apache-2.0
import Fenliu
import FenliuTuning

/// What becomes of a post by its label.
enum LabelFate: Hashable, Sendable {
  /// The label means the class at this place.
  case means(Int)
  /// It means none of the classes: the post is a negative.
  case negative
  /// Whoever wrote the file of labels wants such posts left out.
  case leftOut
  /// It means nothing in the pack.
  case unknown
  /// It means several classes at once, which cannot be compared.
  case several([Int])
}

/// Says what labels mean: by a file of labels where there is one, else by the pack.
struct LabelReader: Sendable {
  /// A line of the file of labels.
  struct Line: Sendable {
    /// The labels that are meant: `FR:*`.
    var glob: RuleGlob
    var fate: LabelFate
  }

  /// Why a file of labels cannot be read.
  struct Problem: Error {
    var line: Int
    var sentence: EvaluateSentence
  }

  let table: LabelTable
  private let lines: [Line]

  /// Labels that mean what the pack says.
  init(_ table: LabelTable) {
    self.table = table
    lines = []
  }

  /// Labels that mean what the text of a file says: a label a line, `*` any characters, `?` one, then a tab and what it
  /// means; the first line that fits wins. `-` leaves posts out, `none` makes them negatives, where the pack has no such class.
  init(_ table: LabelTable, file text: String, allowsNegatives: Bool) throws(Problem) {
    self.table = table
    var lines: [Line] = []
    for (place, row) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      if row.hasPrefix("#") || row.allSatisfy(\.isWhitespace) { continue }
      let cells = row.split(separator: "\t", omittingEmptySubsequences: false).map(Self.trimmed)
      guard cells.count == 2, !cells[0].isEmpty, !cells[1].isEmpty else {
        throw Problem(line: place + 1, sentence: .notALabelLine)
      }
      let fate = Self.fate(of: cells[1], table)
      switch fate {
      case .unknown, .several: throw Problem(line: place + 1, sentence: .unknown(label: cells[1], table))
      case .negative where !allowsNegatives:
        throw Problem(line: place + 1, sentence: .noNegatives(table.aim))
      default: lines.append(Line(glob: RuleGlob(cells[0]), fate: fate))
      }
    }
    self.lines = lines
  }

  /// What becomes of a post with this label.
  func fate(of label: String) -> LabelFate {
    lines.first { $0.glob.fits(label) }?.fate ?? Self.meaning(of: label, table)
  }

  private static func fate(of key: String, _ table: LabelTable) -> LabelFate {
    if key == "-" { return .leftOut }
    let meaning = meaning(of: key, table)
    return key == "none" && meaning == .unknown ? .negative : meaning
  }

  private static func meaning(of label: String, _ table: LabelTable) -> LabelFate {
    switch table.meaning(of: label) {
    case .one(let one): .means(one.index)
    case .several(let several): .several(several.map(\.index))
    case .unknown: .unknown
    }
  }

  private static func trimmed(_ cell: Substring) -> String {
    var cell = cell
    while cell.first?.isWhitespace == true { cell.removeFirst() }
    while cell.last?.isWhitespace == true { cell.removeLast() }
    return String(cell)
  }
}
