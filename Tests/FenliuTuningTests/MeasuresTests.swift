// SPDX-License-Identifier: Apache-2.0
import FenliuTestSupport
import Testing

@testable import FenliuTuning

@Suite("Measures of verdicts") struct MeasuresTests {
  /// Three classes, ten posts, worked out by hand.
  private func sample() -> Confusion {
    var confusion = Confusion(classes: 4)
    confusion.add(Verdict(label: 0, decided: [0]), posts: 4)
    confusion.add(Verdict(label: 0, decided: [1]), posts: 1)
    confusion.add(Verdict(label: 1, decided: [1]), posts: 2)
    confusion.add(Verdict(label: 1, decided: [3]), posts: 2)
    confusion.add(Verdict(label: 2, decided: [0]), posts: 1)
    return confusion
  }

  private func near(_ value: Double?, _ expected: Double) -> Bool { value.map { abs($0 - expected) < 1e-12 } ?? false }

  @Test("precision, recall, F1, accuracy, macro and micro are what they are by hand")
  func byHand() {
    let measures = sample().measures
    #expect(measures.posts == 10)
    #expect(measures.named == [0, 1, 2])
    #expect(near(measures.accuracy, 0.6))
    #expect(near(measures.classes[0].precision, 0.8))
    #expect(near(measures.classes[0].recall, 0.8))
    #expect(near(measures.classes[0].f1, 0.8))
    #expect(near(measures.classes[1].precision, 2.0 / 3))
    #expect(near(measures.classes[1].recall, 0.5))
    #expect(near(measures.classes[1].f1, 4.0 / 7))
    #expect(measures.classes[2].precision == nil)
    #expect(near(measures.classes[2].f1, 0))
    #expect(measures.classes[3].recall == nil)
    #expect(near(measures.macroF1, (0.8 + 4.0 / 7 + 0) / 3))
    #expect(near(measures.macroRecall, 1.3 / 3))
    #expect(near(measures.macroPrecision, (0.8 + 2.0 / 3) / 3))
    // Found 6 of 10 labelled; the classes that labels name were decided 8 times.
    #expect(measures.micro == ClassMeasure(found: 6, falseAlarms: 2, missed: 4))
    #expect(near(measures.micro.f1, 12.0 / 18))
  }

  @Test("the table tells which label was taken for what, and its cells do not depend on the order of posts")
  func cells() {
    let confusion = sample()
    #expect(confusion.posts(labelled: 1, decided: 3) == 2)
    #expect(confusion.posts(labelled: 2, decided: 2) == 0)
    var turned = Confusion(classes: 4)
    for cell in confusion.cells.reversed() { turned.add(cell.verdict, posts: cell.posts) }
    #expect(turned.cells.map(\.verdict) == confusion.cells.map(\.verdict))
  }

  @Test("of several categories one that fits makes the post right, the others are false alarms of their own")
  func categories() {
    var confusion = Confusion(classes: 3)
    confusion.add(Verdict(label: 1, decided: [2, 1]))
    confusion.add(Verdict(label: 1, decided: []))
    confusion.add(Verdict(label: nil, decided: []))
    confusion.add(Verdict(label: nil, decided: [1]))
    let measures = confusion.measures
    #expect(measures.right == 2)
    #expect(measures.classes[1] == ClassMeasure(found: 1, falseAlarms: 1, missed: 1))
    #expect(measures.classes[2].falseAlarms == 1)
    #expect(confusion.posts(labelled: nil, decided: nil) == 1)
    #expect(confusion.posts(labelled: 1, decided: 2) == 1)
  }

  @Test("looked at alone, a class has everything else for negatives")
  func only() {
    var confusion = Confusion(classes: 3, only: 2)
    confusion.add(Verdict(label: 1, decided: [1]).about(only: 2))
    confusion.add(Verdict(label: 2, decided: [1]).about(only: 2))
    confusion.add(Verdict(label: 1, decided: [1, 2]).about(only: 2))
    #expect(confusion.measures.named == [2])
    #expect(confusion.measures.classes == [.init(), .init(), .init(found: 0, falseAlarms: 1, missed: 1)])
    #expect(confusion.measures.right == 1)
  }

  @Test("figures of random tables are those of counting post by post", arguments: Seeds.standard)
  func oracle(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let count = Int.random(in: 1...5, using: &random)
    let verdicts = (0..<200).map { _ in
      Verdict(
        label: Bool.random(using: &random) ? Int.random(in: 0..<count, using: &random) : nil,
        decided: (0..<count).filter { _ in Int.random(in: 0..<3, using: &random) == 0 })
    }
    var confusion = Confusion(classes: count)
    for verdict in verdicts { confusion.add(verdict) }
    let measures = confusion.measures
    for one in 0..<count {
      let labelled = verdicts.filter { $0.label == one }
      let decided = verdicts.filter { $0.decided.contains(one) }
      let both = labelled.filter { $0.decided.contains(one) }.count
      #expect(measures.classes[one].precision == (decided.isEmpty ? nil : Double(both) / Double(decided.count)))
      #expect(measures.classes[one].recall == (labelled.isEmpty ? nil : Double(both) / Double(labelled.count)))
    }
    #expect(
      measures.right == verdicts.count { $0.label == nil ? $0.decided.isEmpty : $0.decided.contains($0.label ?? -1) })
  }
}

@Suite("Intervals") struct BootstrapTests {
  private func half(_ posts: Int) -> Confusion {
    var confusion = Confusion(classes: 2)
    confusion.add(Verdict(label: 0, decided: [0]), posts: posts / 2)
    confusion.add(Verdict(label: 0, decided: [1]), posts: posts / 2)
    return confusion
  }

  @Test("the same seed gives the same intervals, another seed others")
  func seeds() throws {
    let (one, same, other) = (
      Bootstrap(half(400), seed: 7), Bootstrap(half(400), seed: 7), Bootstrap(half(400), seed: 8)
    )
    #expect(one.macroF1 == same.macroF1)
    #expect(one.f1 == same.f1)
    #expect(one.accuracy != other.accuracy)
  }

  @Test("the interval of a share is about that of the binomial distribution", arguments: Seeds.standard.prefix(4))
  func binomial(seed: UInt64) throws {
    let interval = try #require(Bootstrap(half(400), seed: seed).accuracy)
    // 1.96 standard deviations of a share of one half among 400: 0.049.
    #expect(abs(interval.low - 0.451) < 0.012)
    #expect(abs(interval.high - 0.549) < 0.012)
  }

  @Test("where every post is right, or there is none, there is nothing to vary")
  func ends() {
    var confusion = Confusion(classes: 2)
    confusion.add(Verdict(label: 1, decided: [1]), posts: 30)
    #expect(Bootstrap(confusion, seed: 1).macroF1 == Interval(low: 1, high: 1))
    #expect(Bootstrap(confusion, seed: 1).f1[0] == nil)
    #expect(Bootstrap(Confusion(classes: 2), seed: 1).accuracy == nil)
  }

  @Test("the middle of a thousand leaves twenty-five out on either side")
  func middle() {
    #expect(Bootstrap.middle((0..<1000).map(Double.init)) == Interval(low: 25, high: 974))
    #expect(Bootstrap.middle([3]) == Interval(low: 3, high: 3))
  }
}
