// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics

/// A table with a heading for each column, for a terminal and for a page alike.
struct ReportTable {
  /// A column.
  struct Column {
    /// The heading.
    var title: String
    /// Whether its cells are numbers, which stand to the right.
    var isNumber = true
    /// The most columns of a terminal that its cells take; what is longer is cut there.
    var width = 12
    /// Whether its end says more than its beginning, so that the beginning is cut: a place in a file.
    var keepsEnd = false
    /// Whether a terminal has no room for it, so that only a page shows it.
    var isOnlyOnPages = false
  }

  /// What stands in a row under a heading.
  enum Cell: Hashable {
    case text(String)
    case count(Int)
    /// A share, shown with three places; nil: of nothing.
    case share(Double?)

    /// What people read.
    var text: String {
      switch self {
      case .text(let text): text
      case .count(let count): String(count)
      case .share(let share): share.map(Decimals.three) ?? "–"
      }
    }
  }

  var columns: [Column]
  var rows: [[Cell]] = []

  init(_ columns: [Column]) { self.columns = columns }

  mutating func add(_ cells: Cell...) { rows.append(cells) }

  /// The lines of a terminal, at most `most` rows, without blanks at their ends.
  func lines(most: Int = .max) -> [String] {
    let shown = columns.indices.filter { !columns[$0].isOnlyOnPages }
    let texts = [columns.map(\.title)] + rows.prefix(most).map { $0.map(\.text) }
    let cut = texts.map { row in
      shown.map { DisplayWidth.cut(row[$0], to: columns[$0].width, keepingEnd: columns[$0].keepsEnd) }
    }
    let widths = shown.indices.map { place in cut.map { DisplayWidth.columns(of: $0[place]) }.max() ?? 0 }
    return cut.map { row in
      let cells = shown.indices.map { place in
        let room = String(repeating: " ", count: widths[place] - DisplayWidth.columns(of: row[place]))
        return columns[shown[place]].isNumber ? room + row[place] : row[place] + room
      }
      var line = cells.joined(separator: "  ")
      while line.hasSuffix(" ") { line.removeLast() }
      return line
    }
  }
}

extension DisplayWidth {
  /// The text, or as much of it as fits with a mark that there was more. Line ends and tabs become blanks.
  static func cut(_ text: String, to width: Int, keepingEnd: Bool = false) -> String {
    let plain = text.map { $0.isNewline || $0 == "\t" ? " " : $0 }
    if columns(of: String(plain)) <= width { return String(plain) }
    var kept = 0
    var used = 1
    for character in keepingEnd ? plain.reversed() : plain {
      used += columns(of: character)
      if used > width { break }
      kept += 1
    }
    return keepingEnd ? "…" + String(plain.suffix(kept)) : String(plain.prefix(kept)) + "…"
  }
}

/// Numbers with a fixed count of places, the same on every machine.
enum Decimals {
  /// Three places, rounded half away from zero.
  static func three(_ value: Double) -> String {
    let thousandths = Int((value.magnitude * 1000).rounded(.toNearestOrAwayFromZero))
    let rest = String(thousandths % 1000)
    return (value < 0 && thousandths > 0 ? "-" : "") + "\(thousandths / 1000)."
      + String(repeating: "0", count: 3 - rest.count) + rest
  }
}
