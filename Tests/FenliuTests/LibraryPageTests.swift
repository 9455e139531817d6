// SPDX-License-Identifier: Apache-2.0
import Fenliu
import FenliuTestSupport
import Foundation
import Testing

@Suite("The page about the library")
struct LibraryPageTests {
  @Test("the programs on the page are those that are compiled here", arguments: ["Desk", "LeadCount"])
  func sameText(name: String) throws {
    let page = try String(contentsOfFile: SharedData.repository + "/docs/library.md", encoding: .utf8)
    let source = try String(
      contentsOfFile: SharedData.repository + "/Tests/FenliuTests/LibraryPage/\(name).swift", encoding: .utf8)
    #expect(page.contains("```swift\n" + source + "```"))
    #expect(source.split(separator: "\n", omittingEmptySubsequences: false).count <= 25)
  }

  @Test("the service answers")
  func answers() throws {
    let desk = try Desk(pack: DesignPack.folder)
    let friday = Instant(seconds: 1_795_176_000)
    #expect(
      desk.answer(["三十多名矿工被老板拖欠工资，没人管", "有矿工被困井下", "你好"], at: friday) == [
        "larger labour 2026-11-21T08:00:00+08:00", "critical dispatch 2026-11-20T20:30:00+08:00",
        "none duty 2026-11-22T00:00:00+08:00",
      ])
  }

  @Test("drafts are counted without names")
  func counts() throws {
    let count = LeadCount(classifier: try Desk(pack: DesignPack.folder).classifier)
    let texts = ["三十多名矿工被老板拖欠工资，没人管", "有矿工被困井下", "你好", "老板欠薪"]
    #expect(
      count.leads(of: texts, at: Instant(seconds: 1_795_176_000)) == ["labour": 2, "dispatch": 1, "duty": 1])
  }

  @Test("many threads share one classifier and get what one thread gets")
  func threads() async throws {
    let desk = try Desk(pack: DesignPack.folder)
    let friday = Instant(seconds: 1_795_176_000)
    let texts = (0..<40).map { "\($0)十多名矿工被老板拖欠工资\($0)个月没发工资" }
    let alone = desk.answer(texts, at: friday)
    await withTaskGroup(of: [String].self) { group in
      for _ in 0..<8 { group.addTask { desk.answer(texts, at: friday) } }
      for await answers in group { #expect(answers == alone) }
    }
  }
}
