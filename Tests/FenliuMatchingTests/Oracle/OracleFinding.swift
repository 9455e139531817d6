// SPDX-License-Identifier: Apache-2.0
import FenliuModel

@testable import FenliuMatching

/// What was found in a post, as lines of text, so that matcher and oracle can be compared.
struct OracleFinding: Equatable {
  /// Each rule that holds, with its hits.
  var rules: [String]
  /// What `unless` took away.
  var withdrawn: [String]
  /// What the matcher gave up; nothing of the oracle.
  var incomplete: [Incomplete] = []

  init(_ oracle: Oracle) { (rules, withdrawn) = oracle.found() }

  init(
    _ matcher: Matcher, _ set: RuleSet, _ title: NormalizedText, _ text: NormalizedText, _ facts: PostFacts,
    _ scratch: inout MatchScratch
  ) {
    var matches = Matches()
    matcher.match(title: title, text: text, facts: facts, scratch: &scratch, into: &matches)
    func hit(_ hit: Hit) -> OracleHit {
      let bytes = (hit.field == .title ? title : text).bytes
      let start = bytes[..<hit.range.lowerBound].count { $0 & 0xC0 != 0x80 }
      let count = bytes[hit.range].count { $0 & 0xC0 != 0x80 }
      let source = matcher.sources[Int(hit.source.index)]
      let written = source.written.hasPrefix("number") ? "\(source.written)@\(source.origin.line)" : source.written
      return OracleHit(field: hit.field, range: start..<start + count, written: written)
    }
    incomplete = matches.incomplete
    rules = matches.matches.map { match in
      let all = matches.hits[match.hits].map(hit)
      // Two lines that count the same word differently, which no pack that loads has, are two hits of it.
      let hits =
        all.filter { $0.written != OracleHit.collective } + Set(all).filter { $0.written == OracleHit.collective }
      return "\(set.rules[match.rule.index].key): \(hits.sorted().map(\.description).joined(separator: " "))"
    }
    let withdrawals = matches.withdrawals.map { ($0.rule, hit($0.hit), hit($0.by)) }.sorted {
      ($0.0, $0.1) < ($1.0, $1.1)
    }
    let lines = withdrawals.map { "\(set.rules[$0.index].key): \($1) by \($2.field.key)\($2.range)" }
    withdrawn = lines.enumerated().filter { place, line in
      place == 0 || line != lines[place - 1] || !line.contains(OracleHit.collective)
    }.map(\.element)
  }
}
