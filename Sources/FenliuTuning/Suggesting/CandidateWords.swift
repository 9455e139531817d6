// SPDX-License-Identifier: Apache-2.0
import Glibc

/// The n-grams that may be proposed, by what the posts learnt from show of them.
struct CandidateWords {
  /// Their numbers in the index, rising.
  private(set) var ngrams: [Int32] = []
  /// How many different posts have each.
  private(set) var support: [Int] = []
  /// How many of them are of each class.
  private(set) var byClass: [[Int]] = []
  /// How many posts are of each class.
  private(set) var all: [Int]
  /// What each tells of the class of a post that has it: the relative entropy of the classes of its posts to those of all.
  private(set) var telling: [Double] = []

  /// A part is left out when a longer word has nearly all of its posts: it is a piece of that word.
  static let pieceShare = 0.9
  /// A longer word is left out when it tells so little more than a part of it (the likelihood ratio, in nats; 2 is what chance
  /// gives one time in twenty for two classes).
  static let leastGain = 2.0
  /// A word is left out when it tells less than this of the labels, in nats over all its posts: chance alone would tell as much.
  static let leastTold = 3.0

  /// - Parameters:
  ///   - posts: places of the posts learnt from, no two of them near-copies.
  ///   - mayBeProposed: by number of the n-gram.
  init(
    _ index: NgramIndex, posts: [Int], classes: [Int], classCount: Int, mayBeProposed: [Bool], least: Int
  ) {
    var counts = Array(repeating: Array(repeating: Int32(0), count: 0), count: index.ngrams.count)
    var sums = Array(repeating: 0, count: index.ngrams.count)
    all = Array(repeating: 0, count: classCount)
    for post in posts {
      all[classes[post]] += 1
      for occurrence in index.occurrences[post] where mayBeProposed[Int(occurrence.ngram)] {
        let ngram = Int(occurrence.ngram)
        if counts[ngram].isEmpty { counts[ngram] = Array(repeating: 0, count: classCount) }
        counts[ngram][classes[post]] += 1
        sums[ngram] += 1
      }
    }
    var isLeftOut = sums.map { $0 < least }
    let shares = all.map { Double($0) / Double(max(posts.count, 1)) }
    for (number, ngram) in index.ngrams.enumerated() where sums[number] >= least {
      for part in Set([ngram.start, ngram.end]) where part >= 0 && sums[Int(part)] >= least {
        let part = Int(part)
        if Double(sums[number]) >= Self.pieceShare * Double(sums[part]) {
          isLeftOut[part] = true
        } else if Self.gain(counts[number], sums[number], over: counts[part], sums[part], shares) < Self.leastGain {
          isLeftOut[number] = true
        }
      }
    }
    for number in index.ngrams.indices where !isLeftOut[number] {
      let told = Self.entropy(counts[number], sums[number], relativeTo: shares)
      guard told * Double(sums[number]) >= Self.leastTold else { continue }
      ngrams.append(Int32(number))
      support.append(sums[number])
      byClass.append(counts[number].map(Int.init))
      telling.append(told)
    }
  }

  /// What the classes of a word's posts tell beyond those of a part of it, in nats over all its posts.
  private static func gain(
    _ word: [Int32], _ wordSum: Int, over part: [Int32], _ partSum: Int, _ shares: [Double]
  ) -> Double {
    word.indices.reduce(0) { sum, label in
      guard word[label] > 0 else { return sum }
      let expected = (Double(part[label]) + shares[label]) / (Double(partSum) + 1)
      return sum + Double(word[label]) * log(Double(word[label]) / Double(wordSum) / expected)
    }
  }

  private static func entropy(_ counts: [Int32], _ sum: Int, relativeTo shares: [Double]) -> Double {
    counts.indices.reduce(0) { entropy, label in
      guard shares[label] > 0 else { return entropy }
      // Half a post like all posts, so that few posts tell less than they seem to.
      let share = (Double(counts[label]) + 0.5 * shares[label]) / (Double(sum) + 0.5)
      return entropy + share * log(share / shares[label])
    }
  }
}
