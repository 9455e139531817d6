// SPDX-License-Identifier: Apache-2.0

/// The line that a span begins on, with carets under it.
///
/// Of a line longer than `widest` columns only the part around the span is shown, with `…` where text is left out. A
/// span over several lines is underlined to the end of its first; an empty one gets one caret.
struct CodeFrame {
  private static let widest = 160

  private let line: Int
  private let text: String
  private let padding: String
  private let carets: String
  /// How many columns the line number takes.
  let gutter: Int

  init(span: SourceSpan, table: LineTable, file: SourceFile) {
    line = table.line(at: min(span.range.lowerBound, file.bytes.count))
    gutter = String(line).count
    let whole = table.range(ofLine: line)
    let start = min(max(span.range.lowerBound, whole.lowerBound), whole.upperBound)
    let end = min(max(span.range.upperBound, start), whole.upperBound)
    var before = Array(file.text(of: whole.lowerBound..<start))
    let marked = Array(file.text(of: start..<end))
    var after = Array(file.text(of: end..<whole.upperBound))
    var room = Self.widest - before.count - after.count - marked.count
    if room < 0 {
      // Half of what is too much goes from the text before, if it has so much to give beyond its nearest part.
      let kept = min(before.count, Self.widest / 2)
      if before.count > kept {
        room += before.count - kept
        before = ["…"] + before.suffix(kept)
      }
      if room < 0, after.count > Self.widest / 4 {
        after = after.prefix(Self.widest / 4) + ["…"]
      }
    }
    text = Self.printable(before) + Self.printable(marked) + Self.printable(after)
    padding = before.map { $0 == "\t" ? "\t" : String(repeating: " ", count: Self.columns(of: $0)) }.joined()
    carets = String(repeating: "^", count: max(1, marked.reduce(0) { $0 + Self.columns(of: $1) }))
  }

  /// The three lines; with the carets in `colour`, if any.
  func text(colour: Colour?) -> String {
    let empty = String(repeating: " ", count: gutter)
    let painted = colour.map { $0.rawValue + carets + Colour.plain.rawValue } ?? carets
    return "\(empty) |\n\(line) | \(text)\n\(empty) | \(padding)\(painted)\n"
  }

  private static func printable(_ characters: [Character]) -> String {
    var result = ""
    for character in characters {
      for scalar in character.unicodeScalars {
        result.unicodeScalars.append(scalar != "\t" && scalar.steersTerminal ? "\u{FFFD}" : scalar)
      }
    }
    return result
  }

  private static func columns(of character: Character) -> Int {
    character == "\t" ? 1 : DisplayWidth.columns(of: character)
  }
}
