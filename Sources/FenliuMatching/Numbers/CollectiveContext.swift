// SPDX-License-Identifier: Apache-2.0

/// What stands around a word of `collective`, and what follows from it.
///
/// 全校园 is no school and 安全村 no village, 全班第一 one pupil, and 全班三十人 says the number itself: the characters beside decide, as
/// they do for numbers. What a number counts is told by `GroupCount`. Whatever they cannot decide is left to `allow`.
enum CollectiveContext {
  /// Whether the word at `range` stands for its people. Looks at some twenty characters at most.
  static func counts(_ range: Range<Int>, in text: Span<UInt8>) -> Bool {
    guard let first = Scalars.after(range.lowerBound, in: text), let last = Scalars.before(range.upperBound, in: text)
    else { return false }
    if let before = Scalars.before(range.lowerBound, in: text), joins(before.scalar, first.scalar) { return false }
    guard last.scalar >= 0x80, let next = Scalars.after(range.upperBound, in: text) else { return true }
    if continues(last.scalar, next.scalar) || isRank(next.scalar, after: next.end, in: text) { return false }
    return !isCounted(after: range.upperBound, in: text)
  }

  /// Whether the character before makes another word of the first one: 安全, 健全, 完整, 调整.
  private static func joins(_ before: UInt32, _ first: UInt32) -> Bool {
    switch first {
    case 0x5168: Scalars.isOne(before, of: "安完健齐周保成俱双顾")  // 全
    case 0x6574: Scalars.isOne(before, of: "完调平修规齐工")  // 整
    default: false
    }
  }

  /// Whether one of the people is meant, or a place among them, and not all: 全班第一, 全村最穷, 全校唯一.
  private static func isRank(_ next: UInt32, after end: Int, in text: Span<UInt8>) -> Bool {
    if Scalars.isOne(next, of: "第最前") { return true }
    guard let second = Scalars.after(end, in: text)?.scalar else { return false }
    return (next == 0x552F && second == 0x4E00) || (next == 0x5012 && second == 0x6570)  // 唯一 倒数
  }

  /// Whether the next character makes another word of the last one: 全班长, 全校园, 全村镇, 全厂家.
  private static func continues(_ last: UInt32, _ next: UInt32) -> Bool {
    switch last {
    case 0x73ED: Scalars.isOne(next, of: "主子长组次车费")  // 班
    case 0x6821: Scalars.isOne(next, of: "长车服园徽")  // 校
    case 0x6751: Scalars.isOne(next, of: "镇委支官干长民")  // 村
    case 0x697C: Scalars.isOne(next, of: "盘道梯市体")  // 楼
    case 0x5382: Scalars.isOne(next, of: "家商房长址")  // 厂
    case 0x9662: Scalars.isOne(next, of: "长士子")  // 院
    case 0x77FF: Scalars.isOne(next, of: "长山石井务")  // 矿
    case 0x9547: Scalars.isOne(next, of: "长静定")  // 镇
    case 0x4E61: Scalars.isOne(next, of: "镇村长")  // 乡
    case 0x8F66: Scalars.isOne(next, of: "间站身皮漆险型")  // 车
    case 0x961F: Scalars.isOne(next, of: "长列")  // 队
    case 0x7EC4: Scalars.isOne(next, of: "长织建")  // 组
    case 0x56ED: Scalars.isOne(next, of: "长区林")  // 园
    default: false
    }
  }

  /// Whether a number of its people follows, which says more than the word: 全班三十人, 全村共 120 多户, 全班一位家长; not 全村三个月.
  private static func isCounted(after end: Int, in text: Span<UInt8>) -> Bool {
    var place = end
    // 一共 begins with a digit.
    if let one = Scalars.after(place, in: text), one.scalar == 0x4E00, let next = Scalars.after(one.end, in: text),
      next.scalar == 0x5171
    {
      place = next.end
    }
    for _ in 0..<3 {
      guard let (scalar, next) = Scalars.after(place, in: text), scalar == 0x20 || Scalars.isOne(scalar, of: "共有总约达")
      else { break }
      place = next
    }
    var hasDigits = false
    for _ in 0..<12 {
      guard let (scalar, next) = Scalars.after(place, in: text) else { return false }
      if hasDigits, let counted = GroupCount.isOfPeople(scalar, endingAt: next, in: text) { return counted }
      let token = NumberToken(scalar)
      if scalar == 0x20, hasDigits {
        place = next
        continue
      }
      guard (0x30...0x39).contains(scalar) || token != .none else { return false }
      if token == .none || token.isNumeral || token == .few || token == .several { hasDigits = true }
      place = next
    }
    return false
  }
}
