// SPDX-License-Identifier: Apache-2.0
import FenliuExpression
import FenliuModel
import Testing

@testable import FenliuMatching

@Suite("The matcher")
struct MatcherTests {
  @Test("the design's example holds with its hits and its number")
  func designExample() throws {
    let set = Sample.ruleSet(
      Sample.rule(
        "wages", any: Sample.line("欠薪", "讨薪", "(拖欠|克扣|不发)…(工资|薪|工钱)"),
        unless: .init(any: Sample.line("已补发", "已结清", "工资到账")), allow: ["欠薪应急周转金"]),
      Sample.rule(
        "many", all: [Sample.line("工人", "矿工", "工友", "农民工"), [Sample.people(5)]], within: .clause))
    let found = try Found(set, "三十多名矿工被老板拖欠工资，没人管")
    #expect(found.rules == ["wages: 拖欠工资", "many: 三十多名 矿工"])
    #expect(found.numbers[1].people == 30)
    #expect(try Found(set, "我是一名下岗矿工").rules == [])
    #expect(try Found(set, "工人说拖了两个多月").rules == [])
    #expect(try Found(set, "老板拖欠我们好几个人的工资").rules == ["wages: 拖欠我们好几个人的工资"])
    #expect(try Found(set, "拖欠工资，说好的工资到账遥遥无期").rules == ["wages: 拖欠工资"])
    let settled = try Found(set, "老板拖欠的工资昨天已结清")
    #expect(settled.rules == [])
    #expect(settled.withdrawn == ["wages: 拖欠的工资 by 已结清"])
    #expect(try Found(set, "设立欠薪应急周转金").rules == [])
    #expect(try Found(set, "设立欠薪应急周转金，仍有欠薪").rules == ["wages: 欠薪"])
  }
}
