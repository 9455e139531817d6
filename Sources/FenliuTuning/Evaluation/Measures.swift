// SPDX-License-Identifier: Apache-2.0

/// How well a class, or several together, were decided: hits, false alarms, misses.
public struct ClassMeasure: Hashable, Sendable {
  /// Posts of the class for which it was decided.
  public var found = 0
  /// Posts of other classes, or none, for which it was decided.
  public var falseAlarms = 0
  /// Posts of the class for which it was not decided.
  public var missed = 0

  /// Nothing counted yet.
  public init(found: Int = 0, falseAlarms: Int = 0, missed: Int = 0) {
    self.found = found
    self.falseAlarms = falseAlarms
    self.missed = missed
  }

  /// Posts with the label.
  public var labelled: Int { found + missed }
  /// Posts for which it was decided.
  public var decided: Int { found + falseAlarms }
  /// Which share of what was decided is right; nil where it never was decided.
  public var precision: Double? { share(found, of: decided) }
  /// Which share of the labelled was decided; nil where none is labelled.
  public var recall: Double? { share(found, of: labelled) }
  /// The harmonic mean of both, 2·found / (labelled + decided); nil where the class is neither labelled nor decided.
  public var f1: Double? { share(2 * found, of: labelled + decided) }

  static func + (left: ClassMeasure, right: ClassMeasure) -> ClassMeasure {
    ClassMeasure(
      found: left.found + right.found, falseAlarms: left.falseAlarms + right.falseAlarms,
      missed: left.missed + right.missed)
  }
}

/// A share; nil of nothing.
func share(_ part: Int, of whole: Int) -> Double? { whole == 0 ? nil : Double(part) / Double(whole) }

/// What verdicts come to, counted.
///
/// Mean figures are over the classes that labels name: a class that no label names has no recall, and what is decided for it
/// shows as what is missing elsewhere.
public struct Measures: Hashable, Sendable {
  /// How many verdicts there are.
  public let posts: Int
  /// How many of them are right.
  public let right: Int
  /// Of each class.
  public let classes: [ClassMeasure]
  /// The classes that count for the means, rising.
  public let named: [Int]

  /// Counts weighted verdicts.
  ///
  /// - Parameters:
  ///   - count: how many classes there are.
  ///   - named: the classes that count for the means; nil: those that a label of these verdicts means.
  public init(_ verdicts: some Sequence<(verdict: Verdict, posts: Int)>, classes count: Int, named: [Int]? = nil) {
    var classes = Array(repeating: ClassMeasure(), count: count)
    var (posts, right) = (0, 0)
    for (verdict, weight) in verdicts where weight > 0 {
      posts += weight
      if verdict.isRight { right += weight }
      for decided in verdict.decided where decided != verdict.label { classes[decided].falseAlarms += weight }
      guard let label = verdict.label else { continue }
      if verdict.decided.contains(label) { classes[label].found += weight } else { classes[label].missed += weight }
    }
    self.posts = posts
    self.right = right
    self.classes = classes
    self.named = named ?? classes.indices.filter { classes[$0].labelled > 0 }
  }

  /// The share of verdicts that are right.
  public var accuracy: Double? { share(right, of: posts) }
  /// All named classes taken together, every post with the same weight.
  public var micro: ClassMeasure { named.reduce(ClassMeasure()) { $0 + classes[$1] } }
  /// The mean of the precisions; a class that was never decided counts as 0, since it has posts.
  public var macroPrecision: Double? { mean { $0.precision ?? 0 } }
  /// The mean of the recalls.
  public var macroRecall: Double? { mean { $0.recall } }
  /// The mean of the F1 of the classes, every class with the same weight.
  public var macroF1: Double? { mean { $0.f1 } }

  private func mean(_ figure: (ClassMeasure) -> Double?) -> Double? {
    let figures = named.compactMap { figure(classes[$0]) }
    return figures.isEmpty ? nil : figures.reduce(0, +) / Double(figures.count)
  }
}
