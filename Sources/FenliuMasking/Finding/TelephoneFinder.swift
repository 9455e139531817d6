// SPDX-License-Identifier: Apache-2.0

/// Finds telephones among groups of digits.
struct TelephoneFinder {
  let scalars: FoldedScalars
  let groups: DigitGroups

  /// Words of letters behind which a number may stand without a blank.
  private static let letterWords: Set<String> = [
    "tel", "t", "phone", "mobile", "mob", "cell", "call", "sms", "hp", "qq", "q", "v", "vx", "wx", "wechat", "weixin",
    "whatsapp", "to", "on", "at", "no", "m", "p", "d", "ph", "vxin", "mp", "telephone", "dial", "txt", "text", "help",
  ]
  /// Behind these words a number of seven or eight digits is a telephone without its area.
  private static let telephoneWords = FoldedScalars.words("电话 座机 固话 致电 来电 拨打 传真 tel phone fax")
  /// What may stand between such a word and the number.
  private static let fillers = Set(":：号码是为 (（\u{3000}./".unicodeScalars)
  private static let extensionWords = FoldedScalars.words("转分机 转 分机 ext. ext")
  /// What is counted is not called.
  private static let units = Set("元块万亿吨%".unicodeScalars)
  private static let currencies = Set("¥￥$€£".unicodeScalars)
  private static let ways: [(split: [Int], gaps: [DigitGroups.Gap])] = [
    ([3, 4, 4], [.blank, .hyphen, .dot]), ([3, 8], [.blank, .hyphen]), ([7, 4], [.blank, .hyphen]),
    ([4, 3, 4], [.blank, .hyphen]), ([4, 4, 3], [.blank, .hyphen]), ([3, 3, 5], [.blank, .hyphen]),
    ([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1], [.blank, .hyphen]),
  ]

  /// A mobile number: eleven digits from 13 to 19, in one piece or in the pieces in which people say them, with China's prefix or not; or
  /// several, one right behind the other.
  func mobile(at first: Int) -> NumberFind? {
    let group = groups.all[first]
    guard isClean(before: group.range.lowerBound) else { return nil }
    if let rest = Self.withoutPrefix(group.digits), rest.count % 11 == 0, Self.areMobiles(rest) {
      // A fraction or an amount of eleven digits is possible, if rare.
      guard !isCounted(group.range) else { return nil }
      return mobile(rest, groups: 1, withSign(group.range))
    }
    // +86 apart from the number.
    if Self.isPrefix(group.digits), [.blank, .hyphen, .bracket].contains(group.gap), first + 1 < groups.all.count,
      let (digits, count) = pieces(at: first + 1)
    {
      return mobile(digits[...], groups: count + 1, withSign(groups.range(first, count + 1)))
    }
    guard let (digits, count) = pieces(at: first), count > 1 else { return nil }
    return mobile(digits[...], groups: count, withSign(groups.range(first, count)))
  }

  private func mobile(_ digits: ArraySlice<UInt8>, groups: Int, _ range: Range<Int>) -> NumberFind {
    let digits = Array(digits)
    return NumberFind(
      kind: .mobile, groups: groups, range: range, isNobodys: digits.count == 11 && Checks.isMadeUp(digits[3...]),
      example: "13800000000")
  }

  /// The digits of a mobile number whose pieces begin at a group, and how many they are.
  private func pieces(at first: Int) -> (digits: [UInt8], count: Int)? {
    let whole = groups.all[first].digits
    if whole.count == 11, Self.areMobiles(whole[...]) { return (whole, 1) }
    for way in Self.ways {
      guard let digits = groups.digits(from: first, split: way.split, gaps: way.gaps), Self.areMobiles(digits[...])
      else {
        continue
      }
      return (digits, way.split.count)
    }
    return nil
  }

  /// A landline: its area and its number, or behind a word the number alone; with its extension.
  func landline(at first: Int) -> NumberFind? {
    let group = groups.all[first]
    let start = group.range.lowerBound
    guard isClean(before: start) else { return nil }
    if (11...12).contains(group.count), group.digits[0] == 0, !isCounted(group.range) {
      for length in 3...4 where Self.isLocal(group.digits[length...], in: group.digits[..<length]) {
        return landline(area: group.digits[..<length], local: group.digits[length...], first, 1, group.range)
      }
    }
    if group.digits[0] == 0, [.blank, .hyphen, .bracket].contains(group.gap), let local = local(at: first + 1),
      Self.isLocal(local.digits[...], in: group.digits[...])
    {
      var range = groups.range(first, local.count + 1)
      if group.gap == .bracket, scalars[start - 1] == "(" || scalars[start - 1] == "（" {
        range = start - 1..<range.upperBound
      }
      return landline(area: group.digits[...], local: local.digits[...], first, local.count + 1, range)
    }
    // +86 10 6234 5678: an area without its 0.
    if Self.isPrefix(group.digits), [.blank, .hyphen, .bracket].contains(group.gap), first + 2 < groups.all.count {
      let area = groups.all[first + 1]
      if [.blank, .hyphen].contains(area.gap), area.digits[0] != 0 || area.count > 2, let local = local(at: first + 2),
        Self.isLocal(local.digits[...], in: area.digits[...])
      {
        let range = withSign(groups.range(first, local.count + 2))
        return landline(area: area.digits[...], local: local.digits[...], first, local.count + 2, range)
      }
    }
    guard (7...8).contains(group.count), (2...8).contains(group.digits[0]), isBehindAWord(start),
      !isCounted(group.range)
    else { return nil }
    return landline(area: [], local: group.digits[...], first, 1, group.range)
  }

