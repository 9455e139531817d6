// SPDX-License-Identifier: Apache-2.0
import FenliuExpression
import FenliuModel
import FenliuTestSupport
import Testing

@testable import FenliuMatching

/// Where zones begin and end, and what of them a rule reads.
@Suite struct ZoneTests {
  /// Every 甲 of the text stands in the zone; every 乙 is the writer's own.
  @Test(arguments: [
    (TextZone.quoted, "老板说：“你去告啊，甲”，乙"), (.quoted, "老板说：“甲”，乙"), (.quoted, "信访局回复“甲正在核实处理”，乙"),
    (.quoted, "物业对我说：甲不交钱就停水。乙"), (.quoted, "信访局短信写道：甲已办结。乙"), (.quoted, "他说:「甲」乙"),
    (.quoted, "乙\n> 甲甲\n乙"), (.quoted, ">甲\n乙"), (.quoted, "我老板说：甲没钱。乙"), (.quoted, "我们老板跟我说：甲没钱。乙"),
    (.own, "我说：甲乙"), (.own, "我想说：甲"), (.own, "我跟他们说：甲"), (.own, "对我来说：甲"), (.own, "比如说：甲"),
    (.own, "公司名称：甲"), (.own, "希望尽快回复：甲"), (.own, "回复：甲"), (.own, "他说甲"), (.own, "老板说“甲没钱”"),
    (.own, "5>3，甲"), (.own, "他说：“甲"), (.emphasis, "所谓“便民利民惠民甲工程”，乙"), (.emphasis, "「甲甲甲甲甲甲甲」乙"),
    (.own, "《关于甲小区改造的通知》"), (.own, "“放心甲工程”乙"),
    (.repost, "乙//@某某:甲//@别人：甲"), (.repost, "转发：甲\n甲"), (.repost, "乙\n【转发】甲"), (.repost, "转发@某某：甲"),
    (.own, "转发自己的经历：甲"), (.own, "转发自家的事：甲"), (.own, "转发自身经历：甲"), (.own, "求帮忙 转发：甲"), (.own, "求帮忙 【转发】甲"),
    (.own, "帮忙　转发@某某 甲"), (.repost, "乙\n  转发：甲"), (.repost, "乙\r\n 【转发】甲"), (.repost, "转发自某某论坛 甲"), (.repost, "转发自：甲"),
    (.own, "求转发！甲"), (.own, "请大家转发：甲"), (.own, "转发量甲"),
    (.tag, "#甲小区停水#乙"), (.own, "1#楼甲2 号"), (.own, "## 甲"),
    (.mention, "@县甲局 乙"), (.mention, "@甲：乙"), (.own, "a@b.com 甲"), (.own, "@县政府请问我们村甲什么时候能修好路"),
    (.link, "乙http://x.cn/a 乙"), (.link, "乙www.x.cn，乙"),
    (.link, "乙www.甲薪.com乙"), (.link, "http://甲薪.cn/a?b=1 乙"), (.link, "https://www.甲薪.公司/x，乙"),
    (.link, "https://bbs.甲-1.中国"),
    (.link, "www.x甲.net乙"), (.link, "http://甲.乐.com:80/"), (.link, "http://www.甲薪.中國"),
    (.own, "www.x.cn甲"), (.own, "http://x.cn/甲"), (.own, "www.x.cn.甲"), (.own, "www.x.cn甲.com"), (.own, "www.甲"),
    (.own, "www.甲乙甲"),
    (.own, "www.甲。com"), (.own, "http://甲说 a.com"), (.own, "甲薪.com"), (.own, "www.甲薪.3"), (.own, "www.老甲欠薪.公司不管"),
    (.own, "www.甲_薪.com"),
    (.own, "http://甲薪.c乙"),
  ])
  func zone(_ zone: TextZone, _ text: String) {
    let bytes = Sample.normalized(text).bytes
    var zones = FieldZones()
    zones.read(bytes.span)
    let characters = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
    var offset = 0
    for character in characters {
      let end = offset + UTF8.width(character)
      let found = zones.zones(of: offset..<end, in: .text).first
      if character == "甲" { #expect(found == zone, "\(text)") }
      if character == "乙" { #expect(found == .own, "\(text)") }
      if character == "x" { #expect(found == .link, "\(text)") }
      offset = end
    }
  }

  private func found(_ fields: FieldSet, _ word: String, _ text: String, unless: [String] = []) throws -> [String] {
    var rule = Sample.rule("r", any: [Sample.pattern(word)])
    rule.fields = fields
    if !unless.isEmpty { rule.unless = .init(any: unless.map(Sample.pattern), within: .sentence) }
    return try Found(Sample.ruleSet(rule), text).rules
  }

  @Test func aRuleReadsItsZones() throws {
    let text = "楼上说：“再吵就砍死你们”，#砍死#"
    #expect(try found(.usual, "砍死", text) == ["r: 砍死"])
    #expect(try found(.own, "砍死", text).isEmpty)
    #expect(try found(.quoted, "砍死", text) == ["r: 砍死"])
    #expect(try found(.urgent, "砍死", text) == ["r: 砍死 砍死"])
  }

  @Test func aHitLiesInZonesThatTheRuleReads() throws {
    #expect(try found(.usual, "拖欠…工资", "拖欠@县住建局 工资").isEmpty == false)
    #expect(try found(.usual, "拖欠…工资", "老板说：“拖欠”工资").isEmpty)
    #expect(try found(.usual, "拖欠…20…工资", "拖欠老板说：“没钱没钱”工资").isEmpty)
    #expect(try found([.usual, .quoted], "拖欠…20…工资", "拖欠老板说：“没钱没钱”工资").isEmpty == false)
  }

  @Test func onlyDepartmentsAreMetInMentions() throws {
    #expect(try found(.all, "跳楼", "@跳楼哥 你好").isEmpty)
    #expect(try found(.urgent, "跳楼", "@小明我要跳楼") == ["r: 跳楼"])
  }

  @Test("words in a host are nobody's, those behind it the writer's")
  func hostsOfAnyScript() throws {
    #expect(try found(.usual, "欠薪", "www.欠薪.com").isEmpty)
    #expect(try found(.urgent, "欠薪", "https://欠薪.中国/").isEmpty)
    #expect(try found(.usual, "欠薪", "www.讨薪.com老板欠薪") == ["r: 欠薪"])
  }

  @Test func linksAreNeverMatched() throws {
    #expect(try found(.urgent, "gongzi", "http://a.cn/gongzi").isEmpty)
    #expect(try found(.urgent, "http", "http://a.cn/gongzi") == ["r: http"])
    #expect(try found(.everything, "gongzi", "http://a.cn/gongzi") == ["r: gongzi"])
  }

  @Test func whatOthersSaySettlesNothing() throws {
    #expect(try found(.usual, "欠薪", "欠薪，劳动局回复：“工资已结清，请放心”", unless: ["已结清"]) == ["r: 欠薪"])
    #expect(try found(.usual, "欠薪", "欠薪，工资已结清", unless: ["已结清"]).isEmpty)
  }

  @Test(
    "that a danger is over only the writer can say",
    arguments: [
      "三名工友被困井下，矿上说：“人已救出”，还听到敲管子的声音", "三名工友被困井下，矿上回复：都已救出，还听到敲管子的声音",
      "三名工友被困井下 @已救出", "三名工友被困井下\n> 已救出", "三名工友被困井下，//@矿上：已救出",
      "三名工友被困井下，矿上回复“三名工友都已救出”，还听到敲管子的声音",
    ])
  func whatOthersSayEndsNoDanger(text: String) throws {
    var rule = Sample.rule("r", category: .danger, any: Sample.line("被困"))
    rule.fields = .urgent
    rule.unless = .init(any: Sample.line("已救出"), within: .post)
    #expect(try Found(Sample.ruleSet(rule), text).rules == ["r: 被困"])
    #expect(try Found(Sample.ruleSet(rule), title: text, "").rules == ["r: ^被困"])
    #expect(try Found(Sample.ruleSet(rule), "三名工友被困井下，已救出").rules.isEmpty)
    rule.fields = .all
    #expect(try Found(Sample.ruleSet(rule), text).rules == ["r: 被困"])
  }

  @Test(arguments: Seeds.standard)
  func signsWithoutNumberAreReadAsTheyAreDefined(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let signs = ["“", "“", "“", "”", "「", "「", "」", "#", "#", "说：", "我说", "甲", "甲乙丙丁戊己庚", "\n", "@甲 ", "é", "😡"]
    let text = (0..<3_000).map { _ in signs.randomElement(using: &random)! }.joined()
    let bytes = Sample.normalized(text).bytes
    let field = OracleField(.text, bytes)
    var zones = FieldZones()
    zones.read(bytes.span)
    var offset = 0
    for (place, character) in field.characters.enumerated() {
      let end = offset + UTF8.width(character)
      #expect(zones.zones(of: offset..<end, in: .text).first == field.zones[place], "\(place)")
      offset = end
    }
  }

  @Test func behindAThousandVerbsNobodyElseSpeaks() {
    let unit = "他说：“甲”。"
    let bytes = Sample.normalized(String(repeating: unit, count: ZoneReader.mostVerbs + 10)).bytes
    var zones = FieldZones()
    zones.read(bytes.span)
    let word = unit.utf8.count - "甲”。".utf8.count
    func zone(_ place: Int) -> TextZone {
      zones.zones(of: place * unit.utf8.count + word..<place * unit.utf8.count + word + 3, in: .text).first
    }
    #expect(zone(0) == .quoted && zone(400) == .quoted && zone(ZoneReader.mostVerbs + 9) == .own)
  }

  @Test func picturesAreWords() throws {
    #expect(try found(.usual, "[怒]", "又停水[怒]") == ["r: [怒]"])
    #expect(try found(.usual, "😡", "又停水😡") == ["r: 😡"])
  }
}
