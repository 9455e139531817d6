// SPDX-License-Identifier: Apache-2.0
import FenliuExpression
import FenliuMatching
import FenliuRecords
import FenliuTestSupport
import Foundation
import Testing

@testable import Fenliu

@Suite("Near misses")
struct WhyNotTests {
  static let now = Instant(seconds: 1_795_176_000)  // 2026-11-20 20:00 in Shanghai

  static let rules = """
    fenliu: 1
    title: test
    topics: {labour.wages: 工资, safety.gas: 瓦斯, conduct.staff: 作风}
    levels:
      critical: points(group-risk) >= 4 and people >= 100
      major: points(group-risk) >= 4 or (points(action) >= 3 and reach >= 10000)
      larger: total >= 5
      general: total >= 1
    rules:
      - id: unpaid
        title: Wages not paid
        category: early-sign
        topic: labour.wages
        any: [欠薪, 拖欠…工资]
        unless: [结清]
        allow: [欠薪基金]
        points: 2
      - id: crowd
        category: group-risk
        topic: labour.wages
        all: [[工人, 矿工], {number: people, units: [名, 人], least: 50}]
        within: 6 characters
        none: [演习]
        points: 2 + log10(people)
      - {id: gas, category: early-sign, topic: safety.gas, any: [瓦斯超标], points: 3}
      - {id: weibo, category: action, any: [曝光], if: 'source in [weibo, tieba] and views > 100', points: 3}
      - {id: winter, category: trend, any: [停暖], from: 11-15, until: 03-15}
      - {id: headline, category: trend, any: [紧急求助], where: [title]}
      - {id: denied, category: trend, any: [停水], polarity: negated}
      - {id: real, category: trend, any: [停电], polarity: affirmed}
      - {id: trial, category: trend, any: [试行词], status: shadow}
      - {id: plan, category: trend, any: [草稿词], status: draft}
      - {id: unpaid-long, category: early-sign, topic: labour.wages, any: [长期欠薪], points: 3, replaces: [unpaid]}
      - id: both
        category: trend
        patterns: {a: [甲方], b: [乙方]}
        when: near(a, b, 5) and not count(a) > 1
      - {id: bribe, category: early-sign, topic: conduct.staff, any: [收红包], points: 5}

    """
  static let map = """
    fenliu: 1
    departments:
      labour: {title: 劳资科, around-the-clock: true}
      dispatch: {title: 调度室, around-the-clock: true}
      discipline: {title: 纪检组, kind: oversight, around-the-clock: true}
      superior: {title: 上级纪检组, kind: oversight, around-the-clock: true}
      duty: {title: 总值班室, kind: help, around-the-clock: true}
    routes:
      - {name: conduct, when: topic conduct.*, lead: discipline, sealed: true}
      - {name: urgent, when: topic labour.* and level >= major, lead: dispatch}
      - {name: wages, when: topic labour.*, lead: labour}
      - {name: more-wages, when: topic labour.wages, lead: duty, beside: true}
      - {name: safety, when: topic safety.*, lead: dispatch}
    default: duty
    recuse: {when: topic conduct.*, within: 30, lead: discipline, otherwise: superior}
    deadlines: {none: {read: 24h}, general: {read: 24h}, larger: {read: 24h}, major: {read: 24h}, critical: {read: 24h}}
    """

  static func classifier() throws -> Classifier {
    let library = try TemporaryFolder()
    try library.write("p/rules.yaml", rules)
    try library.write("p/map.yaml", map)
    let pack = try Pack(folder: library.path + "/p")
    return try Classifier(pack.rules, pack.map)
  }

  func answer(
    _ name: String, title: String? = nil, _ text: String, source: String? = nil, views: Int? = nil
  ) throws -> WhyNot {
    let classifier = try Self.classifier()
    var post = Post(id: "1", title: title, text: text)
    post.source = source
    post.views = views
    return try #require(classifier.whyNot([classifier.question(name)], of: post, at: Self.now).first)
  }

  func obstacles(
    _ name: String, title: String? = nil, _ text: String, source: String? = nil, views: Int? = nil
  ) throws -> [NearRule.Obstacle] {
    try answer(name, title: title, text, source: source, views: views).rules.first?.obstacles ?? []
  }

