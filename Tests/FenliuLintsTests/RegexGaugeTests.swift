// SPDX-License-Identifier: Apache-2.0
import FenliuRegexSyntax
import FenliuTestSupport
import FoundationEssentials
import Testing

@testable import FenliuLints

struct RegexGaugeTests {
  /// A regex of `Tests/Cases/regex/catastrophic.tsv` and the attack that somebody found against it.
  struct Known: Sendable {
    let name: String
    let pattern: String
    let attack: RegexAttack
  }

  static let known: [Known] = {
    let path = SharedData.repository + "/Tests/Cases/regex/catastrophic.tsv"
    let text = String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
    return text.split(separator: "\n").dropFirst().map { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map {
        String($0).replacing("␊", with: "\n").replacing("␠", with: " ")
      }
      return Known(
        name: cells[0], pattern: cells[1], attack: RegexAttack(prefix: cells[2], unit: cells[3], suffix: cells[4]))
    }
  }()

  private func explosion(of pattern: String) -> RegexGauge.Explosion? {
    guard var gauge = RegexGauge(pattern) else { return nil }
    return gauge.explosion()
  }

  private func growth(of pattern: String) -> RegexGauge.Growth? { explosion(of: pattern)?.growth }

  @Test("what a known attack shows of a regex, attacks made from the regex alone show too, but for a few")
  func known() {
    var (shown, missed) = (0, [String]())
    for known in Self.known {
      guard var gauge = RegexGauge(known.pattern, attacks: [known.attack]), gauge.explosion() != nil else { continue }
      shown += 1
      if growth(of: known.pattern) == nil { missed.append(known.name) }
    }
    #expect(shown > 30)
    #expect(missed.count * 8 <= shown, "\(missed)")
  }

  @Test(
    "an explosion is told from a power of the length",
    arguments: [
      ("欠(工+资*)+薪", RegexGauge.Growth.explosion), ("(a|aa)+$", .explosion), ("(a+)+$", .explosion),
      ("x*x*x*y", .power), ("(a|b|c|d|e|f)*(a|b|c|d|e|f)*!z", .power),
    ])
  func growth(pattern: String, expected: RegexGauge.Growth) { #expect(growth(of: pattern) == expected) }

  @Test(
    "regexes as analysts write them are let be",
    arguments: [
      #"(?<months>\d{1,2}|[一二两三四五六七八九十]{1,3})个?月(没|未|不)发(工资|薪)"#, #"\d+个月没发工资"#, "噪(音|声).*?扰民",
      #"(?<!\d)1[3-9]\d{9}(?!\d)"#, "拖欠.{0,30}工资", "(拖欠|克扣)工资", "[\\s\\S]{0,20}欠薪", #"https?://\S+"#,
    ])
  func ordinary(pattern: String) { #expect(growth(of: pattern) == nil) }

  @Test("what only a text of the longest length shows is found")
  func late() throws {
    let found = try #require(explosion(of: "(?:ab?)*c"))
    #expect(found.length == RegexGauge.longest)
    #expect(found.stepsOfHalf < RegexGauge.mostSteps)
  }

  @Test("the same regex gives the same measure twice")
  func repeatable() {
    let lengths = (0..<2).map { _ in explosion(of: "x*x*x*y")?.length }
    #expect(lengths[0] != nil && lengths[0] == lengths[1])
  }
}
