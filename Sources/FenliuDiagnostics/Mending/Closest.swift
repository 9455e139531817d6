// SPDX-License-Identifier: Apache-2.0

/// The candidate that `word` was probably meant to be, or nil when none is near.
///
/// Near is an edit distance (insert, remove, change, swap of neighbours) of at most a third of the longer of the two,
/// but always one, so that a two-character Chinese name with one wrong character finds its way. At least one character
/// must be common. Case does not count. Of equally near ones the first wins.
public func closest(to word: String, among candidates: some Sequence<String>) -> String? {
  let sought = Array(word.lowercased())
  var best: (name: String, distance: Int)?
  for candidate in candidates where candidate != word {
    let letters = Array(candidate.lowercased())
    let longest = max(sought.count, letters.count)
    guard abs(sought.count - letters.count) <= max(1, longest / 3) else { continue }
    let distance = editDistance(sought, letters)
    guard distance <= max(1, longest / 3), distance < longest else { continue }
    if best == nil || distance < best!.distance { best = (candidate, distance) }
  }
  return best?.name
}

/// The number of single edits between two words, a swap of neighbours being one ("optimal string alignment").
func editDistance(_ left: [Character], _ right: [Character]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...right.count)
  for i in left.indices {
    var row = [i + 1]
    row.reserveCapacity(right.count + 1)
    for j in right.indices {
      var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (left[i] == right[j] ? 0 : 1))
      if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
        cost = min(cost, beforeLast[j - 1] + 1)
      }
      row.append(cost)
    }
    beforeLast = last
    last = row
  }
  return last[right.count]
}
