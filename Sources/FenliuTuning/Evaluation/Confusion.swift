// SPDX-License-Identifier: Apache-2.0

/// How often each verdict was given: which labels were taken for what.
public struct Confusion: Hashable, Sendable {
  /// How many classes there are.
  public let classes: Int
  /// The classes that count for the means; nil: those that a label means.
  private let asked: [Int]?
  private var counts: [Verdict: Int] = [:]

  /// An empty table. With `only`, that class alone is measured, whatever the labels mean.
  public init(classes: Int, only: Int? = nil) {
    self.classes = classes
    asked = only.map { [$0] }
  }

  /// Counts a verdict.
  public mutating func add(_ verdict: Verdict, posts: Int = 1) { counts[verdict, default: 0] += posts }

  /// The verdicts with how often they were given, in an order that does not depend on that of the posts: by label, none
  /// last, then by what was decided.
  public var cells: [(verdict: Verdict, posts: Int)] {
    counts.map { (verdict: $0.key, posts: $0.value) }.sorted { left, right in
      let (one, other) = (left.verdict.label ?? classes, right.verdict.label ?? classes)
      return one != other ? one < other : left.verdict.decided.lexicographicallyPrecedes(right.verdict.decided)
    }
  }

  /// What it all comes to.
  public var measures: Measures { Measures(cells, classes: classes, named: asked) }

  /// How many posts of a label (nil: none) were decided for a class (nil: none). A post decided for several counts in each.
  public func posts(labelled label: Int?, decided: Int?) -> Int {
    counts.reduce(0) { sum, cell in
      guard cell.key.label == label else { return sum }
      let fits = decided.map(cell.key.decided.contains) ?? cell.key.decided.isEmpty
      return fits ? sum + cell.value : sum
    }
  }
}
