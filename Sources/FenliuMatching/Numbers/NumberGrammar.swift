// SPDX-License-Identifier: Apache-2.0

/// Reads the value of a number out of its tokens.
///
/// It walks the tokens once, as a reader does: a mantissa, then its scale, then the next. Whatever blurs a number
/// (多, 余, 几) leaves the least it can mean. A sequence that is no number gives nil: 三多, 五三, 万一.
struct NumberGrammar {
  /// A number and what a range needs to know of it.
  struct Number {
    /// In ten-thousandths.
    var value: Int
    /// The product of the scales where the number is one mantissa with scales behind it (三百万), else 1.
    var factor: Int
    /// The most digits of ASCII that stood together.
    var arabicDigits: Int
    /// Whether 多, 余, 几 or two digits side by side blurred it.
    var isBlurred: Bool
  }

  /// The token after the last one used.
  private(set) var index: Int
  private let tokens: [NumberReader.Piece]

  /// Begins to read at `start`.
  init(_ tokens: [NumberReader.Piece], from start: Int) {
    self.tokens = tokens
    index = start
  }

  private func token(_ offset: Int = 0) -> NumberToken {
    index + offset < tokens.count ? tokens[index + offset].token : .none
  }

  /// Steps over one token.
  mutating func skip() { index += 1 }

  /// What has been read of one number so far. All values are in ten-thousandths, scales are not.
  private struct Sum {
    var total = 0
    var section = 0
    var mantissa: Int?
    /// The last scale of any kind, 0 before the first.
    var scale = 0
    /// The last of 十百千 since the last 万 or 亿, 0 before the first.
    var small = 0
    /// The last of 万 and 亿, 0 before the first.
    var large = 0
    /// Whether 零 stood before the mantissa, so that its place is the ones.
    var isPadded = false
    /// Whether the mantissa was in digits of ASCII.
    var isArabic = false
    /// Whether digits side by side were read by their places, so that no scale may follow.
    var isPositional = false
    /// Whether a scale without mantissa began the number: 百, 千.
    var beginsBare = false
    var mantissas = 0
    var factor = 1
    var arabicDigits = 0
    var isBlurred = false
  }

  /// The number at the current token, up to where none goes on; nil if what stands there is not one.
  mutating func number() -> Number? {
    var sum = Sum()
    let start = index
    loop: while index < tokens.count {
      switch token() {
      case .digit: guard digits(&sum) else { return nil }
      case .arabic(let value, let count):
        guard sum.mantissa == nil, !sum.isPositional else { return nil }
        sum.mantissa = value
        sum.isArabic = true
        sum.mantissas += 1
        sum.arabicDigits = max(sum.arabicDigits, count)
        skip()
      case .tens(let value):
        guard sum.mantissa == nil, sum.small == 0 || sum.small > 10 else { return nil }
        sum.section += value * Quantity.one
        sum.small = 10
        sum.scale = 10
        sum.mantissas += 2
        skip()
      case .small(let scale): guard smallScale(scale, &sum, isFirst: index == start) else { return nil }
      case .large(let scale): guard largeScale(scale, &sum, isFirst: index == start) else { return nil }
      case .few, .several: guard some(&sum, isFirst: index == start) else { return nil }
      case .more:
        let isRoundArabic = sum.isArabic && (sum.mantissa ?? 0) >= 10 * Quantity.one
        guard isRoundArabic || (sum.mantissa == nil && sum.scale > 0), !sum.isBlurred else { return nil }
        sum.isBlurred = true
        skip()
        switch token() {
        case .large, .through, .upTo, .none: continue
        default: return nil
        }
      case .half:
        guard index == start else { return nil }
        sum.mantissa = Quantity.one / 2
        sum.mantissas += 1
        skip()
      case .upTo, .nearly, .whole, .through, .none: break loop
      }
    }
    return finish(sum)
  }

  /// One digit, two side by side (二三十), or a run read by places (二〇二六).
  private mutating func digits(_ sum: inout Sum) -> Bool {
    guard sum.mantissa == nil, !sum.isPositional else { return false }
    if sum.scale > 0 {
      while case .digit(0) = token() {
        sum.isPadded = true
        skip()
      }
      guard case .digit = token() else { return index < tokens.count }
    }
    var count = 0
    var first = 0
    var last = 0
    var places = 0
    var hasZero = false
    while case .digit(let digit) = token() {
      if count == 0 { first = digit }
      hasZero = hasZero || digit == 0
      last = digit
      count += 1
      guard count < 7 else { return false }
      places = places * 10 + digit
      skip()
    }
    sum.mantissas += 1
    if count == 1 {
      sum.mantissa = first * Quantity.one
    } else if count == 2, !hasZero, last > first {
      sum.mantissa = first * Quantity.one
      sum.isBlurred = true
    } else {
      guard sum.scale == 0, first > 0, count > 2 || hasZero else { return false }
      sum.mantissa = places * Quantity.one
      sum.isPositional = true
    }
    return true
  }

