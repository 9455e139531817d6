// SPDX-License-Identifier: Apache-2.0
public import Fenliu
import FenliuDigest

/// Posts dealt into parts for cross-validation: each part is asked for once, by what was learnt from the others.
///
/// The part of a post is the SHA-256 of the id of its group's first post, modulo the number of parts: the first eight bytes read as
/// a number. So the parts stay the same when posts are added, and near-copies are never on both sides.
public struct Folds: Sendable {
  /// How many parts there are.
  public let count: Int
  /// The part of each post.
  public let part: [Int]

  /// Deals posts into `count` parts.
  public init(_ posts: [Post], copies: NearCopies, count: Int = 5) {
    self.count = count
    part = copies.first.map { first in
      Int(SHA256Digest(of: Array(posts[first].id.utf8)).words.0 % UInt64(count))
    }
  }

  /// The places of the posts of one part, and those of all others.
  public func split(_ asked: Int) -> (asked: [Int], learnt: [Int]) {
    (part.indices.filter { part[$0] == asked }, part.indices.filter { part[$0] != asked })
  }
}
