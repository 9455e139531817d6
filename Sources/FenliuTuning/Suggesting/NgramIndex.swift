// SPDX-License-Identifier: Apache-2.0
import Fenliu
import FenliuMasking
import FenliuNormalization
import Glibc

/// Every n-gram that enough different posts have, with where it stands in each post.
///
/// Found level by level: an n-gram can only be frequent when the two that are one unit shorter are (Agrawal and Srikant, Fast
/// algorithms for mining association rules, 1994), so of the many stretches of a text few are ever looked at. An n-gram is named by
/// the pair of those two, which costs one number instead of a string.
struct NgramIndex: Sendable {
  /// One n-gram.
  struct Ngram: Sendable {
    /// As it is written in a list of words.
    var text: String
    var kind: TextUnits.Kind
    /// Its units.
    var units: [String]
    /// The n-grams that are one unit shorter, at its start and at its end; -1 where it is one unit itself.
    var start: Int32
    var end: Int32
    /// In how many places it stands, and in how many of them a part of it may be a name.
    var places = 0
    var namePlaces = 0
    /// In how many of them its commonest neighbour stands before it, and behind it.
    var commonestBefore = 0
    var commonestBehind = 0
  }

  /// Where a post has an n-gram.
  struct Occurrence: Sendable {
    var ngram: Int32
    /// In its title, in its text, in the opening of a text without title.
    var isInTitle = false
    var isInText = false
    var isInOpening = false
  }

  private(set) var ngrams: [Ngram] = []
  /// How many units all posts have together.
  private var units = 0
  /// The n-grams of each post that make words, each once, by rising number.
  private(set) var occurrences: [[Occurrence]] = []

  /// Whether an n-gram is a name or part of one: where at least a third of its places lie in what may be names.
  func isName(_ number: Int) -> Bool { ngrams[number].namePlaces * 3 >= max(ngrams[number].places, 1) }

  /// The largest share of its places in which one and the same neighbour may stand beside a word.
  static let mostBound = 0.65
  /// By how many times more often its parts stand together than they would by chance, as a logarithm.
  static let leastBond = 2.0

  /// Whether an n-gram is a word by itself: free on both sides, since what always stands beside the same neighbour is cut out of a
  /// longer word, and bound within, since what meets by chance is none. (The freedom of a word and its inner bond are the two
  /// usual marks of words in unsegmented text: Feng and others, Accessor variety criteria for Chinese word extraction, 2004.)
  func isNatural(_ number: Int) -> Bool {
    let ngram = ngrams[number]
    guard ngram.kind == .han else { return true }
    let most = Self.mostBound * Double(ngram.places)
    guard Double(ngram.commonestBefore) <= most, Double(ngram.commonestBehind) <= most else { return false }
    let (first, last) = (firstUnit[ngram.units[0]]!, firstUnit[ngram.units[ngram.units.count - 1]]!)
    return bond(ngram, Int(first), Int(ngram.end)) >= Self.leastBond
      && bond(ngram, Int(ngram.start), Int(last)) >= Self.leastBond
  }

  private func bond(_ ngram: Ngram, _ left: Int, _ right: Int) -> Double {
    log(Double(ngram.places) * Double(units) / (Double(ngrams[left].places) * Double(ngrams[right].places)))
  }

  /// The number of each unit.
  private var firstUnit: [String: Int32] = [:]

  /// Where a run came from.
  private struct PlacedRun {
    var post: Int
    var isTitle: Bool
    var opening: Int
    var kind: TextUnits.Kind
    /// The n-gram of the level at hand that begins at each unit; -1 where it is not frequent.
    var starts: [Int32]
    /// Whether each unit may be part of a name.
    var isName: [Bool]
  }

