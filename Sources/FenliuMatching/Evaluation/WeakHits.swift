// SPDX-License-Identifier: Apache-2.0

/// Words in such a disguise that they may well be ordinary words: they count where the rule has something else in the post.
extension Evaluation {
  /// Takes the weak hits out of the lines of the rule at hand where nothing else of it is found.
  mutating func dropLoneWeak() {
    guard !lines.contains(where: { work[$0].contains { !$0.isWeak } }), !hasTwoPlaces else { return }
    for index in lines.indices { lines[index] = lines[index].lowerBound..<lines[index].lowerBound }
  }

  /// Whether two hits of the rule at hand lie apart.
  private var hasTwoPlaces: Bool {
    var first: WorkHit?
    for line in lines {
      for hit in work[line] {
        guard let known = first else {
          first = hit
          continue
        }
        if hit.field != known.field || hit.start >= known.end || hit.end <= known.start { return true }
      }
    }
    return false
  }
}
