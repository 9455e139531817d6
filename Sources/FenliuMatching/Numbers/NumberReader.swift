// SPDX-License-Identifier: Apache-2.0

/// Reads the number that ends right before a unit, or the whole of a captured group.
///
/// It goes backwards from the unit over everything that can belong to a number, at most 24 pieces, then reads forwards
/// from the earliest piece that makes sense. So the cost of a unit is bounded whatever surrounds it.
///
/// Reused from post to post: it keeps the memory of its list of pieces.
struct NumberReader {
  /// A token and the bytes it came from.
  struct Piece {
    var token: NumberToken
    var start: Int
    var end: Int
  }

  private static let longest = 24
  private var pieces: [Piece] = []

  /// The number before the unit at `range`, or nil if there is none, or it is an ordinal, a date, a house or telephone
  /// number, or the unit begins another word.
  mutating func quantity(before unit: NumberUnit, at range: Range<Int>, in text: Span<UInt8>) -> Quantity? {
    var end = range.lowerBound + unit.scaleBytes
    if unit.scaleBytes == 0, end > 0, text[end - 1] == 0x20 { end -= 1 }
    // Most units stand behind no number, which one character tells.
    guard Self.mayEndNumber(before: end, in: text), !unit.continues(after: range.upperBound, in: text) else {
      return nil
    }
    guard collect(before: end, in: text), let found = read(for: unit, in: text) else { return nil }
    // A scale that is all of the number belongs to another word: 万 alone is no amount.
    guard unit.scaleBytes == 0 || found.start < range.lowerBound else { return nil }
    let (scaled, overflow) = found.tenThousandths.multipliedReportingOverflow(by: unit.multiplier)
    guard !overflow else { return nil }
    return Quantity(tenThousandths: scaled / unit.divisor + unit.addition, start: found.start)
  }

  /// Whether the character before `end` can belong to a number.
  private static func mayEndNumber(before end: Int, in text: Span<UInt8>) -> Bool {
    guard let (scalar, _) = Scalars.before(end, in: text) else { return false }
    return (0x30...0x39).contains(scalar) || scalar == 0x77 || scalar == 0x6B || NumberToken(scalar) != .none
  }

  /// The number that the group of a regex captured: the whole of it, or else the first number in it.
  mutating func quantity(in range: Range<Int>, of text: Span<UInt8>) -> Quantity? {
    var end = range.upperBound
    while end > range.lowerBound {
      if collect(before: end, downTo: range.lowerBound, in: text) {
        for first in pieces.indices where mayBegin(at: first) {
          var grammar = NumberGrammar(pieces, from: first)
          if let value = wholeNumber(&grammar) {
            return Quantity(tenThousandths: value.value, start: pieces[first].start)
          }
        }
      }
      let (scalar, start) = Scalars.before(end, in: text) ?? (0, range.lowerBound)
      // A digit cut off would leave another number than was written.
      guard !(0x30...0x39).contains(scalar), !NumberToken(scalar).isNumeral else { return nil }
      end = start
    }
    return nil
  }

  /// Fills `pieces` with what stands before `end`, first piece first. False if there is nothing, or too much.
  private mutating func collect(before end: Int, downTo lowest: Int = 0, in text: Span<UInt8>) -> Bool {
    pieces.removeAll(keepingCapacity: true)
    var position = end
    while position > lowest, let (scalar, start) = Scalars.before(position, in: text), start >= lowest {
      var piece = Piece(token: .none, start: start, end: position)
      switch scalar {
      case 0x30...0x39:
        guard let arabic = Arabic(endingAt: position, downTo: lowest, in: text) else { return false }
        piece.token = .arabic(arabic.value, count: arabic.digits)
        piece.start = arabic.start
      case 0x77, 0x6B:  // 3w, 5k
        guard start > lowest, (0x30...0x39).contains(text[start - 1]) else { break }
        piece.token = scalar == 0x77 ? .large(10_000) : .small(1000)
      default: piece.token = NumberToken(scalar)
      }
      if piece.token == .none { break }
      guard pieces.count < Self.longest else { return false }
      pieces.append(piece)
      position = piece.start
    }
    pieces.reverse()
    return !pieces.isEmpty
  }

  /// Whether a number may begin at `first`: not in the middle of one that does not make sense as a whole.
  private func mayBegin(at first: Int) -> Bool {
    switch pieces[first].token {
    case .more, .through, .none: return false
    default: break
    }
    guard first > 0 else { return true }
    let previous = pieces[first - 1].token
    if previous.isNumeral { return false }
    switch previous {
    case .through, .more, .few, .upTo: return first < 2 || !pieces[first - 2].token.isNumeral
    default: return true
    }
  }

  /// The first start that makes sense, unless what stands before it says that it is no quantity.
  private func read(for unit: NumberUnit, in text: Span<UInt8>) -> Quantity? {
    for first in pieces.indices where mayBegin(at: first) {
      let context = NumberContext(start: pieces[first].start, first: pieces[first].token, in: text)
      if context.isTailOfWord { continue }
      var grammar = NumberGrammar(pieces, from: first)
      guard let number = wholeNumber(&grammar) else { continue }
      let isSingle = first == pieces.count - 1
      guard !context.forbids(number, isSingle: isSingle, unit: unit) else { return nil }
      return context.quantity(number, unit: unit)
    }
    return nil
  }

  /// A number or a range up to the last piece.
  private func wholeNumber(_ grammar: inout NumberGrammar) -> NumberGrammar.Number? {
    let start = grammar.index
    switch pieces[start].token {
    case .nearly: grammar.skip()
    case .upTo, .whole:
      guard start + 1 < pieces.count else { return nil }
      switch pieces[start + 1].token {
      case .small, .large: grammar.skip()
      default: return nil
      }
    default: break
    }
    guard grammar.index < pieces.count, var number = grammar.number() else { return nil }
    guard grammar.index < pieces.count else { return number }
    // A range: 20-30, 三到五, 几十上百, 成百上千. What is said is the lower end, in the scale of the upper: 2-3万.
    let sign = pieces[grammar.index].token
    grammar.skip()
    guard grammar.index < pieces.count else { return nil }
    if sign == .upTo {
      switch pieces[grammar.index].token {
      case .small, .large: break
      default: return nil
      }
    }
    guard let upper = grammar.number(), grammar.index == pieces.count else { return nil }
    if number.factor == 1, upper.factor > 1, number.value < upper.value / upper.factor {
      let (value, overflow) = number.value.multipliedReportingOverflow(by: upper.factor)
      guard !overflow else { return nil }
      number.value = value
    }
    guard number.value < upper.value else { return nil }
    if case .through(isHyphen: true) = sign {
      // 3-502 is a door, 0351-… a telephone.
      guard upper.value / number.value <= 50, number.arabicDigits < 5 || number.arabicDigits == upper.arabicDigits,
        upper.arabicDigits < 7
      else { return nil }
    }
    number.isBlurred = true
    number.arabicDigits = max(number.arabicDigits, upper.arabicDigits)
    return number
  }
}
