// SPDX-License-Identifier: Apache-2.0
import FenliuModel

/// What a number behind a word of `collective` counts: the people of the group, or something else.
///
/// 全班三十五个人 says how many the class has; 全村三个月停水, 全班三个老师 and 全村五口井 leave the village and the class whole. 人 and 户 are always
/// people, 名 and 位 are unless those who serve the group follow, 个 only where its people follow or nothing does: things without number are
/// counted by it.
enum GroupCount {
  /// Whether what is counted by the unit that ends at `end` are people of the group; nil where the character is no unit of people.
  static func isOfPeople(_ unit: UInt32, endingAt end: Int, in text: Span<UInt8>) -> Bool? {
    guard let place = units.firstIndex(where: { $0.scalar == unit }) else { return nil }
    if units[place].unit.continues(after: end, in: text) { return false }
    switch units[place].noun {
    case .free: return true
    case .notServing: return !isServed(from: end, in: text)
    case .member: return isMember(from: end, in: text)
    }
  }

  /// What has to follow a unit.
  private enum Noun {
    case free, notServing, member
  }

  private static let units: [(scalar: UInt32, unit: NumberUnit, noun: Noun)] = [
    ("人", .free), ("户", .free), ("口", .free), ("名", .notServing), ("位", .notServing), ("个", .member),
  ].map { (spelling: Unicode.Scalar, noun) in
    (spelling.value, NumberUnit.spellings(of: String(spelling), kind: .people)[0], noun)
  }

  private static let people: NumberUnit = NumberUnit.spellings(of: "人", kind: .people)[0]

  /// Whether one of those who serve a group follows within a few characters, and none of its own people before: 三名代课老师, not 三位家长.
  private static func isServed(from start: Int, in text: Span<UInt8>) -> Bool {
    var place = start
    for _ in 0..<4 {
      guard let next = Scalars.after(place, in: text), isHan(next.scalar) else { return false }
      if begins(members, at: place, in: text) { return false }
      if begins(serving, at: place, in: text) { return true }
      place = next.end
    }
    return false
  }

  /// Whether the group's own people follow, at most two words for what kind of people before them, or nothing that could be counted:
  /// 三十个小学生, 三十五个都病了.
  private static func isMember(from start: Int, in text: Span<UInt8>) -> Bool {
    var place = start
    for skipped in 0...2 {
      guard let next = Scalars.after(place, in: text), isHan(next.scalar) else { return skipped == 0 }
      if next.scalar == 0x4EBA { return !people.continues(after: next.end, in: text) }  // 人
      if begins(members, at: place, in: text) { return true }
      if skipped == 0, Scalars.isOne(next.scalar, of: "都没不被就才在也已全还只得") { return true }
      guard Scalars.isOne(next.scalar, of: "小男女老大中高初幼新外本残贫困留守") else { return false }
      place = next.end
    }
    return false
  }

  private static func isHan(_ scalar: UInt32) -> Bool { (0x3400..<0xA000).contains(scalar) || scalar >= 0x20000 }

  private static func begins(_ words: [[UInt8]], at start: Int, in text: Span<UInt8>) -> Bool {
    words.contains { Scalars.starts(with: $0, at: start, in: text) }
  }

  /// Those of whom a group consists.
  private static let members: [[UInt8]] = [
    "学生", "同学", "中生", "男生", "女生", "新生", "考生", "毕业生", "研究生", "学员", "学徒", "孩", "娃", "儿童", "幼儿", "小朋友", "宝宝", "少年",
    "青年", "村民", "居民", "住户", "用户", "农户", "商户", "业主", "租户", "租客", "家庭", "家长", "家属", "群众", "百姓", "老人", "老头", "老太",
    "大爷", "大妈", "农民", "民工", "工人", "职工", "员工", "工友", "矿工", "同事", "师傅", "乘客", "旅客", "病人", "患者", "队员", "社员", "成员",
    "党员", "战友", "兄弟", "姐妹", "弟兄", "妇女", "男的", "女的", "大人",
  ].map { Array($0.utf8) }

  /// Those who teach, tend, guard or lead one.
  private static let serving: [[UInt8]] = [
    "老师", "教师", "班主任", "校长", "园长", "院长", "厂长", "村长", "主任", "书记", "干部", "领导", "医生", "护士", "大夫", "校医", "村医", "保安",
    "辅导员", "阿姨", "厨师", "保洁", "教练", "导师", "警察", "民警", "司机", "售票员", "服务员", "管理员", "工作人员", "导游", "宿管",
  ].map { Array($0.utf8) }
}
