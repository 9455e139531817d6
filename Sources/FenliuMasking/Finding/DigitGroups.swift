// SPDX-License-Identifier: Apache-2.0

/// The runs of digits of a text, with what stands between each and the next.
struct DigitGroups {
  /// What stands between two groups.
  enum Gap: Hashable {
    /// One or two blanks.
    case blank
    /// A hyphen or dash, blanks around it or not.
    case hyphen
    /// A full stop or a dot in the middle.
    case dot
    /// A closing bracket, blanks behind it or not.
    case bracket
    /// Anything else, or the end.
    case other
  }

  /// A run of digits.
  struct Group {
    /// Its scalars.
    var range: Range<Int>
    var digits: [UInt8]
    /// What stands between it and the next.
    var gap: Gap
    var count: Int { digits.count }
  }

  private(set) var all: [Group] = []
  /// Runs longer than any two numbers in a row are nobody's.
  private static let longest = 33

  /// The groups of plain digits; with Chinese digits too, those groups that have one.
  init(_ scalars: borrowing FoldedScalars, withChinese: Bool) {
    var place = 0
    while place < scalars.count {
      guard Self.digit(scalars[place], withChinese) != nil else {
        place += 1
        continue
      }
      let start = place
      var digits: [UInt8] = []
      while let digit = Self.digit(scalars[place], withChinese) {
        if digits.count <= Self.longest { digits.append(digit) }
        place += 1
      }
      var end = place
      // A year that stands right behind a number is none of it: 0358-12345672014年.
      let isMobile = digits.count == 11 && digits[0] == 1
      if scalars[place] == "年", digits.count >= 11, digits.count <= Self.longest, !isMobile {
        let year = digits.suffix(4)
        if year.starts(with: [2, 0]) || year.starts(with: [1, 9]) {
          digits.removeLast(4)
          end -= 4
        }
      }
      all.append(
        Group(range: start..<end, digits: digits, gap: end == place ? Self.gap(scalars, place, withChinese) : .other))
    }
  }

  private static func digit(_ scalar: Unicode.Scalar?, _ withChinese: Bool) -> UInt8? {
    guard let scalar else { return nil }
    return DigitValue.plain(scalar) ?? (withChinese ? DigitValue.chinese(scalar) : nil)
  }

  private static func gap(_ scalars: borrowing FoldedScalars, _ end: Int, _ withChinese: Bool) -> Gap {
    var place = end
    var blanks = 0
    func skipBlanks(_ scalars: borrowing FoldedScalars) {
      while let scalar = scalars[place], scalar == " " || scalar == "\u{3000}" || scalar == "\u{A0}", blanks < 3 {
        place += 1
        blanks += 1
      }
    }
    skipBlanks(scalars)
    var gap = Gap.blank
    switch scalars[place] {
    case "-", "–", "—", "‐", "‑", "－", "_", "~", "―", "−":
      gap = .hyphen
      place += 1
      // Two dashes in a row are one: they look like one.
      if scalars[place] == "-" || scalars[place] == "—" { place += 1 }
      skipBlanks(scalars)
    case ".", "·", "•":
      guard blanks == 0 else { return .other }
      gap = .dot
      place += 1
    case ")", "）":
      guard blanks == 0 else { return .other }
      gap = .bracket
      place += 1
      skipBlanks(scalars)
      if scalars[place] == "-" { place += 1 }
    default: if blanks == 0 { return .other }
    }
    return blanks <= 2 && digit(scalars[place], withChinese) != nil ? gap : .other
  }

  /// The digits that the groups from `first` on have, where they are of these lengths, at least two, and one of these gaps stands between each two; nil where not.
  func digits(from first: Int, split: [Int], gaps: [Gap]) -> [UInt8]? {
    guard first + split.count <= all.count, all[first].digits.count == split[0] else { return nil }
    let gap = all[first].gap
    guard gap != .other, gaps.contains(gap) else { return nil }
    // What joins the parts of one number is the same throughout.
    for index in 1..<split.count {
      guard all[first + index].digits.count == split[index], index == split.count - 1 || all[first + index].gap == gap
      else {
        return nil
      }
    }
    return all[first..<first + split.count].flatMap(\.digits)
  }

  /// The scalars from one group to another, both included.
  func range(_ first: Int, _ count: Int) -> Range<Int> {
    all[first].range.lowerBound..<all[first + count - 1].range.upperBound
  }
}
