// SPDX-License-Identifier: Apache-2.0

/// A text in which `«` and `»` mark the places that a test speaks of: `rules:\n  - «ponits»: 3`.
public struct MarkedText: Sendable {
  /// The text without the marks.
  public let text: String
  /// The marked stretches, as bytes of `text`, in the order of their ends.
  public let ranges: [Range<Int>]

  /// Takes the marks out of `marked`. They may be nested.
  public init(_ marked: String) {
    var text = ""
    var starts: [Int] = []
    var ranges: [Range<Int>] = []
    for character in marked {
      switch character {
      case "«": starts.append(text.utf8.count)
      case "»": ranges.append(starts.removeLast()..<text.utf8.count)
      default: text.append(character)
      }
    }
    precondition(starts.isEmpty, "a mark is not closed")
    self.text = text
    self.ranges = ranges
  }
}
