// SPDX-License-Identifier: Apache-2.0
import FenliuModel
import FenliuTestSupport
import Testing

@Suite("Points")
struct PointsTests {
  @Test(
    "points round half away from zero and print in their shortest form",
    arguments: [
      (3.4771, "3.48"), (2, "2"), (0.125, "0.13"), (-0.125, "-0.13"), (10.5, "10.5"), (0.05, "0.05"), (.nan, "0"),
      (1e300, "1000000000000"),
    ])
  func rounding(value: Double, text: String) {
    #expect(Points(value).description == text)
  }

  @Test(
    "a weight multiplies exactly, half away from zero",
    arguments: [
      (3.48, 2, "6.96"), (0.01, 0.5, "0.01"), (-0.01, 0.5, "-0.01"), (2, 1.5, "3"), (5.48, 0, "0"),
    ])
  func weights(points: Double, weight: Double, product: String) {
    #expect(Points(points).weighted(by: Points(weight)).description == product)
  }

  @Test("points and weights of any size are held at their bounds, and never overflow")
  func bounds() {
    let most = Points(1e300)
    let least = Points(-1e300)
    #expect(most.weighted(by: most) == most && least.weighted(by: most) == least)
    #expect(most + most == most && least - most == least && least + most == .zero)
    #expect(most.weighted(by: Points(2)) == most)
  }

  @Test("sums of hundredths are exact", arguments: Seeds.standard)
  func exactSums(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let hundredths = (0..<200).map { _ in Int.random(in: -10_000...10_000, using: &random) }
    let sum = hundredths.map { Points(hundredths: $0) }.reduce(.zero, +)
    #expect(sum.hundredths == hundredths.reduce(0, +))
  }
}

@Suite("Posts")
struct PostTests {
  @Test("reach is the views, else what is known of reposts, replies and likes, else unknown")
  func reach() {
    var post = Post(id: "1", text: "水")
    #expect(post.reach == nil)
    post.likes = 3
    post.replies = 4
    #expect(post.reach == 7)
    post.reposts = .max
    #expect(post.reach == .max)
    post.views = 5
    #expect(post.reach == 5)
  }
}

@Suite("Topics and levels")
struct TopicAndLevelTests {
  @Test(
    "a glob fits its own topic and, with a star, all below it",
    arguments: [
      ("labour.*", "labour", true), ("labour.*", "labour.wages", true), ("labour.*", "labour.wages.late", true),
      ("labour.*", "labourers", false), ("labour", "labour.wages", false), ("labour", "labour", true),
      ("*", "chat.hello", true), ("劳动.*", "劳动.工资", true),
    ])
  func globs(glob: String, topic: String, fits: Bool) {
    #expect(TopicGlob(glob).fits(topic) == fits)
    #expect(TopicGlob(glob).description == glob)
  }

  @Test("levels rise from none to critical, and are known by key and title")
  func levels() {
    #expect(Level.allCases == Level.allCases.sorted())
    #expect(Level.none < .general && Level.major < .critical)
    for level in Level.allCases {
      #expect(Level(level.key) == level)
      #expect(Level(level.title(in: .chinese)) == level)
    }
    #expect(Level("urgent") == nil)
  }
}

@Suite("Numbers")
struct NumbersTests {
  @Test("the greater of each number is kept, and an unknown one gives way")
  func maximum() {
    var numbers = Numbers()
    #expect(numbers.isEmpty)
    var other = Numbers()
    other[.people] = 30
    numbers.formMaximum(other)
    other[.people] = 5
    other[.months] = 0.5
    numbers.formMaximum(other)
    #expect(numbers.people == 30 && numbers.months == 0.5 && numbers.days == nil)
    for name in NumberName.allCases { #expect(NumberName(key: name.key) == name) }
  }
}
