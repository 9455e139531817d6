// SPDX-License-Identifier: Apache-2.0
public import Fenliu
import FenliuFolding

/// Which posts are near-copies of each other, so that a text sent twice counts once and is never both learnt from and asked for.
///
/// Two posts are near-copies when at least half of the shingles (runs of eight letters and digits, normalized, all signs left
/// out) of the shorter stand in the longer; of texts shorter than `longShingles` four fifths, since a phrase that many use makes half
/// of a short question; of those of fewer than `leastShingles` all: they must be the same. A post joins the
/// first group whose first post it is a near-copy of, so that a chain of likenesses never makes one group of strangers.
/// (Broder, On the resemblance and containment of documents, 1997; without the sketch, since a few thousand posts need none.)
///
/// Cost: one look at each shingle, and at most `mostPosts` posts behind each.
public struct NearCopies: Sendable {
  /// The first post of each post's group, by place; a post of no group is its own.
  public let first: [Int]

  static let length = 8
  static let leastShingles = 24
  static let longShingles = 100
  /// A shingle that so many groups share is a phrase of everybody and says nothing.
  static let mostPosts = 64

  /// Finds the near-copies among posts.
  public init(_ posts: [Post]) {
    var first: [Int] = []
    var known = Known()
    for (place, post) in posts.enumerated() { first.append(known.place(of: Self.letters(of: post), at: place)) }
    self.first = first
  }

  /// How many groups there are: how many different posts.
  public var count: Int { first.indices.count { first[$0] == $0 } }

  /// The first posts of groups seen so far.
  private struct Known {
    private var groups: [UInt64: [Int]] = [:]
    private var sizes: [Int: Int] = [:]
    private var same: [[Unicode.Scalar]: Int] = [:]

    /// The first post of the group to which the post of these letters belongs.
    mutating func place(of letters: [Unicode.Scalar], at place: Int) -> Int {
      if let copy = same[letters] { return copy }
      let shingles = NearCopies.shingles(of: letters)
      let isLong = shingles.count >= NearCopies.leastShingles
      let copy = isLong ? original(of: shingles) : nil
      same[letters] = copy ?? place
      if isLong, copy == nil { take(shingles, place) }
      return copy ?? place
    }

    private func original(of shingles: Set<UInt64>) -> Int? {
      var shared: [Int: Int] = [:]
      for shingle in shingles { for group in groups[shingle] ?? [] { shared[group, default: 0] += 1 } }
      return shared.filter { group, count in
        let shorter = min(shingles.count, sizes[group]!)
        return shorter < NearCopies.longShingles ? count * 5 >= shorter * 4 : count * 2 >= shorter
      }.keys.min()
    }

    private mutating func take(_ shingles: Set<UInt64>, _ place: Int) {
      sizes[place] = shingles.count
      for shingle in shingles where groups[shingle, default: []].count < NearCopies.mostPosts {
        groups[shingle, default: []].append(place)
      }
    }
  }

  /// Letters and digits of title and text, normalized. A title that begins the text is in both; that does no harm.
  private static func letters(of post: Post) -> [Unicode.Scalar] {
    var letters: [Unicode.Scalar] = []
    for field in [post.title, post.text] {
      for scalar in (field ?? "").unicodeScalars {
        if let folded = Folding.fold(scalar), Folding.isLetterOrDigit(folded) { letters.append(folded) }
      }
    }
    return letters
  }

  private static func shingles(of letters: [Unicode.Scalar]) -> Set<UInt64> {
    guard letters.count >= length else { return [] }
    var shingles: Set<UInt64> = []
    for start in 0...letters.count - length {
      // FNV-1a over scalars; which number it is does not matter, only that equal shingles have the same.
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      for scalar in letters[start..<start + length] { hash = (hash ^ UInt64(scalar.value)) &* 0x100_0000_01B3 }
      shingles.insert(hash)
    }
    return shingles
  }
}
