// SPDX-License-Identifier: Apache-2.0

/// What only its word tells from any other number or word: accounts of QQ and WeChat, passports.
extension PersonalSearch {
  private static let qqWords = FoldedScalars.words("qq扣扣 qq 扣扣 企鹅号 球球号 q群 扣群 抠抠")
  private static let wechatWords = FoldedScalars.words(
    "微信 薇信 徽信 維信 维信 v信 weixin wechat vxin wxid wx vx 加v +v 加薇 加微")
  private static let passportWords = FoldedScalars.words("护照 通行证 passport")
  /// What may stand between the word and the number, in any order.
  private static let fillers = FoldedScalars.words(
    "号码 号 群号 群 账号 帐号 账户 名 id no 是 为 加 联系 : ： = , ， . 。 # 、 / | ( ) （ ） [ ] 【 】 “ ” \" ' 「 」 - _ > →")
  /// Fillers behind which a name without any digit is a name too.
  private static let namers = Set(":：号=d名".unicodeScalars)
  private static let noNames = ["weixin", "wechat", "http", "cellphone", "telephone", "mobile"]
  private static let units = Set("元块万亿吨人个名年月日米度斤分次条户%家".unicodeScalars)

  mutating func findAccounts() {
    var place = 0
    while place < scalars.count {
      place = account(at: place) ?? place + 1
    }
  }

  /// Keeps the account whose word stands at a place; where it ends.
  private mutating func account(at place: Int) -> Int? {
    guard let first = scalars[place] else { return nil }
    switch first {
    case "q", "扣", "企", "球", "抠":
      guard let length = word(Self.qqWords, at: place), let value = valueStart(behind: place + length),
        let end = number(at: value.start, 5...11)
      else { return nil }
      let isNobodys = Checks.isMadeUp(scalars.all[value.start..<end].compactMap(DigitValue.plain)[...])
      keep(.qq, value.start..<end, isNobodys: isNobodys, example: "10000")
      return end
    case "微", "薇", "徽", "維", "维", "v", "w", "加", "+":
      guard let length = word(Self.wechatWords, at: place), let value = valueStart(behind: place + length) else {
        return nil
      }
      return wechat(at: value.start, isNamed: value.isNamed)
    case "护", "通", "p":
      guard let length = word(Self.passportWords, at: place), let value = valueStart(behind: place + length),
        let end = passport(at: value.start)
      else { return nil }
      let isNobodys = Checks.isMadeUp(scalars.all[value.start..<end].compactMap(DigitValue.plain)[...])
      keep(.passport, value.start..<end, isNobodys: isNobodys, example: "E00000000")
      return end
    default: return nil
    }
  }

  /// The length of the word at a place; a word of letters is not the end of a longer one.
  private func word(_ words: [[Unicode.Scalar]], at place: Int) -> Int? {
    guard let length = scalars.word(words, at: place) else { return nil }
    return scalars.isLetter(place) && scalars.isLetter(place - 1) ? nil : length
  }

  /// Where the number begins behind a word, past at most ten scalars of filling; and whether something among them says that a name comes.
  private func valueStart(behind end: Int) -> (start: Int, isNamed: Bool)? {
    var place = end
    var isNamed = false
    while place - end <= 10 {
      if scalars[place] == " " || scalars[place] == "\u{3000}" {
        place += 1
      } else if let length = scalars.word(Self.fillers, at: place) {
        // "no" and "id" may be how the name itself begins.
        if scalars.isLetter(place), scalars.isLetter(place + length) || scalars.isDigit(place + length) { break }
        if let last = scalars[place + length - 1], Self.namers.contains(last) { isNamed = true }
        place += length
      } else {
        break
      }
    }
    return place - end <= 10 && place < scalars.count ? (place, isNamed) : nil
  }

  /// The end of a number of so many digits that stands alone.
  private func number(at start: Int, _ lengths: ClosedRange<Int>) -> Int? {
    guard scalars.isDigit(start), scalars[start] != "0" else { return nil }
    var end = start
    while scalars.isDigit(end), end - start <= lengths.upperBound { end += 1 }
    guard lengths.contains(end - start), !scalars.isLetter(end), scalars[end] != "@" else { return nil }
    // Six digits may count something; more do not.
    if end - start <= 6, let next = scalars[end], Self.units.contains(next) { return nil }
    if scalars[end] == ".", scalars.isDigit(end + 1) { return nil }
    return end
  }

  /// Keeps the name of an account of WeChat: a letter and 5 to 19 letters, digits, `_` and `-`; or the number of one of QQ.
  private mutating func wechat(at start: Int, isNamed: Bool) -> Int? {
    if let end = number(at: start, 5...10) {
      let isNobodys = Checks.isMadeUp(scalars.all[start..<end].compactMap(DigitValue.plain)[...])
      keep(.wechat, start..<end, isNobodys: isNobodys, example: "example_name")
      return end
    }
    guard scalars.isLetter(start) else { return nil }
    var end = start
    var hasSigns = false
    while end - start <= 20, scalars.isLetter(end) || isSign(end) {
      if isSign(end) { hasSigns = true }
      end += 1
    }
    while end > start, scalars[end - 1] == "-" || scalars[end - 1] == "_" { end -= 1 }
    guard (6...20).contains(end - start), hasSigns || isNamed, scalars[end] != "@", scalars[end] != "." else {
      return nil
    }
    let name = text(start..<end)
    // A word for an account rather than the name of one, or one that somebody masked before: xxxxxxx.
    if !hasSigns, Self.noNames.contains(where: name.hasPrefix) { return nil }
    if Set(name.unicodeScalars).count < 3 { return nil }
    keep(.wechat, start..<end, isNobodys: name.contains("example"), example: "example_name")
    return end
  }

  private func isSign(_ place: Int) -> Bool {
    scalars.isDigit(place) || scalars[place] == "_" || scalars[place] == "-"
  }

  /// The end of the number of a passport or of a permit: a letter or two, and seven or eight digits.
  private func passport(at start: Int) -> Int? {
    var place = start
    while place - start < 2, scalars.isLetter(place) { place += 1 }
    guard place > start else { return nil }
    let first = place
    while scalars.isDigit(place), place - first < 9 { place += 1 }
    guard (7...8).contains(place - first), place - start >= 8, !scalars.isLetter(place), !scalars.isDigit(place) else {
      return nil
    }
    return place
  }
}
