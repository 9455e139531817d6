// SPDX-License-Identifier: Apache-2.0

extension TimeParser {
  /// A walk over the bytes of a time.
  struct Cursor {
    /// Some digits: how many there were, and the number they make, meaningful up to 15 of them.
    struct Number {
      var value = 0
      var digits = 0
    }

    /// What stands between the numbers of a date: one sign twice, or 年 and 月.
    enum Separator: Hashable {
      case sign(UInt8)
      case han
    }

    /// Which half of the day the hours are of, where they go to twelve.
    enum HalfDay { case morning, afternoon }

    /// The text without the white space at both ends. A copy, because a time is short and a copy may be kept.
    private var text: [64 of UInt8] = .init(repeating: 0)
    private var place = 0
    private var end = 0

    /// A walk over `text`. What is longer than any time is as good as nothing.
    init(_ text: Span<UInt8>) {
      let range = Self.trimmed(text)
      guard range.count <= self.text.count else { return }
      for offset in 0..<range.count { self.text[offset] = text[range.lowerBound + offset] }
      end = range.count
    }

    /// The part without white space at both ends: ASCII's, the no-break space and the ideographic space.
    private static func trimmed(_ text: Span<UInt8>) -> Range<Int> {
      var (low, high) = (0, text.count)
      while low < high, let length = space(text, low, before: high) { low += length }
      trailing: while high > low {
        for length in 1...3 where high - length >= low && space(text, high - length, before: high) == length {
          high -= length
          continue trailing
        }
        break
      }
      return low..<high
    }

    /// How many bytes the white space at `place` has; nil where there is none.
    private static func space(_ text: Span<UInt8>, _ place: Int, before end: Int) -> Int? {
      let byte = text[place]
      if byte == 0x20 || byte &- 9 < 5 { return 1 }
      if byte == 0xC2, end - place >= 2, text[place + 1] == 0xA0 { return 2 }
      if byte == 0xE3, end - place >= 3, text[place + 1] == 0x80, text[place + 2] == 0x80 { return 3 }
      return nil
    }

    var isAtEnd: Bool { place == end }
    var peek: UInt8 { place < end ? text[place] : 0 }

    mutating func advance() { place += 1 }

    /// The digits from here on.
    mutating func number() -> Number {
      var number = Number()
      while place < end, text[place] &- 0x30 < 10 {
        if number.digits < 15 { number.value = number.value * 10 + Int(text[place] &- 0x30) }
        number.digits += 1
        place += 1
      }
      return number
    }

    /// Goes past `byte` if it stands here.
    mutating func skip(_ byte: UInt8) -> Bool {
      guard place < end, text[place] == byte else { return false }
      place += 1
      return true
    }

    /// Goes past a Han character if it stands here.
    mutating func skip(han character: Unicode.Scalar) -> Bool {
      var look = place
      for byte in UTF8.encode(character)! {
        guard look < end, text[look] == byte else { return false }
        look += 1
      }
      place = look
      return true
    }

    /// Goes past what stands between a date's second and third number.
    mutating func skipSecond(_ separator: Separator) -> Bool {
      switch separator {
      case .sign(let byte): skip(byte)
      case .han: skip(han: "月")
      }
    }

    /// What stands after a date's first number, and goes past it.
    mutating func dateSeparator() -> Separator? {
      let sign = peek
      if sign == UInt8(ascii: "-") || sign == UInt8(ascii: "/") || sign == UInt8(ascii: ".") {
        place += 1
        return .sign(sign)
      }
      return skip(han: "年") ? .han : nil
    }

    /// Goes past 日 or 号, where the date is written with them.
    mutating func skipEnd(of separator: Separator) -> Bool {
      separator == .han ? skip(han: "日") || skip(han: "号") : true
    }

    /// Goes past the `T` or the white space before a time; after 日 nothing need stand there.
    mutating func skipToTime() -> Bool {
      if skip(UInt8(ascii: "T")) || skip(UInt8(ascii: "t")) { return true }
      skipSpaces()
      return peek &- 0x30 < 10
    }

    /// The day of the week that stands after a date, as 星期五 or 周五, perhaps in brackets, and goes past it and the white space around it.
    mutating func weekday() -> Weekday? {
      let start = place
      skipSpaces()
      let isInBrackets = skip(UInt8(ascii: "(")) || skip(han: "（")
      let names: [Unicode.Scalar] = ["一", "二", "三", "四", "五", "六", "日", "天"]
      let isNamed = skip(han: "星") ? skip(han: "期") : skip(han: "周")
      if isNamed, let found = names.firstIndex(where: { skip(han: $0) }),
        !isInBrackets || skip(UInt8(ascii: ")")) || skip(han: "）")
      {
        skipSpaces()
        return Weekday.allCases[min(found, 6)]
      }
      place = start
      return nil
    }

    /// The half of the day before an hour, 上午 or 下午, and goes past it and the white space around it.
    mutating func leadingHalf() -> HalfDay? {
      let start = place
      skipSpaces()
      let isMorning = skip(han: "上")
      if isMorning || skip(han: "下"), skip(han: "午") {
        skipSpaces()
        return isMorning ? .morning : .afternoon
      }
      place = start
      return nil
    }

    /// The half of the day after a time, AM or PM, and goes past it.
    mutating func trailingHalf() -> HalfDay? {
      let start = place
      skipSpaces()
      let letter = peek | 0x20
      if letter == UInt8(ascii: "a") || letter == UInt8(ascii: "p") {
        place += 1
        if skip(UInt8(ascii: "m")) || skip(UInt8(ascii: "M")) {
          return letter == UInt8(ascii: "a") ? .morning : .afternoon
        }
      }
      place = start
      return nil
    }

    /// Goes past `:`, `时` or `点`; says whether it was Han.
    mutating func timeSeparator() -> Bool? {
      if skip(UInt8(ascii: ":")) { return false }
      return skip(han: "时") || skip(han: "点") ? true : nil
    }

    /// Whether a fraction follows that ends the text: a Unix time with one.
    func isFraction(after digits: Int) -> Bool {
      guard digits >= 9, peek == UInt8(ascii: ".") else { return false }
      var look = place + 1
      while look < end, text[look] &- 0x30 < 10 { look += 1 }
      return look == end
    }

    /// Goes past a fraction, where there is one; false when it has no digits.
    mutating func skipFraction() -> Bool {
      guard skip(UInt8(ascii: ".")) || skip(UInt8(ascii: ",")) else { return true }
      return number().digits > 0
    }

    /// The seconds of `Z`, `+08:00`, `+0800` or `+08`.
    mutating func offset() -> Int? {
      skipSpaces()
      if skip(UInt8(ascii: "Z")) || skip(UInt8(ascii: "z")) { return 0 }
      let sign: Int
      if skip(UInt8(ascii: "+")) { sign = 1 } else if skip(UInt8(ascii: "-")) { sign = -1 } else { return nil }
      let first = number()
      var (hours, minutes) = (first.value, 0)
      switch first.digits {
      case 4: (hours, minutes) = first.value.quotientAndRemainder(dividingBy: 100)
      case 2:
        if skip(UInt8(ascii: ":")) {
          let second = number()
          guard second.digits == 2 else { return nil }
          minutes = second.value
        }
      default: return nil
      }
      guard hours <= 18, minutes < 60 else { return nil }
      return sign * (hours * 3600 + minutes * 60)
    }

    private mutating func skipSpaces() {
      while place < end, text[place] == 0x20 { place += 1 }
    }
  }
}
