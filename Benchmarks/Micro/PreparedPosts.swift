// SPDX-License-Identifier: Apache-2.0
import Fenliu
import FenliuMatching

/// The first posts with what was found in them, for the arrows that come after matching.
struct PreparedPosts {
  /// A post of the workload, its normal form and what is in it.
  struct Prepared {
    let post: String
    let text: NormalizedText
    let matches: Matches
  }

  let pack: Pack
  let matcher: Matcher
  let all: [Prepared]

  /// The most posts.
  private static let most = 5_000

  init(_ workload: Workload) throws {
    pack = try workload.pack("whole")
    matcher = try Matcher(pack.rules)
    var loop = FindingLoop(matcher)
    all = workload.posts.prefix(Self.most).map { post in
      loop.find(in: post)
      return Prepared(post: post, text: loop.text, matches: loop.matches)
    }
  }

  /// The points of each topic by the rule of the workload: one for each word, three for each regex.
  func pointsByTopic(of prepared: Prepared) -> [Int: Int] {
    var points: [Int: Int] = [:]
    for match in prepared.matches.matches {
      let key = pack.rules.rules[match.rule.index].key
      guard let number = Int(key.split(separator: "-").last ?? "") else { continue }
      let words = Set(prepared.matches.hits[match.hits].map(\.source)).count
      points[number % 40, default: 0] += key.hasPrefix("regex") ? 3 : words
    }
    return points
  }
}
