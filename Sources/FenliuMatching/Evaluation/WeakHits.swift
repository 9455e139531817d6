// SPDX-License-Identifier: Apache-2.0

/// Words in such a disguise that they may well be ordinary words: they count where the rule finds a sure disguise in the post besides,
/// since who disguises one word disguises others.
extension Evaluation {
  /// Takes the weak hits out of the lines of the rule at hand where no sure disguise is among them.
  mutating func dropUnconfirmed() {
    guard !lines.contains(where: { hasSureDisguise(in: $0) }) else { return }
    for index in lines.indices {
      let line = lines[index]
      var kept = line.lowerBound
      for place in line where !work[place].isWeak {
        work[kept] = work[place]
        kept += 1
      }
      lines[index] = line.lowerBound..<kept
    }
  }

  /// Whether a sure disguise is among the hits of a line. Where a word of the line stands as itself none is: 登录 sounds like 登陆, and a rule that
  /// has both has found what was written.
  private func hasSureDisguise(in line: Range<Int>) -> Bool {
    // The hits of a line are in the order of their places, so those of one place are neighbours.
    var start = line.lowerBound
    while start < line.upperBound {
      var end = start + 1
      while end < line.upperBound, work[end].isAtPlace(of: work[start]) { end += 1 }
      let hits = work[start..<end]
      if hits.contains(where: { !$0.tricks.isEmpty && !$0.isWeak }), hits.allSatisfy({ !$0.tricks.isEmpty }) {
        return true
      }
      start = end
    }
    return false
  }
}
