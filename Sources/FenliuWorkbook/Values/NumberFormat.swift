// SPDX-License-Identifier: Apache-2.0

/// What a number format makes of a number, as far as it changes what the number is.
enum NumberFormat: Hashable, Sendable {
  /// A number.
  case number
  /// A number written with at least so many digits: `000123`.
  case digits(Int)
  /// A day, with its time if the number has one.
  case date
  /// A time of day.
  case time
  /// A length of time, in hours or less.
  case elapsed

  /// The format with this number that every program knows.
  ///
  /// Source: ECMA-376 part 1, 18.8.30; 27 to 36 and 50 to 58 as Chinese Excel has them.
  init(builtIn id: Int) {
    switch id {
    case 14...17, 22, 27...31, 36, 50...54, 57, 58: self = .date
    case 18...21, 32...35, 45, 47, 55, 56: self = .time
    case 46: self = .elapsed
    default: self = .number
    }
  }

  /// What the code of a format says; of its sections the first counts, which is for positive numbers.
  init(code: String) {
    var hasDay = false
    var hasTime = false
    var hasMonthOrMinute = false
    var isElapsed = false
    var zeros = 0
    var isOnlyZeros = true
    var scalars = Array(code.unicodeScalars.prefix(1_024))[...]
    scanning: while let scalar = scalars.popFirst() {
      switch scalar {
      case ";": break scanning
      case "\"":
        scalars = scalars.drop { $0 != "\"" }.dropFirst()
        continue
      case "\\", "_", "*":
        scalars = scalars.dropFirst()
        continue
      case "[":
        let inside = scalars.prefix { $0 != "]" }
        scalars = scalars.dropFirst(inside.count + 1)
        if let first = inside.first, "hHmMsS".unicodeScalars.contains(first), inside.allSatisfy({ $0 == first }) {
          isElapsed = true
        }
        continue
      // 1.5E+05 is a number; a lone e is a year in East Asia.
      case "E", "e":
        if let next = scalars.first, next == "+" || next == "-" { scalars = scalars.dropFirst() } else { hasDay = true }
      case "y", "Y", "d", "D": hasDay = true
      case "h", "H", "s", "S": hasTime = true
      case "m", "M": hasMonthOrMinute = true
      case "G", "g":
        // General
        if scalars.prefix(6).map({ String($0).lowercased() }).joined() == "eneral" { scalars = scalars.dropFirst(6) }
      case "0":
        zeros += 1
        continue
      default: break
      }
      isOnlyZeros = false
    }
    if isElapsed {
      self = .elapsed
    } else if hasDay || hasMonthOrMinute && !hasTime {
      self = .date
    } else if hasTime {
      self = .time
    } else {
      self = isOnlyZeros && zeros > 1 ? .digits(zeros) : .number
    }
  }
}