  private mutating func smallScale(_ scale: Int, _ sum: inout Sum, isFirst: Bool) -> Bool {
    guard !sum.isPositional, sum.small == 0 || sum.small > scale else { return false }
    if isFirst, isLooseEighty(below: scale) {
      sum.isBlurred = true
      skip()
      return true
    }
    if sum.mantissa == nil {
      guard isFirst || scale == 10 else { return false }
      sum.beginsBare = sum.beginsBare || isFirst
      sum.mantissas += 1
    }
    guard let product = scaled(sum.mantissa ?? Quantity.one, by: scale) else { return false }
    sum.section += product
    sum.mantissa = nil
    sum.isArabic = false
    sum.isPadded = false
    sum.small = scale
    sum.scale = scale
    sum.factor *= scale
    skip()
    return true
  }

  private mutating func largeScale(_ scale: Int, _ sum: inout Sum, isFirst: Bool) -> Bool {
    guard !sum.isPositional, sum.large == 0 || sum.large != scale else { return false }
    if isFirst, isLooseEighty(below: scale) {
      sum.isBlurred = true
      skip()
      return true
    }
    if isFirst {
      sum.section = Quantity.one
      sum.beginsBare = true
      sum.mantissas += 1
    } else if let mantissa = sum.mantissa {
      sum.section += trailing(mantissa, sum)
    }
    let isHigher = sum.large > 0 && scale > sum.large
    guard isHigher || sum.section > 0, let product = scaled(sum.section + (isHigher ? sum.total : 0), by: scale)
    else { return false }
    sum.total = isHigher ? product : sum.total + product
    sum.section = 0
    sum.mantissa = nil
    sum.isArabic = false
    sum.isPadded = false
    sum.small = 0
    sum.large = scale
    sum.scale = scale
    sum.factor *= scale
    skip()
    return true
  }

  /// 百八十, 千八百: eighty to a hundred, eight hundred to a thousand.
  private func isLooseEighty(below scale: Int) -> Bool {
    guard case .digit(8) = token(1), case .small(let lower) = token(2) else { return false }
    return lower * 10 == scale
  }

  /// 几 and 数: a mantissa (几十, 数百, 一百几十) or what is more than the number before (十几, 30几).
  private mutating func some(_ sum: inout Sum, isFirst: Bool) -> Bool {
    if let mantissa = sum.mantissa {
      guard sum.isArabic, mantissa > 0, mantissa % (10 * Quantity.one) == 0, !sum.isBlurred else { return false }
      sum.isBlurred = true
      skip()
      return true
    }
    var isMantissa = isFirst
    if case .small(let next) = token(1), sum.small > next { isMantissa = true }
    if isMantissa {
      sum.mantissa = 2 * Quantity.one
      sum.mantissas += 1
    } else if sum.scale == 0 {
      return false
    }
    sum.isBlurred = true
    skip()
    return true
  }

  /// A last digit without scale stands one place below the last scale (一千二), unless 零 says otherwise.
  private func trailing(_ mantissa: Int, _ sum: Sum) -> Int {
    let isDigit = mantissa < 10 * Quantity.one && mantissa % Quantity.one == 0
    return sum.scale > 10 && isDigit && !sum.isPadded ? mantissa * (sum.scale / 10) : mantissa
  }

  private func finish(_ sum: Sum) -> Number? {
    var value = sum.total + sum.section
    if let mantissa = sum.mantissa {
      // 万一 is "in case", 百二 is not said.
      let isBareBefore = sum.scale > 10 && sum.section + sum.total == sum.scale * Quantity.one
      guard !(sum.beginsBare && sum.mantissas == 2 && isBareBefore) else { return nil }
      value += trailing(mantissa, sum)
    }
    guard value > 0, sum.mantissas > 0 else { return nil }
    let isOneMantissa = sum.mantissas == 1 && sum.mantissa == nil
    return Number(
      value: value, factor: isOneMantissa ? sum.factor : 1, arabicDigits: sum.arabicDigits, isBlurred: sum.isBlurred)
  }

  /// The product, nil where no count of anything is that large.
  private func scaled(_ value: Int, by scale: Int) -> Int? {
    let (product, overflow) = value.multipliedReportingOverflow(by: scale)
    return overflow || product > 1_000_000_000_000_000_000 ? nil : product
  }
}
