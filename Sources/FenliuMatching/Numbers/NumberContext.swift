// SPDX-License-Identifier: Apache-2.0
import FenliuModel

/// What stands before a number, and what follows from it.
///
/// 第三名 is a rank, 3月20日 a day, 张三 a name, 近百 not quite a hundred: the characters before decide.
struct NumberContext {
  private let start: Int
  private let first: NumberToken
  /// The two characters before the number, 0 where the text begins.
  private let last: UInt32
  private let lastButOne: UInt32
  private let lastStart: Int
  private let lastButOneStart: Int
  /// How many Latin letters touch the number from the left, at most 3.
  private let letters: Int

  /// Looks at what stands before `start`, where `first` begins.
  init(start: Int, first: NumberToken, in text: Span<UInt8>) {
    self.start = start
    self.first = first
    // A space before an ordinal sign hides nothing: 第 3 名.
    let near = Scalars.before(start, in: text)
    let previous = near.flatMap { $0.scalar == 0x20 ? Scalars.before($0.start, in: text) ?? $0 : $0 }
    last = previous?.scalar ?? 0
    lastStart = previous?.start ?? start
    let second = Scalars.before(lastStart, in: text)
    lastButOne = second?.scalar ?? 0
    lastButOneStart = second?.start ?? lastStart
    var letters = 0
    while letters < 3, start - letters > 0, (0x61...0x7A).contains(text[start - letters - 1]) { letters += 1 }
    self.letters = letters
  }

  /// Whether the first character belongs to the word before: 多数, 人数, 最近, 附近.
  var isTailOfWord: Bool {
    switch first {
    case .several: Scalars.isOne(last, of: "多少人无次半总户为位分度岁倍参基指整小")
    case .nearly: Scalars.isOne(last, of: "最附远临靠就邻")
    case .few: last == 0x8336  // 茶几
    case .whole: Scalars.isOne(last, of: "完组达构造变收现")
    default: false
    }
  }

  /// Whether it is an ordinal, a date, a name, a part of a code or of a fraction.
  func forbids(_ number: NumberGrammar.Number, isSingle: Bool, unit: NumberUnit) -> Bool {
    if Scalars.isOne(last, of: "第№#") { return true }
    if last == 0x4E4B, lastButOne == 0x5206 { return true }  // 分之
    if last == 0x524D, unit.isRank { return true }  // 前三名
    if last == 0x5BB6, lastButOne == 0x5343, first == .large(10_000) { return true }  // 千家万户
    if case .arabic(_, let count) = first {
      if letters == 1 || letters == 2 { return true }
      if last == 0x3A || last == 0x2F, (0x30...0x39).contains(lastButOne) { return true }
      if Scalars.isOne(last, of: "._@") { return true }
      if unit.isHousehold, count >= 3, Scalars.isOne(last, of: "元栋幢座楼号") { return true }
    }
    if number.arabicDigits >= (unit.kind == .amount ? 10 : 7), number.factor == 1 { return true }
    if first == .half, Scalars.isOne(last, of: "个多过上下前后夜东西南北") { return true }
    if first == .several, isSingle, unit.isDate { return false }
    if isSingle, isTailOfName(number.value / Quantity.one) { return true }
    return isDate(number, unit: unit)
  }

  /// 张三, 星期三, 高三, 统一: a digit that belongs to the word before.
  private func isTailOfName(_ value: Int) -> Bool {
    guard case .digit = first else { return isTailOfDay }
    switch last {
    case 0x5F20: return value == 3  // 张三
    case 0x674E: return value == 4  // 李四
    case 0x738B: return value == 5 || value == 2  // 王五, 王二
    case 0x8D75: return value == 6  // 赵六
    case 0x8001: return value > 1  // 老三
    case 0x9AD8: return value <= 3 && !Scalars.isOne(lastButOne, of: "最提至")  // 高三
    case 0x5927: return value <= 4 && !Scalars.isOne(lastButOne, of: "最共扩")  // 大三
    case 0x7EDF, 0x552F, 0x4E13, 0x5355, 0x9010: return value == 1  // 统一 唯一 专一 单一 逐一
    default: return isTailOfDay
    }
  }

  /// 初三, 周三, 星期三, 礼拜三.
  private var isTailOfDay: Bool {
    switch first {
    case .digit, .small(10): break
    default: return false
    }
    return last == 0x521D || (last == 0x5468 && lastButOne != 0x4E00)
      || (last == 0x671F && Scalars.isOne(lastButOne, of: "星周")) || (last == 0x62DC && lastButOne == 0x793C)
  }

  /// A day of a month, a month of a year, a year: 20日, 3月, 2019年.
  private func isDate(_ number: NumberGrammar.Number, unit: NumberUnit) -> Bool {
    guard unit.isDate else { return false }
    if Scalars.isOne(last, of: "年月-/.") { return true }
    let whole = number.value / Quantity.one
    let isDuration = Scalars.isOne(last, of: "了达近过满足超续约整已共计有干作住用")
    if unit.isYear {
      // 2019年, 14年: a year; nothing lasts longer than 150.
      if case .arabic(_, let count) = first, count == 2, !number.isBlurred, whole < 30, !isDuration { return true }
      return whole > 150
    }
    if number.isBlurred || number.value % Quantity.one != 0 || whole > unit.lastDate { return false }
    if case .few = first { return false }
    return !isDuration
  }

  /// The number as it counts: nine tenths of it after 近 and 不到.
  func quantity(_ number: NumberGrammar.Number, unit: NumberUnit) -> Quantity {
    var start = start
    var value = number.value
    if first == .nearly {
      if Scalars.isOne(last, of: "将接") { start = lastStart }
      // 近三天, 近30天: the last days, not nearly so many.
      if value >= (unit.kind.isTime ? 100 : 10) * Quantity.one { value = value / 10 * 9 }
    } else if isBelow {
      start = lastButOneStart
      value = value / 10 * 9
    } else if first == .few, last == 0x597D {  // 好几
      start = lastStart
    }
    return Quantity(tenThousandths: value, start: start)
  }

  /// 不到 不足 不满 未满 少于 低于 before the number.
  private var isBelow: Bool {
    switch last {
    case 0x5230, 0x8DB3: lastButOne == 0x4E0D
    case 0x6EE1: lastButOne == 0x4E0D || lastButOne == 0x672A
    case 0x4E8E: lastButOne == 0x5C11 || lastButOne == 0x4F4E
    default: false
    }
  }
}
