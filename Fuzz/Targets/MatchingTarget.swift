// SPDX-License-Identifier: Apache-2.0
import FenliuModel

@testable import FenliuMatching
@testable import MatchingOracle

/// Rules of every shape on texts in which they meet: the matcher, with and without its gates, against the oracle that tries
/// every place and every combination.
final class MatchingTarget: FuzzTarget {
  func run(_ bytes: [UInt8]) {
    var source = ByteSource(bytes)
    let set = Random.ruleSet(using: &source)
    let facts = PostFacts(date: Sample.date)
    guard let gated = try? Matcher(set), let ungated = try? Matcher(set, gating: false) else {
      fatalError("rules that are well-formed compile")
    }
    var scratch = MatchScratch(gated)
    var otherScratch = MatchScratch(ungated)
    for _ in 0..<4 {
      let title = Sample.normalized(Bool.random(using: &source) ? Random.text(8, using: &source) : "")
      let text = Sample.normalized(Random.text(40, using: &source))
      let expected = OracleFinding(Oracle(set, title: title, text: text, facts: facts))
      let post = "\(String(decoding: title.bytes, as: UTF8.self)) | \(String(decoding: text.bytes, as: UTF8.self))"
      expectEqual(OracleFinding(gated, set, title, text, facts, &scratch), expected, post)
      expectEqual(OracleFinding(ungated, set, title, text, facts, &otherScratch), expected, "without gates: \(post)")
    }
  }
}
