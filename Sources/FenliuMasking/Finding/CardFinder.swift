// SPDX-License-Identifier: Apache-2.0

/// Finds identity cards and bank cards among groups of digits.
struct CardFinder {
  let scalars: FoldedScalars
  let groups: DigitGroups

  private static let identityWords = FoldedScalars.words("身份证 身份号 证件号 身份证号 id card")
  private static let cardWords = FoldedScalars.words("卡号 银行卡 账号 帐号 账户 帐户 储蓄卡 信用卡 开户行 工行 农行 建行 中行 汇款 打款")
  /// Behind these words a number is that of a thing.
  private static let thingWords = FoldedScalars.words(
    "订单 单号 编号 流水 运单 快递 条码 条形码 凭证 交易号 串号 工单 受理号 批号 序列号 文号 序号 合同号 发票 imei order tracking ref")
  private static let splits = [
    [6, 13], [6, 12], [6, 11], [6, 10], [4, 4, 4, 4, 3], [4, 4, 4, 4, 2], [4, 4, 4, 4, 1], [4, 4, 4, 4],
  ]

  /// An identity card of 18 digits, the last of which may be an X, in one piece or in several; behind its word also one whose check digit is
  /// wrong, since people err.
  func identity(at first: Int) -> NumberFind? {
    guard mayBeIdentity(at: first) else { return nil }
    var digits: [UInt8] = []
    var count = 0
    while first + count < groups.all.count, digits.count < 17 {
      let group = groups.all[first + count]
      if count > 0 {
        let gap = groups.all[first + count - 1].gap
        guard gap == .blank || gap == .hyphen, gap == groups.all[first].gap else { return nil }
      }
      digits += group.digits
      count += 1
    }
    let range = groups.range(first, count)
    if digits.count == 17 {
      if scalars[range.upperBound] == "x" {
        return identity(digits[...], check: 10, range.lowerBound..<range.upperBound + 1, count)
      }
      // The last digit may stand apart as the others do.
      guard first + count < groups.all.count, groups.all[first + count].count == 1, count > 1,
        groups.all[first + count - 1].gap == groups.all[first].gap, groups.all[first].gap != .other
      else { return nil }
      let last = groups.all[first + count].digits[0]
      return identity(digits[...], check: last, groups.range(first, count + 1), count + 1)
    }
    guard digits.count == 18 else { return nil }
    return identity(digits.dropLast(), check: digits[17], range, count)
  }

  /// Whether the groups from a place on have 17 or 18 digits; most have not.
  private func mayBeIdentity(at first: Int) -> Bool {
    var (digits, place) = (groups.all[first].count, first)
    while digits < 17, groups.all[place].gap == .blank || groups.all[place].gap == .hyphen {
      place += 1
      digits += groups.all[place].count
    }
    return digits == 17 || digits == 18
  }

  private func identity(_ digits: ArraySlice<UInt8>, check: UInt8, _ range: Range<Int>, _ count: Int) -> NumberFind? {
    guard Checks.hasBirthday(digits) else { return nil }
    guard
      Checks.isIdentity(digits, check: check)
        || scalars.hasWord(Self.identityWords, within: 14, before: range.lowerBound)
    else { return nil }
    return NumberFind(kind: .identity, groups: count, range: range, example: "110101000000000000")
  }

  /// An identity card of the 15 digits of old, which has no check digit: a province, a day of birth, and no word of a thing before it.
  func oldIdentity(at first: Int) -> NumberFind? {
    let group = groups.all[first]
    guard group.count == 15, Checks.hasBirthday(group.digits[...]), standsAlone(group.range) else { return nil }
    return NumberFind(kind: .identity, groups: 1, range: group.range, example: "110101000000000000")
  }

  /// A bank card: how it begins, how long it is and Luhn's digit are right, and no word of a thing stands before it; behind its word also one
  /// whose check digit is wrong.
  func bank(at first: Int) -> NumberFind? {
    var found: (digits: [UInt8], count: Int)?
    let group = groups.all[first]
    if (16...19).contains(group.count) {
      found = (group.digits, 1)
    } else {
      // The longest first: the last part may be taken for a number of its own otherwise.
      for split in Self.splits where found == nil {
        found = groups.digits(from: first, split: split, gaps: [.blank, .hyphen]).map { ($0, split.count) }
      }
    }
    guard let (digits, count) = found, Checks.isCardOfABank(digits[...]) else { return nil }
    let range = groups.range(first, count)
    guard Checks.isLuhn(digits[...]) || scalars.hasWord(Self.cardWords, within: 10, before: range.lowerBound),
      standsAlone(range)
    else { return nil }
    return NumberFind(
      kind: .bank, groups: count, range: range, isNobodys: Checks.isMadeUp(digits[6...]),
      example: "6222" + String(repeating: "0", count: digits.count - 4))
  }

  /// Whether the number is part of nothing longer, and of no thing: no letter or path before it, no fraction around it.
  private func standsAlone(_ range: Range<Int>) -> Bool {
    let (before, behind) = (range.lowerBound - 1, range.upperBound)
    if scalars.isLetter(before) || scalars.isLetter(behind) { return false }
    if scalars[before] == "=" || scalars[before] == "#" { return false }
    if scalars[before] == "/", scalars.isLetter(before - 1) || scalars.isDigit(before - 1) { return false }
    if scalars[before] == ".", scalars.isDigit(before - 1) { return false }
    if scalars[behind] == ".", scalars.isDigit(behind + 1) { return false }
    return !scalars.hasWord(Self.thingWords, within: 12, before: range.lowerBound)
  }
}