  private func landline(
    area: ArraySlice<UInt8>, local: ArraySlice<UInt8>, _ first: Int, _ count: Int, _ range: Range<Int>
  ) -> NumberFind {
    var (count, range) = (count, range)
    // An extension of up to five digits.
    let last = groups.all[first + count - 1]
    if last.gap == .hyphen, groups.all[first + count].count <= 5 {
      range = range.lowerBound..<groups.all[first + count].range.upperBound
      count += 1
    } else if let digits = extensionStart(behind: range.upperBound), first + count < groups.all.count,
      groups.all[first + count].range.lowerBound == digits, groups.all[first + count].count <= 5
    {
      range = range.lowerBound..<groups.all[first + count].range.upperBound
      count += 1
    }
    let code = area.map(String.init).joined()
    return NumberFind(
      kind: .landline, groups: count, range: range, isNobodys: Checks.isMadeUp(local),
      example: (code.isEmpty ? "" : code + "-") + String(repeating: "0", count: local.count))
  }

  /// The pieces of a number within its area.
  private func local(at first: Int) -> (digits: [UInt8], count: Int)? {
    guard first < groups.all.count else { return nil }
    let whole = groups.all[first].digits
    if (7...8).contains(whole.count) { return (whole, 1) }
    for split in [[4, 4], [3, 4], [4, 3]] {
      if let digits = groups.digits(from: first, split: split, gaps: [.blank, .hyphen]) { return (digits, 2) }
    }
    return nil
  }

  /// Where the digits of an extension begin: 转808, 分机808.
  private func extensionStart(behind end: Int) -> Int? {
    var place = end
    if scalars[place] == " " { place += 1 }
    guard let length = scalars.word(Self.extensionWords, at: place) else { return nil }
    place += length
    if scalars[place] == " " || scalars[place] == ":" { place += 1 }
    return scalars.isDigit(place) ? place : nil
  }

  // MARK: what stands around

  /// Whether the number is no part of a word or a code of letters, of a fraction or an address of a machine.
  private func isClean(before start: Int) -> Bool {
    if scalars[start - 1] == ".", scalars.isDigit(start - 2) { return false }
    if let before = scalars[start - 1], Self.currencies.contains(before) { return false }
    guard scalars.isLetter(start - 1) else { return true }
    var begin = start - 1
    while start - begin < 12, scalars.isLetter(begin - 1) { begin -= 1 }
    return Self.letterWords.contains(String(String.UnicodeScalarView(scalars.all[begin..<start])))
      && !scalars.isDigit(begin - 1)
  }

  /// Whether the digits are an amount, or the whole part of a fraction.
  private func isCounted(_ range: Range<Int>) -> Bool {
    let end = range.upperBound
    if scalars[end] == ".", scalars.isDigit(end + 1) {
      var place = end + 1
      while place - end < 8, scalars.isDigit(place) { place += 1 }
      // More digits than a fraction has are the next number.
      return place - end < 8
    }
    return scalars[end].map(Self.units.contains) ?? false
  }

  /// The range with a + and a bracket that stand before it: +86, (+86), (86).
  private func withSign(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    if scalars[start - 1] == "+" { start -= 1 }
    if scalars[start - 1] == "(" || scalars[start - 1] == "（",
      range.contains(where: { scalars[$0] == ")" || scalars[$0] == "）" })
    {
      start -= 1
    }
    return start..<range.upperBound
  }

  private func isBehindAWord(_ start: Int) -> Bool {
    var place = start
    while start - place < 6, let scalar = scalars[place - 1], Self.fillers.contains(scalar) { place -= 1 }
    return (2...5).contains { length in scalars.word(Self.telephoneWords, at: place - length) == length }
  }

  // MARK: what the digits are

  /// The digits without 86, 0086, 086 or 0 before them, where that leaves whole mobile numbers.
  private static func withoutPrefix(_ digits: [UInt8]) -> ArraySlice<UInt8>? {
    switch digits.count {
    case 11, 22, 33: digits[...]
    case 12 where digits[0] == 0: digits[1...]
    case 13 where digits.starts(with: [8, 6]): digits[2...]
    case 14 where digits.starts(with: [0, 8, 6]): digits[3...]
    case 15 where digits.starts(with: [0, 0, 8, 6]): digits[4...]
    default: nil
    }
  }

  private static func isPrefix(_ digits: [UInt8]) -> Bool {
    digits == [8, 6] || digits == [0, 8, 6] || digits == [0, 0, 8, 6]
  }

  /// Whether each eleven digits are a mobile number: 13 to 19.
  private static func areMobiles(_ digits: ArraySlice<UInt8>) -> Bool {
    digits.count % 11 == 0 && !digits.isEmpty
      && stride(from: digits.startIndex, to: digits.endIndex, by: 11).allSatisfy {
        digits[$0] == 1 && digits[$0 + 1] >= 3
      }
  }

  /// Whether an area has such a number: none begins with 0, 1 or 9.
  private static func isLocal(_ digits: ArraySlice<UInt8>, in area: ArraySlice<UInt8>) -> Bool {
    guard let lengths = AreaCodes.lengths(area), let first = digits.first else { return false }
    return lengths.contains(digits.count) && (2...8).contains(first)
  }
}
