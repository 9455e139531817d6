// SPDX-License-Identifier: Apache-2.0

/// Words in such a disguise that they may well be ordinary words: they count where the rule finds a sure disguise in the post besides,
/// since who disguises one word disguises others.
extension Evaluation {
  /// Takes the weak hits out of the lines of the rule at hand where no sure disguise is among them.
  mutating func dropUnconfirmed() {
    let isConfirmed = lines.contains { line in work[line].contains { !$0.isWeak && !$0.tricks.isEmpty } }
    guard !isConfirmed else { return }
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
}
