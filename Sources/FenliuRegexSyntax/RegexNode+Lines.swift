// SPDX-License-Identifier: Apache-2.0

/// Regexes that need not be tried twice in a line.
extension RegexNode {
  /// Whether a regex that has no match at some place has none further on in the same line either.
  ///
  /// So it is where it consists of looks `(?=.*…)` and at last `.*…` or `.+…`: what matches further on is reached from here
  /// as well, since the dot runs up to there. Nothing may refer back to what a dot took.
  func failsForLine(source: String) -> Bool {
    guard case .sequence(let parts) = kind, !refersBack else { return false }
    let bytes = Array(source.utf8)
    func begins(_ span: Range<Int>, with start: String) -> Bool { bytes[span].starts(with: start.utf8) }
    var looks = 0
    for part in parts {
      switch part.kind {
      case .group(.look, let body):
        guard begins(part.span, with: "(?=.*"), case .sequence(let inner) = body.kind, case .loop? = inner.first?.kind
        else { return false }
        looks += 1
      case .loop:
        return looks > 0 && (begins(part.span, with: ".*") || begins(part.span, with: ".+"))
      default: return false
      }
    }
    return looks > 0
  }

  private var refersBack: Bool {
    switch kind {
    case .backreference, .opaque: true
    case .empty, .beginning, .literal, .set: false
    case .sequence(let parts), .choice(let parts): parts.contains(where: \.refersBack)
    case .group(_, let body): body.refersBack
    case .loop(let loop): loop.body.refersBack
    }
  }
}
