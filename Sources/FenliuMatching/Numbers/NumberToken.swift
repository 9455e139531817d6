// SPDX-License-Identifier: Apache-2.0

/// One piece of a number as it is written: a digit, a scale, a word that blurs.
enum NumberToken: Equatable {
  /// A Chinese digit, 0 to 9; 俩 and 仨 among them.
  case digit(Int)
  /// 十, 百 or 千.
  case small(Int)
  /// 万 or 亿.
  case large(Int)
  /// 廿 and 卅: a digit and its ten in one.
  case tens(Int)
  /// A run in ASCII digits, in ten-thousandths; `count` digits stood before its point.
  case arabic(Int, count: Int)
  /// 几, some.
  case few
  /// 数, several; only where a number begins.
  case several
  /// 多, 余, 来, 把, +: and more.
  case more
  /// 半.
  case half
  /// 上 before a scale: as many as.
  case upTo
  /// 近: nearly.
  case nearly
  /// 成 in 成百上千.
  case whole
  /// A sign or word between the two ends of a range.
  case through(isHyphen: Bool)
  /// A character that belongs to no number; the reader stops there.
  case none

  /// Whether a number goes on here, so that none can begin in the middle of it.
  var isNumeral: Bool {
    switch self {
    case .digit, .small, .large, .tens, .arabic, .half: true
    case .few, .several, .more, .upTo, .nearly, .whole, .through, .none: false
    }
  }

  /// What a single character says, digits of ASCII aside.
  ///
  /// The text is normalized: simplified, lower case, half width. The formal digits of cheques are read as well.
  init(_ scalar: UInt32) {
    switch scalar {
    case 0x96F6, 0x3007, 0x25CB: self = .digit(0)  // 零 〇 ○
    case 0x4E00, 0x58F9, 0x5E7A: self = .digit(1)  // 一 壹 幺
    case 0x4E8C, 0x4E24, 0x8D30, 0x4FE9: self = .digit(2)  // 二 两 贰 俩
    case 0x4E09, 0x53C1, 0x4EE8: self = .digit(3)  // 三 叁 仨
    case 0x56DB, 0x8086: self = .digit(4)  // 四 肆
    case 0x4E94, 0x4F0D: self = .digit(5)  // 五 伍
    case 0x516D, 0x9646: self = .digit(6)  // 六 陆
    case 0x4E03, 0x67D2: self = .digit(7)  // 七 柒
    case 0x516B, 0x634C: self = .digit(8)  // 八 捌
    case 0x4E5D, 0x7396: self = .digit(9)  // 九 玖
    case 0x5341, 0x62FE: self = .small(10)  // 十 拾
    case 0x767E, 0x4F70: self = .small(100)  // 百 佰
    case 0x5343, 0x4EDF: self = .small(1000)  // 千 仟
    case 0x4E07: self = .large(10_000)  // 万
    case 0x4EBF: self = .large(100_000_000)  // 亿
    case 0x5EFF: self = .tens(20)  // 廿
    case 0x5345: self = .tens(30)  // 卅
    case 0x534C: self = .tens(40)  // 卌
    case 0x51E0: self = .few  // 几
    case 0x6570: self = .several  // 数
    case 0x591A, 0x4F59, 0x6765, 0x628A, 0x2B: self = .more  // 多 余 来 把 +
    case 0x534A: self = .half  // 半
    case 0x4E0A: self = .upTo  // 上
    case 0x8FD1: self = .nearly  // 近
    case 0x6210: self = .whole  // 成
    case 0x2D, 0x2010...0x2015, 0x7E, 0xFF5E, 0x301C: self = .through(isHyphen: true)  // - – — ~ ～ 〜
    case 0x81F3, 0x5230: self = .through(isHyphen: false)  // 至 到
    default: self = .none
    }
  }
}