  @Test("a word that took a hit away is named with its place, and so is an allowed phrase")
  func taken() throws {
    guard case .withdrawn(.any, let hit, let by) = try #require(obstacles("unpaid", "拖欠的工资，昨天结清").first) else {
      Issue.record("not withdrawn")
      return
    }
    #expect(hit.text == "拖欠的工资" && by.text == "结清" && by.start == 8 && by.from == "p/rules.yaml:15")
    guard case .allowed(.any, let inside, let phrase) = try #require(obstacles("unpaid", "申请欠薪基金").first) else {
      Issue.record("not allowed")
      return
    }
    #expect(inside.start == 2 && phrase.text == "欠薪基金")
  }

  @Test("a hit of the other polarity is named as such, and the rule holds where it is its own")
  func polarity() throws {
    #expect(try answer("denied", "并未停水").rules.isEmpty && answer("real", "昨天停电").rules.isEmpty)
    for (rule, text, wanted) in [("denied", "昨天停水", Polarity.negated), ("real", "并未停电", .affirmed)] {
      guard case .polarity(.any, let hit, let polarity) = try #require(obstacles(rule, text).first) else {
        Issue.record("\(rule)")
        return
      }
      #expect(hit.start == 2 && polarity == wanted)
    }
  }

  @Test("what is missing of a line is named, with the part of a word that is there")
  func missing() throws {
    let found = try obstacles("unpaid", "老板拖欠我们的钱")
    guard case .missing(.any, let words, 0, let parts) = try #require(found.first) else {
      Issue.record("\(found)")
      return
    }
    #expect(words == ["欠薪", "拖欠…工资"])
    #expect(parts.map(\.word) == ["拖欠…工资"] && parts[0].hit.text == "拖欠")
    #expect(parts[0].finding == .missingBehind(["工资"], gap: 8))
  }

  @Test("a number that is too small, lines too far apart and a word of none are told")
  func lines() throws {
    let small = try obstacles("crowd", "三十名矿工")
    guard case .numberBelow(.all(2), let hit, 30, 50) = try #require(small.first) else {
      Issue.record("\(small)")
      return
    }
    #expect(hit.text == "三十名")
    let far = try obstacles("crowd", "六十名以上没有名字的普通矿工")
    guard case .tooFar(nil, "6 characters", 9, let hits) = try #require(far.first) else {
      Issue.record("\(far)")
      return
    }
    #expect(hits.map(\.text) == ["矿工", "六十名"])
    let none = try obstacles("crowd", "六十名矿工演习")
    guard case .none(let word) = try #require(none.first) else {
      Issue.record("\(none)")
      return
    }
    #expect(word.text == "演习")
  }

  @Test("if, season, field, status, replacement and when are told where they stand in the way")
  func others() throws {
    guard
      case .condition(let written, let finding, let facts) = try #require(
        obstacles("weibo", "去曝光", source: "weibo", views: 90).first)
    else {
      Issue.record("no condition")
      return
    }
    #expect(written == "source in [weibo, tieba] and views > 100" && facts["views"] == "90")
    #expect(
      finding
        == .all([
          .plain("source in [weibo, tieba]", holds: true),
          .compare("views > 100", left: "views", value: 90, short: 10, holds: false),
        ]))
    guard case .elsewhere(.any, let hit, .title) = try #require(obstacles("headline", "紧急求助").first) else {
      Issue.record("not elsewhere")
      return
    }
    #expect(hit.field == .text)
    #expect(try obstacles("trial", "试行词") == [.status(.shadow)])
    #expect(try obstacles("plan", "草稿词") == [.status(.draft)])
    #expect(try obstacles("unpaid", "长期欠薪") == [.replaced(by: "unpaid-long")])
    let when = try obstacles("both", "甲方一二三四五六七乙方")
    #expect(
      when == [
        .when(
          .all([
            .plain("near(a, b, 5 characters)", holds: false),
            .not(.compare("count(a) > 1", left: "count(a)", value: 1, short: nil, holds: false)),
          ]))
      ])
    let classifier = try Self.classifier()
    var post = Post(id: "1", text: "停暖了")
    post.time = Instant(seconds: 1_785_000_000)  // July
    let summer = try classifier.whyNot([classifier.question("winter")], of: post, at: Self.now)
    #expect(summer[0].rules[0].obstacles == [.outOfSeason(from: "11-15", until: "03-15", date: "2026-07-26")])
  }

  @Test(
    "of a category the rules come nearest first: what lacks least, then what lacks a whole line, and nothing far off")
  func order() throws {
    let answer = try answer("trend", "甲方去演习，紧急求助")
    #expect(!answer.isAlreadySo)
    #expect(answer.rules.map(\.rule) == ["headline", "both"])
    #expect(try self.answer("trend", "今天天气好").rules.isEmpty)
    #expect(try self.answer("trend", "停暖了").isAlreadySo)
    let classifier = try Self.classifier()
    let one = try classifier.whyNot(
      [classifier.question("trend")], of: Post(id: "1", text: "甲方去演习，紧急求助"), at: Self.now, most: 1)
    #expect(one[0].rules.map(\.rule) == ["headline"] && one[0].rulesLeftOut == 1)
  }

  @Test("a level tells of each line above the decided one by how many points it is short")
  func levels() throws {
    let answer = try answer("重大", "老板欠薪，三十名矿工", views: 20_000)
    let level = try #require(answer.level)
    #expect(level.decided == .general && level.lines.map(\.level) == [.critical, .major, .larger])
    #expect(
      level.lines[2].finding == .compare("total >= 5", left: "total", value: 2, short: 3, holds: false))
    #expect(
      level.lines[1].finding
        == .any([
          .compare("points(group-risk) >= 4", left: "points(group-risk)", value: 0, short: 4, holds: false),
          .all([
            .compare("points(action) >= 3", left: "points(action)", value: 0, short: 3, holds: false),
            .compare("reach >= 10000", left: "reach", value: 20_000, short: nil, holds: true),
          ]),
        ]))
    #expect(level.floors == ["danger"])
    #expect(answer.rules.first?.rule == "crowd")
    #expect(try self.answer("general", "老板欠薪").isAlreadySo)
    let higher = try #require(self.answer("none", "老板欠薪").level)
    #expect(higher.lines.map(\.level) == [.general] && higher.lines[0].finding.holds)
  }

  @Test("a department tells of each route to it what failed, which route won, and how far its topic is from leading")
  func leads() throws {
    let short = try #require(self.answer("调度室", "瓦斯超标，长期欠薪，拖欠工资").lead)
    #expect(short.decided == "劳资科" && short.attempts.map(\.route) == ["urgent", "safety"])
    #expect(short.attempts[0].atoms.map(\.holds) == [true, false])
    #expect(short.attempts[0].atoms[1].actual == "general" || short.attempts[0].atoms[1].actual == "larger")
    #expect(short.part == .assist)
    // Three points each, and wages are declared first.
    #expect(short.attempts[1].topic?.short == .zero && short.attempts[1].topic?.leading == "labour.wages")

    let won = try #require(self.answer("劳资科", "六百名矿工，老板欠薪").lead)
    #expect(won.route == "urgent" && won.attempts[0].fits && won.attempts[0].wonBy == "urgent")

    let accused = try #require(self.answer("劳资科", "劳资科的人收红包，还欠薪").lead)
    #expect(accused.accusedAs?.name == "劳资科" && accused.accusedAs?.start == 0)

    let beside = try #require(self.answer("duty", "老板欠薪").lead)
    #expect(beside.isDefault && beside.attempts.map(\.isBeside) == [true] && beside.part == .beside)

    let none = try #require(self.answer("dispatch", "瓦斯超表").lead)
    #expect(none.attempts.last?.rules.first?.rule == "gas")
    #expect(try self.answer("labour", "老板欠薪").isAlreadySo)
  }

  @Test("a topic that does not lead tells how many points it is short")
  func topics() throws {
    let answer = try answer("工资", "收红包，还欠薪")
    #expect(answer.topic?.points == Points(2) && answer.topic?.short == Points(3))
    #expect(try self.answer("labour.wages", "欠薪").isAlreadySo)
  }

  @Test("an unknown name brings the one that was probably meant")
  func unknown() throws {
    let classifier = try Self.classifier()
    #expect(throws: WhyNotQuestion.UnknownName(name: "unpiad", closest: "unpaid")) {
      try classifier.question("unpiad")
    }
    #expect(try classifier.question("苗头") == .category(.earlySign))
    #expect(try classifier.question("特别重大") == .level(.critical))
  }

  @Test("over the county's corpus the trace of every rule holds where the matcher lists the rule")
  func corpus() throws {
    let (pack, classifier) = try CountyPack.load()
    let data = try Data(contentsOf: URL(fileURLWithPath: SharedData.repository + "/corpus/county.jsonl"))
    struct Row: Decodable {
      var title: String?
      var text: String?
    }
    let rows = try data.split(separator: UInt8(ascii: "\n")).map { try JSONDecoder().decode(Row.self, from: Data($0)) }
    #expect(rows.count > 200)
    var worker = classifier.makeWorker()
    var scratch = MatchScratch(classifier.compiled.matcher)
    let all = pack.rules.rules.indices.map { RuleID($0) }
    var holding = 0
    for row in rows {
      let findings = worker.find(Post(id: "1", title: row.title, text: row.text), at: Self.now)
      let listed = Set(findings.matches.matches.map(\.rule))
      let traces = classifier.compiled.matcher.traces(
        of: all, title: worker.title, text: worker.text, facts: findings.facts, scratch: &scratch)
      let traced = Set(traces.filter(\.holds).map(\.rule))
      #expect(traced == listed, "\(row.text ?? "")")
      holding += traced.count
      for trace in traces where !trace.holds {
        let rule = pack.rules.rules[trace.rule.index]
        let isExplained =
          trace.lines.contains { $0.hits.isEmpty } || trace.groups.contains { !$0.holds } || !trace.none.isEmpty
          || !trace.isInSeason || trace.condition?.holds == false || trace.when?.holds == false
        #expect(isExplained, "\(rule.key)")
      }
    }
    #expect(holding > 500)
  }
}
