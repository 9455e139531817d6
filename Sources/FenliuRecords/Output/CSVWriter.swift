// SPDX-License-Identifier: Apache-2.0

/// Writes rows of CSV (RFC 4180: comma, quotes where needed, CR LF) that a spreadsheet opens without running anything.
public struct CSVWriter: Sendable {
  /// What has been written so far.
  public private(set) var bytes: [UInt8] = []
  private var isAtStart = true
  private let marksFormulas: Bool

  /// A writer that has written nothing. `marksFormulas` says whether `textCell` shall mark what looks like a formula.
  public init(marksFormulas: Bool = true) { self.marksFormulas = marksFormulas }

  /// Gives away what was written and starts anew.
  public mutating func take() -> [UInt8] {
    let taken = bytes
    bytes = []
    bytes.reserveCapacity(taken.count)
    return taken
  }

  /// Writes the mark by which spreadsheets know UTF-8.
  public mutating func byteOrderMark() { bytes.append(contentsOf: [0xEF, 0xBB, 0xBF]) }

  /// Writes a cell as it is, quoted where it must be.
  public mutating func cell(_ text: String) {
    separate()
    let span = text.utf8Span.span
    guard span.indices.contains(where: { Self.needsQuotes(span[$0]) }) else {
      return bytes.append(copying: span, 0..<span.count)
    }
    bytes.append(UInt8(ascii: "\""))
    for place in span.indices {
      if span[place] == UInt8(ascii: "\"") { bytes.append(UInt8(ascii: "\"")) }
      bytes.append(span[place])
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Writes a cell that came from outside. Where a spreadsheet would take it for a formula, an apostrophe stands before it.
  public mutating func textCell(_ text: String) {
    cell(marksFormulas && Self.beginsLikeAFormula(text) ? "'" + text : text)
  }

  /// Ends the row.
  public mutating func endRow() {
    bytes.append(contentsOf: [UInt8(ascii: "\r"), UInt8(ascii: "\n")])
    isAtStart = true
  }

  private mutating func separate() {
    if !isAtStart { bytes.append(UInt8(ascii: ",")) }
    isAtStart = false
  }

  private static func needsQuotes(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }

  /// Source of the list of signs: OWASP, "CSV Injection". Blanks before a sign, and characters that show nothing, do not keep every
  /// spreadsheet from it.
  private static func beginsLikeAFormula(_ text: String) -> Bool {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠": return true
      case "!"..."~": return false
      default:
        let isSeen = ![.format, .control].contains(scalar.properties.generalCategory)
        if isSeen, !scalar.properties.isWhitespace { return false }
      }
    }
    return false
  }
}
