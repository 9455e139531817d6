// SPDX-License-Identifier: Apache-2.0

/// Ids of rules as a person narrows them down: `wages-*`; `*` is any characters, `?` is one.
struct RuleGlob {
  private let pattern: [Character]

  init(_ text: String) { pattern = Array(text) }

  /// Whether an id fits.
  func fits(_ id: String) -> Bool {
    let text = Array(id)
    var (place, at) = (0, 0)
    var star: (place: Int, at: Int)?
    while at < text.count {
      if place < pattern.count, pattern[place] == "*" {
        star = (place, at)
        place += 1
      } else if place < pattern.count, pattern[place] == "?" || pattern[place] == text[at] {
        place += 1
        at += 1
      } else if let last = star {
        // The star takes one more.
        star = (last.place, last.at + 1)
        place = last.place + 1
        at = last.at + 1
      } else {
        return false
      }
    }
    return pattern[place...].allSatisfy { $0 == "*" }
  }
}
