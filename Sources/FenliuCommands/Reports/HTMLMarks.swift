// SPDX-License-Identifier: Apache-2.0

/// A text with marked stretches, which may overlap, as HTML in which none does.
struct HTMLMarks {
  /// A stretch.
  struct Stretch: Hashable {
    /// In Unicode scalars of the text.
    var range: Range<Int>
    /// What is told of it: the rule and the word.
    var label: String
  }

  /// The text, escaped, with `mark` elements around what stretches cover; where several do, the title has the label of each, a line each.
  /// What reaches beyond the text is cut.
  static func html(_ text: String, _ stretches: [Stretch]) -> String {
    let scalars = Array(text.unicodeScalars)
    let inside = stretches.compactMap { stretch -> Stretch? in
      let range = stretch.range.clamped(to: 0..<scalars.count)
      return range.isEmpty ? nil : Stretch(range: range, label: stretch.label)
    }
    let edges = Set(inside.flatMap { [$0.range.lowerBound, $0.range.upperBound] } + [0, scalars.count]).sorted()
    var html = ""
    for (start, end) in zip(edges, edges.dropFirst()) {
      var labels: [String] = []
      for stretch in inside where stretch.range.contains(start) && !labels.contains(stretch.label) {
        labels.append(stretch.label)
      }
      if !labels.isEmpty {
        html += "<mark title=\"" + HTMLText.escaped(labels.joined(separator: "\n")) + "\">"
      }
      HTMLText.append(scalars[start..<end], to: &html)
      if !labels.isEmpty { html += "</mark>" }
    }
    return html
  }
}
