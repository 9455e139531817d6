// SPDX-License-Identifier: Apache-2.0
import Fenliu
import FenliuTestSupport
import Testing

@Suite("What tests reach")
struct CoverageTests {
  static let now = Instant(seconds: 1_795_176_000)

  @Test("rules, words, routes, deadlines and levels are counted where an example or a case reaches them")
  func counts() throws {
    let pack = try Pack(folder: DesignPack.folder)
    let classifier = try Classifier(pack.rules, pack.map)
    var meter = try CoverageMeter(classifier, at: Self.now)
    var post = Post(id: "1", text: "三十多名矿工被老板拖欠工资，没人管")
    post.received = Self.now
    var expectation = Expectation()
    expectation.due = ["resolve": "2026-11-24T00:00:00+08:00"]
    meter.add(TestCase(name: "1", post: post, expectation: expectation))
    meter.add(Example(kind: .hit, text: "讨薪", span: pack.rules.rules[0].span))
    let coverage = meter.result()

    func use(_ key: String) throws -> Coverage.RuleUse {
      let place = try #require(pack.rules.rules.firstIndex { $0.key == key })
      return try #require(coverage.rules.first { $0.rule == RuleID(place) })
    }
    #expect(try use("wages-unpaid").examples == 1 && use("wages-unpaid").cases == 1)
    #expect(try use("workers-many").examples == 0 && use("workers-many").cases == 1)
    #expect(coverage.share(of: .rules).met == 2 && coverage.share(of: .caseRules).met == 2)
    #expect(coverage.share(of: .rules).total == pack.rules.rules.count)

    let routes = coverage.routes.map { $0.route.map { pack.map.routes[$0.index].name } ?? "default" }
    #expect(routes.suffix(2) == ["fraud", "default"])
    #expect(coverage.routes.map(\.lead).reduce(0, +) == 1)
    #expect(coverage.routes[try #require(routes.firstIndex(of: "wages"))].lead == 1)

    #expect(coverage.levels[Level.larger.rawValue] == 1 && coverage.share(of: .levels).met == 1)
    let resolve = try #require(coverage.steps.first { $0.level == .larger && $0.step == "resolve" })
    #expect(resolve.produced == 1 && resolve.compared == 1)
    let latest = try #require(coverage.steps.first { $0.level == .larger && $0.step == "resolve-at-latest" })
    #expect(latest.produced == 1 && latest.compared == 0)
    #expect(coverage.steps.filter { $0.level == .major }.allSatisfy { $0.produced == 0 })

    let workers = try #require(pack.rules.rules.firstIndex { $0.key == "workers-many" })
    let words = try #require(coverage.words.first { $0.owner == .rule(RuleID(workers)) })
    #expect(words.words == 5 && words.never.map(\.written).sorted() == ["农民工", "工人", "工友"].sorted())
    let settled = try #require(coverage.words.first { if case .list = $0.owner { true } else { false } })
    #expect(settled.words == 3 && settled.met == 0)
  }

  @Test("a share is rounded down, so that 100 % means all, and nothing to meet is met")
  func shares() {
    #expect(Coverage.Share(met: 9_999, total: 10_001).basisPoints == 9_998)
    #expect(Coverage.Share(met: 3, total: 3).basisPoints == 10_000)
    #expect(Coverage.Share(met: 0, total: 0).basisPoints == 10_000)
  }
}
