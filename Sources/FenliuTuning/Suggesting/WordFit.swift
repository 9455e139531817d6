// SPDX-License-Identifier: Apache-2.0
import Glibc

/// Weights of words for topics, fitted so that the topic with most points belongs to the label.
///
/// The model is the engine's own, made smooth: a topic has the points that the pack gives it, plus the weights of the words that the
/// post has; the label's chance is that of any of its topics under softmax (multinomial logistic regression with the topic as a hidden
/// variable). Weights are never negative, so every list says what speaks for a topic; what speaks against it speaks for another.
///
/// Each word has a prior of its own: a normal one whose width is a power of what the word tells of the label (the relative entropy of
/// the labels of its posts to those of all). So words that everybody writes stay near zero, and rare telling ones are believed; the idea of scaling features by how they lean is that of Wang and Manning, Baselines and bigrams (2012). A little of the
/// absolute value is charged too, which makes most weights exactly zero (Tibshirani, 1996). The minimum is found by FISTA (Beck and
/// Teboulle, 2009): steps of the gradient with momentum, cut off at zero. No chance is involved anywhere.
///
/// Cost: iterations × words of all posts × topics. Deterministic: the same input gives the same bits.
struct WordFit {
  /// The figures of the method, the same for every set of posts. They were chosen on the three sets of `docs/accuracy.md`, where
  /// twice or half of any of them changes the score by less than a hundredth.
  struct Settings: Sendable {
    /// How steep the softmax is over rows of length one.
    var steepness: Float = 20
    /// How much squared weights cost.
    var ridge: Float = 3e-4
    /// How much weights cost as such.
    var lasso: Float = 3e-5
    var iterations = 100
  }

  /// The width of a word's prior is what it tells to this power.
  static let priorPower: Float = 0.7

  /// What is learnt from.
  struct Input {
    /// What each post has; not yet of length one.
    var rows: SparseRows
    /// The points that the pack gives each post for each topic, in the unit of the weights.
    var given: [[Float]]
    /// The class of each post.
    var classes: [Int]
    /// The class that each topic belongs to.
    var classOfTopic: [Int]
    /// The width of each word's prior.
    var scales: [Float]
  }

  private typealias Lanes = SIMD8<Float>

  /// Weights by word, then topic.
  static func fit(_ input: Input, _ settings: Settings = Settings()) -> [[Float]] {
    let topics = input.classOfTopic.count
    let blocks = (topics + 7) / 8
    let rows = scaled(input)
    let columns = rows.transposed()
    let posts = rows.count
    guard posts > 0, rows.width > 0, topics > 0 else { return [] }
    let lengths = (0..<posts).map { length(of: $0, in: input.rows) }
    let given = (0..<posts).map { post -> [Lanes] in
      var lanes = Array(repeating: Lanes(repeating: -.infinity), count: blocks)
      for topic in 0..<topics {
        lanes[topic / 8][topic % 8] = settings.steepness * input.given[post][topic] / lengths[post]
      }
      return lanes
    }
    let isOfClass = input.classes.map { label -> [Lanes] in
      var lanes = Array(repeating: Lanes(repeating: 0), count: blocks)
      for topic in 0..<topics where input.classOfTopic[topic] == label { lanes[topic / 8][topic % 8] = 1 }
      return lanes
    }
    let steepness = settings.steepness
    let norm = largestSquaredSingularValue(rows, columns)
    // The gradient changes by no more than this for a change of one: so far a step may go.
    let steep = norm * 0.5 * steepness * steepness / Float(posts) * 1.1 + settings.ridge
    var weights = Array(repeating: Lanes(repeating: 0), count: rows.width * blocks)
    var ahead = weights
    var momentum: Float = 1
    var residuals = Array(repeating: Lanes(repeating: 0), count: posts * blocks)
    var sums = Array(repeating: Lanes(repeating: 0), count: blocks)
    for _ in 0..<settings.iterations {
      for post in 0..<posts {
        for block in 0..<blocks { sums[block] = Lanes(repeating: 0) }
        for place in rows.range(of: post) {
          let value = rows.values[place]
          let start = Int(rows.columns[place]) * blocks
          for block in 0..<blocks { sums[block] += ahead[start + block] * value }
        }
        for block in 0..<blocks { sums[block] = sums[block] * steepness + given[post][block] }
        setResidual(&residuals, at: post * blocks, sums, isOfClass[post])
      }
      let next = (1 + (1 + 4 * momentum * momentum).squareRoot()) / 2
      let push = (momentum - 1) / next
      momentum = next
      for word in 0..<rows.width {
        for block in 0..<blocks { sums[block] = Lanes(repeating: 0) }
        for place in columns.range(of: word) {
          let value = columns.values[place]
          let start = Int(columns.columns[place]) * blocks
          for block in 0..<blocks { sums[block] += residuals[start + block] * value }
        }
        let charge = settings.lasso * input.scales[word] / steep
        let start = word * blocks
        for block in 0..<blocks {
          let here = ahead[start + block]
          let gradient = sums[block] * (steepness / Float(posts)) + here * settings.ridge
          let moved = here - gradient / steep - charge
          let new = moved.replacing(with: 0, where: moved .< 0)
          ahead[start + block] = new + (new - weights[start + block]) * push
          weights[start + block] = new
        }
      }
    }
    return (0..<rows.width).map { word in
      (0..<topics).map { weights[word * blocks + $0 / 8][$0 % 8] * input.scales[word] }
    }
  }

