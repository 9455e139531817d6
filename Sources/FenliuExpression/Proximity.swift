// SPDX-License-Identifier: Apache-2.0

/// How near hits have to lie to each other to belong together.
public enum Proximity: Hashable, Sendable {
  /// At most so many characters between the end of the hit that ends first and the start of the one that starts last.
  case characters(Int)
  /// In one clause: up to one of ，。！？；,.!?; or the ellipsis or a line end.
  case clause
  /// In one sentence: up to one of 。！？.!? or the ellipsis or a line end.
  case sentence
  /// Anywhere in the post, be it title or text.
  case post

  /// Reads `8`, `8 characters`, `clause`, `sentence` or `post`.
  public init?(_ text: some StringProtocol) {
    let words = text.split(separator: " ")
    switch words.first {
    case "clause" where words.count == 1: self = .clause
    case "sentence" where words.count == 1: self = .sentence
    case "post" where words.count == 1: self = .post
    case let first? where words.count == 1 || words.count == 2 && ["characters", "character"].contains(words[1]):
      guard let count = Int(first), count >= 0, count <= 1_000_000 else { return nil }
      self = .characters(count)
    default: return nil
    }
  }
}
