// SPDX-License-Identifier: Apache-2.0
import FenliuFolding
import FenliuKeywords
import FenliuModel

/// How often literals stand in the posts of a sample, wherever they stand: what the scan finds before anybody asks whether it counts.
struct LiteralCounts {
  private var finds: [String: Int] = [:]
  private var posts: [String: Int] = [:]

  /// Counts them in one scan of the sample.
  init(of literals: Set<String>, in sample: PostSample) {
    let literals = literals.filter { !$0.isEmpty }.sorted()
    let scanner = KeywordScanner(literals.map { Array($0.utf8) })
    var hits = KeywordHits()
    var (finds, posts) = (Array(repeating: 0, count: literals.count), Array(repeating: 0, count: literals.count))
    var last = Array(repeating: -1, count: literals.count)
    for (number, post) in sample.entries.enumerated() {
      for field in [post.title.bytes, post.text.bytes] where !field.isEmpty {
        scanner.scan(field.span, into: &hits)
        for hit in hits.hits {
          let place = Int(hit.literal.index)
          finds[place] += 1
          if last[place] != number { posts[place] += 1 }
          last[place] = number
        }
      }
    }
    for (place, literal) in literals.enumerated() {
      self.finds[literal] = finds[place]
      self.posts[literal] = posts[place]
    }
  }

  /// In how many posts a literal stands.
  func posts(with literal: String) -> Int { posts[literal] ?? 0 }

  /// How often a word is found, or something that may stand for a part of it, each of which is noted.
  func finds(of word: Word) -> Int { Self.literals(of: word).reduce(0) { $0 + (finds[$1] ?? 0) } }

  /// The literals that a word is made of, normalized.
  static func literals(of word: Word) -> [String] { word.parts.flatMap { $0.choices.map { Folding.fold($0) } } }
}
