// SPDX-License-Identifier: Apache-2.0

/// From where to where a figure may lie.
public struct Interval: Hashable, Sendable {
  public let low: Double
  public let high: Double
}

/// How far figures would move had other posts of the same kind been labelled: the percentile bootstrap of Efron.
///
/// As many posts as there are, are drawn from them, each time from all of them, and the figures are computed anew; of 1,000 such
/// draws the middle 95 % make the interval. A post is its verdict, so a draw is one of the multinomial distribution over the
/// cells of the confusion table. Same seed, same intervals.
///
/// B. Efron, Bootstrap methods: another look at the jackknife, Annals of Statistics 7 (1979); B. Efron and R. Tibshirani, An
/// Introduction to the Bootstrap (1993), chapter 13.
public struct Bootstrap: Sendable {
  /// Of the share of right verdicts.
  public let accuracy: Interval?
  /// Of the mean F1.
  public let macroF1: Interval?
  /// Of the F1 of all named classes together.
  public let microF1: Interval?
  /// Of the F1 of each class; nil of those that are not named.
  public let f1: [Interval?]
  /// Of precision and recall of each class, in the same way.
  public let precision: [Interval?]
  public let recall: [Interval?]

  /// Draws `resamples` times. Costs one step a post and draw.
  public init(_ confusion: Confusion, seed: UInt64, resamples: Int = 1000) {
    let cells = confusion.cells
    let named = confusion.measures.named
    // One entry a post, so that a draw is one look-up.
    let posts = cells.indices.flatMap { Array(repeating: $0, count: cells[$0].posts) }
    var random = Generator(state: seed)
    var drawn: (accuracy: [Double], macro: [Double], micro: [Double]) = ([], [], [])
    var ofClass = Array(
      repeating: (f1: [Double](), precision: [Double](), recall: [Double]()), count: confusion.classes)
    for _ in 0..<(posts.isEmpty ? 0 : resamples) {
      var counts = Array(repeating: 0, count: cells.count)
      for _ in posts { counts[posts[random.place(below: posts.count)]] += 1 }
      let measures = Measures(
        cells.indices.lazy.map { (verdict: cells[$0].verdict, posts: counts[$0]) }, classes: confusion.classes,
        named: named)
      if let accuracy = measures.accuracy { drawn.accuracy.append(accuracy) }
      if let macro = measures.macroF1 { drawn.macro.append(macro) }
      if let micro = measures.micro.f1 { drawn.micro.append(micro) }
      for one in named {
        let measure = measures.classes[one]
        if let f1 = measure.f1 { ofClass[one].f1.append(f1) }
        if let precision = measure.precision { ofClass[one].precision.append(precision) }
        if let recall = measure.recall { ofClass[one].recall.append(recall) }
      }
    }
    accuracy = Self.middle(drawn.accuracy)
    macroF1 = Self.middle(drawn.macro)
    microF1 = Self.middle(drawn.micro)
    f1 = ofClass.map { Self.middle($0.f1) }
    precision = ofClass.map { Self.middle($0.precision) }
    recall = ofClass.map { Self.middle($0.recall) }
  }

  /// The middle 95 % of what was drawn, by nearest rank; nil of nothing.
  static func middle(_ drawn: [Double]) -> Interval? {
    guard !drawn.isEmpty else { return nil }
    let sorted = drawn.sorted()
    let cut = (sorted.count * 25 + 500) / 1000
    let low = min(cut, (sorted.count - 1) / 2)
    return Interval(low: sorted[low], high: sorted[sorted.count - 1 - low])
  }

  /// Sebastiano Vigna's splitmix64, in the public domain.
  private struct Generator {
    var state: UInt64

    /// A number from 0 up to but not including `bound`, by the high half of a product: its bias is below 2^-40 for any number
    /// of posts that fits into memory.
    mutating func place(below bound: Int) -> Int {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return Int((mixed ^ (mixed >> 31)).multipliedFullWidth(by: UInt64(bound)).high)
    }
  }
}