  /// The length of a row, so that long posts count no more than short ones.
  private static func length(of row: Int, in rows: SparseRows) -> Float {
    var sum: Float = 0
    for place in rows.range(of: row) { sum += rows.values[place] * rows.values[place] }
    return max(sum.squareRoot(), 1)
  }

  /// Rows of length one, their words stretched by the widths of their priors.
  private static func scaled(_ input: Input) -> SparseRows {
    var scaled = SparseRows(width: input.rows.width)
    for row in 0..<input.rows.count {
      let length = length(of: row, in: input.rows)
      scaled.append(
        input.rows.range(of: row).map { place in
          let column = input.rows.columns[place]
          return (column, input.rows.values[place] * input.scales[Int(column)] / length)
        })
    }
    return scaled
  }

  /// By the power method from a vector of ones: no value of the rows is negative, so it never misses.
  private static func largestSquaredSingularValue(_ rows: SparseRows, _ columns: SparseRows) -> Float {
    var vector = Array(repeating: Float(1), count: rows.width)
    var norm: Float = 1
    for _ in 0..<20 {
      let image = product(rows, vector)
      let back = product(columns, image)
      norm = back.reduce(0) { $0 + $1 * $1 }.squareRoot()
      guard norm > 0 else { return 1 }
      vector = back.map { $0 / norm }
    }
    return norm
  }

  private static func product(_ rows: SparseRows, _ vector: [Float]) -> [Float] {
    (0..<rows.count).map { row in
      rows.range(of: row).reduce(Float(0)) { $0 + rows.values[$1] * vector[Int(rows.columns[$1])] }
    }
  }

  /// Chances of the topics minus what they should be: those of the label's topics, made to sum to one.
  private static func setResidual(
    _ residuals: inout [Lanes], at start: Int, _ sums: [Lanes], _ isOfClass: [Lanes]
  ) {
    var most = -Float.infinity
    for lanes in sums { most = max(most, lanes.max()) }
    var all: Float = 0
    var ofClass: Float = 0
    for block in sums.indices {
      var chances = Lanes()
      for lane in 0..<8 { chances[lane] = expf(sums[block][lane] - most) }
      all += chances.sum()
      ofClass += (chances * isOfClass[block]).sum()
      residuals[start + block] = chances
    }
    // Where the label's topics have lost all chance in Float, they share it.
    let isLost = ofClass < 1e-30
    let share: Float = isLost ? isOfClass.reduce(0) { $0 + $1.sum() } : ofClass
    for block in sums.indices {
      let chances = residuals[start + block]
      let wanted = isLost ? isOfClass[block] : chances * isOfClass[block]
      residuals[start + block] = chances / all - wanted / share
    }
  }
}
