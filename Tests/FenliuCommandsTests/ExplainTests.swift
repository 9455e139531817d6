// SPDX-License-Identifier: Apache-2.0
import FenliuTestSupport
import Foundation
import Testing

@Suite("explain --why-not", .enabled(if: Program.isBuilt))
struct ExplainTests {
  static func explain(_ arguments: String...) throws -> Program.Result {
    try Program.run(["explain", "--pack", Program.pack, "--at", "2026-11-20T20:00"] + arguments)
  }

  @Test("near misses follow the explanation, nearest first, with places in the text")
  func category() throws {
    let result = try Self.explain("老板拖欠的工资已结清，三名矿工在等", "--why-not", "early-sign", "--why-not", "群体")
    #expect(result.code == 0)
    #expect(
      result.output.hasSuffix(
        """

        why not early-sign (苗头)?
          wages-unpaid  Wages not paid  early-sign  2  mine/rules.yaml:19
            ✗ any: 拖欠的工资 (text 2–7) was taken away by the unless word 已结清 (text 7–10) [已结清, mine/rules.yaml:14]

        why not group-risk (群体)?
          workers-many  group-risk  mine/rules.yaml:31
            ✓ line 1 of all: 矿工 (text 13–15)
            ✗ line 2 of all: 三名 (text 11–13) is 3, at least 5 is asked

        """), "\(result.output)")
  }

  @Test("a level says by how many points each line is short, a department which route failed, both in Chinese too")
  func levelAndLead() throws {
    let text = "三十多名矿工被老板拖欠工资，没人管"
    let english = try Self.explain(text, "--why-not", "major", "--why-not", "调度室", "--why-not", "larger")
    #expect(english.code == 0)
    #expect(english.output.contains("✗ points(group-risk) >= 4: points(group-risk) is 3.48, 0.52 short\n"))
    #expect(english.output.contains("  劳资科 leads, by the route wages\n"))
    #expect(english.output.contains("✗ topic safety.*: the leading topic is labour.wages 10.96\n"))
    #expect(english.output.hasSuffix("why not larger (较大)?\n  the post has it\n"))
    let chinese = try Self.explain(text, "--why-not", "major", "--why-not", "调度室", "--lang", "zh")
    #expect(chinese.output.contains("✗ points(group-risk) >= 4：points(group-risk) 为 3.48，差 0.52\n"))
    #expect(chinese.output.contains("✗ topic safety.*：首要主题是 labour.wages 10.96\n"))
  }

  @Test("views are read as a column of counts is")
  func views() throws {
    let text = "三十多名矿工被老板拖欠工资，没人管"
    let plain = try Self.explain(text, "--views", "12000", "--why-not", "major")
    #expect(plain.code == 0 && plain.output.contains("12000"))
    #expect(try Self.explain(text, "--views", "1.2万", "--why-not", "major").output == plain.output)
    #expect(try Self.explain(text, "--views", "many").code == 64)
  }

  @Test("a name that nothing has is wrong usage, with the one that was meant")
  func unknown() throws {
    let result = try Self.explain("水", "--why-not", "early-sing")
    #expect(result.code == 64 && result.output.isEmpty)
    #expect(result.talk.contains("did you mean 'early-sign'?"))
    #expect(try Self.explain("水", "--why-not", "early-sing", "--lang", "zh").talk.contains("是否指“early-sign”？"))
  }

  @Test("as JSON the decision is the one that classify writes, with routes and near misses beside it")
  func json() throws {
    let text = "三十多名矿工被老板拖欠工资，没人管"
    let result = try Self.explain(text, "--format", "json", "--why-not", "major", "--why-not", "prohibited")
    let object = try #require(JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    let decision = try #require(object["decision"] as? [String: Any])
    let classified = try Program.classify(["-"], input: "{\"id\":\"explain\",\"text\":\"\(text)\"}\n")
    let expected = try #require(
      JSONSerialization.jsonObject(with: Data(classified.output.utf8)) as? [String: Any])
    #expect(NSDictionary(dictionary: decision) == NSDictionary(dictionary: expected))
    let routes = try #require(object["routes"] as? [[String: Any]])
    #expect(routes.contains { $0["name"] as? String == "wages" && $0["fits"] as? Bool == true })
    let answers = try #require(object["why-not"] as? [[String: Any]])
    #expect(answers.map { $0["key"] as? String } == ["major", "prohibited"])
    let lines = try #require((answers[0]["level"] as? [String: Any])?["lines"] as? [[String: Any]])
    #expect(lines.map { $0["level"] as? String } == ["critical", "major"])
    #expect(answers[1]["already"] as? Bool == false)
  }
}
