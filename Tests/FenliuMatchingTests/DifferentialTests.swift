// SPDX-License-Identifier: Apache-2.0
import FenliuModel
import FenliuTestSupport
import Testing

@testable import FenliuMatching

@Suite("Matcher against oracle")
struct DifferentialTests {
  @Test("the matcher finds what the oracle finds", arguments: Seeds.standard)
  func agrees(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<6 {
      let set = Random.ruleSet(using: &random)
      let gated = try Matcher(set)
      let ungated = try Matcher(set, gating: false)
      var scratch = MatchScratch(gated)
      var otherScratch = MatchScratch(ungated)
      for _ in 0..<16 {
        let title = Sample.normalized(Bool.random(using: &random) ? Random.text(8, using: &random) : "")
        let text = Sample.normalized(Random.text(40, using: &random))
        let facts = PostFacts(date: Sample.date)
        let expected = OracleFinding(Oracle(set, title: title, text: text, facts: facts))
        let found = OracleFinding(gated, set, title, text, facts, &scratch)
        #expect(
          found == expected,
          "\(String(decoding: title.bytes, as: UTF8.self)) | \(String(decoding: text.bytes, as: UTF8.self).debugDescription)"
        )
        #expect(found == OracleFinding(ungated, set, title, text, facts, &otherScratch))
      }
    }
  }
}
