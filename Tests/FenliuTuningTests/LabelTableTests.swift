// SPDX-License-Identifier: Apache-2.0
import Fenliu
import FenliuTestSupport
import FenliuTuning
import Testing

@Suite struct LabelTableTests {
  private func table(_ aim: LabelAim) throws -> LabelTable {
    let pack = try Pack(folder: SharedData.repository + "/Tests/Cases/design/mine")
    return LabelTable(aim, rules: pack.rules, map: pack.map)
  }

  @Test(
    "a department is meant by its key, its title and each of its names",
    arguments: [("labour", "labour"), ("劳资科", "labour"), (" Labour ", "labour"), ("人事科", "labour"), ("工会", "union")])
  func departments(label: String, key: String) throws {
    let table = try table(.lead)
    guard case .one(let id) = table.meaning(of: label) else {
      Issue.record("\(label) means nothing")
      return
    }
    #expect(table[id].key == key)
  }

  @Test(
    "topics, categories and levels are meant by key and by title",
    arguments: [
      (LabelAim.topic, "工资拖欠", "labour.wages"), (.topic, "labour.wages", "labour.wages"),
      (.category, "苗头", "early-sign"), (.category, "danger", "danger"), (.level, "重大", "major"),
      (.level, "major", "major"),
    ])
  func others(aim: LabelAim, label: String, key: String) throws {
    let table = try table(aim)
    guard case .one(let id) = table.meaning(of: label) else {
      Issue.record("\(label) means nothing")
      return
    }
    #expect(table[id].key == key)
  }

  @Test("a label that names nothing of the pack is unknown")
  func unknown() throws {
    #expect(try table(.lead).meaning(of: "计划生育") == .unknown)
  }
}
