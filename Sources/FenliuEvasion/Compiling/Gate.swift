// SPDX-License-Identifier: Apache-2.0
import FenliuFolding

/// Tells of two neighbouring scalars whether a disguised word may begin there, in two loads.
///
/// Scalars that may stand for the same letters, or begin or end what does, are of one *class*. A bit for each pair of classes says whether the
/// first may end the first letter of a word and the second begin its second letter. It passes all places at which a word can begin, and
/// some others.
struct Gate: Sendable {
  /// Marks what may lie between letters: signs, emoji and spaces.
  static let noise: UInt16 = 0x8000

  /// For each scalar of the Basic Multilingual Plane its class, 0 for those that stand for nothing, with `noise` added.
  private var classes: [UInt16]
  private var highClasses: [UInt32: UInt16] = [:]
  /// For each class a row of bits.
  private var bits: [UInt64]
  private var words: Int
  /// Whether a scalar of the class ends a reading of several scalars.
  private var endsLong: [Bool] = [false]

  /// What scalars of a class stand for: the letters that a reading of theirs is or begins, then those that one is or ends.
  private struct Role: Hashable {
    var begins: [UInt32] = []
    var ends: [UInt32] = []
    var endsLong = false

    /// The same for the same letters.
    mutating func settle() {
      begins = Self.each(begins)
      ends = Self.each(ends)
    }

    private static func each(_ letters: [UInt32]) -> [UInt32] {
      var sorted = letters.sorted()
      var kept = 0
      for letter in sorted where kept == 0 || sorted[kept - 1] != letter {
        sorted[kept] = letter
        kept += 1
      }
      sorted.removeSubrange(kept...)
      return sorted
    }
  }

  init(_ table: ReadingTable, pairs: Set<[UInt32]>) {
    var roles: [Unicode.Scalar: Role] = table.single.mapValues { readings in
      let letters = readings.map(\.letter)
      return Role(begins: letters, ends: letters)
    }
    for long in table.long.values.joined() {
      roles[long.text[0], default: Role()].begins.append(long.reading.letter)
      roles[long.text[long.text.count - 1], default: Role()].ends.append(long.reading.letter)
      roles[long.text[long.text.count - 1], default: Role()].endsLong = true
    }
    classes = (0..<0x1_0000).map { Unicode.Scalar(UInt32($0)).map(Self.isNoise) ?? true ? Self.noise : 0 }
    var numbers: [Role: UInt16] = [:]
    var ending: [UInt32: [Int]] = [:]
    var beginning: [UInt32: [Int]] = [:]
    for (scalar, role) in roles {
      var role = role
      role.settle()
      let number = numbers[role] ?? UInt16(truncatingIfNeeded: numbers.count + 1)
      if Int(number) > numbers.count {
        numbers[role] = number
        endsLong.append(role.endsLong)
        for letter in role.ends { ending[letter, default: []].append(Int(number)) }
        for letter in role.begins { beginning[letter, default: []].append(Int(number)) }
      }
      if scalar.value < 0x1_0000 {
        classes[Int(scalar.value)] |= number
      } else {
        highClasses[scalar.value] = number | (Self.isNoise(scalar) ? Self.noise : 0)
      }
    }
    precondition(numbers.count < Int(Self.noise), "there are fewer classes than characters in the tables")
    words = (numbers.count + 64) / 64
    bits = Array(repeating: 0, count: (numbers.count + 1) * words)
    for pair in pairs {
      for first in ending[pair[0]] ?? [] {
        for second in beginning[pair[1]] ?? [] { bits[first * words + second >> 6] |= 1 << UInt64(second & 63) }
      }
    }
  }

  /// The class of a scalar, with `noise` added where it may lie between letters.
  @inline(__always)
  func group(of scalar: UInt32) -> UInt16 {
    scalar < 0x1_0000 ? classes[Int(scalar)] : highGroup(of: scalar)
  }

  private func highGroup(of scalar: UInt32) -> UInt16 {
    if let known = highClasses[scalar] { return known }
    return Unicode.Scalar(scalar).map(Self.isNoise) ?? true ? Self.noise : 0
  }

  /// Whether a word may begin with what ends in the first class and go on with what begins in the second.
  @inline(__always)
  func opens(_ first: UInt16, _ second: UInt16) -> Bool {
    bits[Int(first) * words + Int(second) >> 6] & 1 << UInt64(second & 63) != 0
  }

  func endsLong(_ group: UInt16) -> Bool { endsLong[Int(group)] }

  /// Whether a scalar is neither letter nor digit.
  static func isNoise(_ scalar: Unicode.Scalar) -> Bool { !Folding.isLetterOrDigit(scalar) }
}