  /// - Parameters:
  ///   - copies: an n-gram is counted once for each group of them.
  ///   - least: how many different posts must have it.
  init(_ posts: [Post], copies: NearCopies, least: Int) {
    var numbers: [String: Int32] = [:]
    let fields = posts.map { post in
      [post.title, post.text].map { field in
        // No part of an address or an account is a word.
        field.map {
          TextUnits(String(decoding: Normalizer().normalized(PersonalNumbers.struck(from: $0)).bytes, as: UTF8.self))
            .runs
        } ?? []
      }
    }
    let guardian = NameGuard(learningFrom: fields.joined().joined())
    var runs: [PlacedRun] = []
    for (place, post) in posts.enumerated() {
      for (isTitle, field) in zip([true, false], fields[place]) {
        for run in field {
          let starts = run.units.map { unit in
            let unit = String(unit)
            if let number = numbers[unit] { return number }
            let number = Int32(ngrams.count)
            numbers[unit] = number
            ngrams.append(Ngram(text: unit, kind: run.kind, units: [unit], start: -1, end: -1))
            return number
          }
          let opening = isTitle || !(post.title ?? "").isEmpty ? 0 : run.opening
          runs.append(
            PlacedRun(
              post: place, isTitle: isTitle, opening: opening, kind: run.kind, starts: starts,
              isName: guardian.marks(of: run)))
        }
      }
    }
    var found = Array(repeating: [Int32: Occurrence](), count: posts.count)
    var first = 0
    for level in 1...TextUnits.Kind.han.lengths.upperBound {
      for run in runs { for ngram in run.starts where ngram >= 0 { ngrams[Int(ngram)].places += 1 } }
      let isFrequent = frequent(from: first, in: runs, copies: copies, least: least)
      for index in runs.indices {
        for place in runs[index].starts.indices {
          let ngram = runs[index].starts[place]
          guard ngram >= 0, isFrequent[Int(ngram) - first] else {
            runs[index].starts[place] = -1
            continue
          }
          guard runs[index].kind.lengths.contains(level) else { continue }
          if runs[index].isName[place..<place + level].contains(true) { ngrams[Int(ngram)].namePlaces += 1 }
          note(ngram, place, runs[index], in: &found)
        }
      }
      first = ngrams.count
      lengthen(&runs, to: level + 1)
    }
    firstUnit = numbers
    units = runs.reduce(0) { $0 + $1.starts.count }
    for ngram in ngrams where ngram.start >= 0 {
      // What is longer by one unit shows the neighbours of what is shorter.
      let (start, end) = (Int(ngram.start), Int(ngram.end))
      ngrams[start].commonestBehind = max(ngrams[start].commonestBehind, ngram.places)
      ngrams[end].commonestBefore = max(ngrams[end].commonestBefore, ngram.places)
    }
    occurrences = found.map { $0.values.sorted { $0.ngram < $1.ngram } }
  }

  /// Which n-grams from `first` on enough different posts have.
  private func frequent(from first: Int, in runs: [PlacedRun], copies: NearCopies, least: Int) -> [Bool] {
    var groups = Array(repeating: Set<Int>(), count: ngrams.count - first)
    for run in runs {
      for ngram in run.starts where ngram >= 0 {
        // More than enough is enough.
        if groups[Int(ngram) - first].count < least { groups[Int(ngram) - first].insert(copies.first[run.post]) }
      }
    }
    return groups.map { $0.count >= least }
  }

  private func note(_ ngram: Int32, _ place: Int, _ run: PlacedRun, in found: inout [[Int32: Occurrence]]) {
    var occurrence = found[run.post][ngram] ?? Occurrence(ngram: ngram)
    if run.isTitle { occurrence.isInTitle = true } else { occurrence.isInText = true }
    if place < run.opening { occurrence.isInOpening = true }
    found[run.post][ngram] = occurrence
  }

  /// Makes n-grams one unit longer of those that overlap.
  private mutating func lengthen(_ runs: inout [PlacedRun], to length: Int) {
    var numbers: [UInt64: Int32] = [:]
    for index in runs.indices {
      let last = runs[index].starts
      let kind = runs[index].kind
      runs[index].starts = last.indices.map { place in
        guard place + 1 < last.count, last[place] >= 0, last[place + 1] >= 0, length <= kind.lengths.upperBound else {
          return -1
        }
        let pair = UInt64(UInt32(last[place])) << 32 | UInt64(UInt32(last[place + 1]))
        if let number = numbers[pair] { return number }
        let number = Int32(ngrams.count)
        numbers[pair] = number
        let unit = ngrams[Int(last[place + 1])].units.last!
        let shorter = ngrams[Int(last[place])]
        ngrams.append(
          Ngram(
            text: shorter.text + kind.separator + unit, kind: kind, units: shorter.units + [unit], start: last[place],
            end: last[place + 1]))
        return number
      }
    }
  }
}
