// SPDX-License-Identifier: Apache-2.0
import FenliuFolding

/// Tells of two neighbouring scalars whether a disguised word may begin there, and of a third whether it may go on.
///
/// Scalars that may stand for the same first letters, or end what does, are of one class; so are those that begin what stands for a second
/// one, end it, or begin a third. A few bits for each pair of classes give the answers. All places at which a word can begin pass, and
/// some others.
struct Gate: Sendable {
  /// The classes of a scalar; 0 where it stands for nothing.
  struct Group: Hashable, Sendable, BitwiseCopyable {
    /// Of a scalar that ends what stands for a first letter; with `isNoise`.
    fileprivate var first: UInt16 = 0
    /// Of one that begins a second letter; with `beginsLong`.
    fileprivate var second: UInt16 = 0
    /// Of one that ends a second letter; with `endsLong`.
    fileprivate var secondEnd: UInt16 = 0
    /// Of one that begins a third letter.
    fileprivate var third: UInt16 = 0

    fileprivate static let flag: UInt16 = 0x8000

    /// Whether it may lie between letters: a sign, an emoji or a space.
    var isNoise: Bool { first & Self.flag != 0 }
    /// Whether it begins several scalars that stand for a second letter.
    var beginsLong: Bool { second & Self.flag != 0 }
    /// Whether it ends several scalars that stand for a first letter.
    var endsLong: Bool { secondEnd & Self.flag != 0 }
    /// Whether a word may begin with it.
    var mayBegin: Bool { first & ~Self.flag != 0 }
    /// Whether a word may go on with it as its second letter.
    var mayFollow: Bool { second & ~Self.flag != 0 }
  }

  /// Why a place passes where sure finds may begin.
  enum Opening: Int, CaseIterable {
    /// A word of two letters would be a sure find, the second scalar right behind the first.
    case wholeAdjacent
    /// The same with signs between them.
    case wholeApart
    /// A longer word may begin.
    case long
  }

  /// The beginning of a word, by the numbers of its letters.
  struct Beginning: Hashable {
    var first: UInt32
    var second: UInt32
    var third: UInt32?
    /// Whether letters may be repeated, so that a word may be in disguise though its letters stand side by side as themselves.
    var isRepeatable: Bool
  }

  /// The different groups of scalars; few, so that those of a text are at hand.
  private var groups: [Group]
  /// For each scalar of the Basic Multilingual Plane the place of its group.
  private var places: [UInt16]
  private var highGroups: [UInt32: Group] = [:]
  /// The pairs where a sure find may begin, for any reason; by itself, so that what is asked most often stays at hand.
  private var passing: PairBits
  private var openings: PairBits
  /// The pairs where a word of two letters would be an unsure find.
  private var unsure: PairBits
  private var follows: PairBits

  init(_ table: ReadingTable, _ beginnings: Set<Beginning>) {
    let count = table.numbers.count
    func letters(_ which: (Beginning) -> UInt32?) -> [Bool] {
      var letters = Array(repeating: false, count: count)
      for letter in beginnings.lazy.compactMap(which) { letters[Int(letter)] = true }
      return letters
    }
    let firstLetters = letters(\.first)
    let secondLetters = letters(\.second)
    let middleLetters = letters { $0.third == nil ? nil : $0.second }
    let first = Roles(table, .last, of: firstLetters)
    let second = Roles(table, .first, of: secondLetters)
    let secondEnd = Roles(table, .last, of: middleLetters)
    let third = Roles(table, .first, of: letters(\.third))
    var all = (0..<0x1_0000).map {
      Group(first: Unicode.Scalar(UInt32($0)).map(Self.isNoise) ?? true ? Group.flag : 0)
    }
    (groups, places) = ([], [])
    passing = PairBits(rows: first.parts.count, columns: second.parts.count, layers: 1)
    unsure = passing
    openings = PairBits(rows: first.parts.count, columns: second.parts.count, layers: Opening.allCases.count)
    follows = PairBits(rows: secondEnd.parts.count, columns: third.parts.count, layers: 1)
    note(first, \.first, in: &all)
    note(second, \.second, in: &all)
    note(secondEnd, \.secondEnd, in: &all)
    note(third, \.third, in: &all)
    for long in table.longs {
      if firstLetters[Int(long.reading.letter)] {
        change(long.text[long.text.count - 1].value, in: &all) { $0.secondEnd |= Group.flag }
      }
      if middleLetters[Int(long.reading.letter)] { change(long.text[0].value, in: &all) { $0.second |= Group.flag } }
    }
    gather(all)
    enter(beginnings, first.groups(letters: count), second.groups(letters: count))
    enterFollowing(beginnings, secondEnd.groups(letters: count), third.groups(letters: count))
  }

  private mutating func note(_ roles: Roles, _ role: WritableKeyPath<Group, UInt16>, in all: inout [Group]) {
    for (scalar, number) in roles.classes { change(scalar, in: &all) { $0[keyPath: role] |= number } }
  }

  private mutating func change(_ scalar: UInt32, in all: inout [Group], _ change: (inout Group) -> Void) {
    if scalar < 0x1_0000 {
      change(&all[Int(scalar)])
    } else {
      var group = highGroup(of: scalar)
      change(&group)
      highGroups[scalar] = group
    }
  }

  /// Keeps each group once.
  private mutating func gather(_ all: [Group]) {
    var known: [Group: UInt16] = [:]
    places.reserveCapacity(all.count)
    for group in all {
      if let place = known[group] {
        places.append(place)
      } else {
        let place = UInt16(truncatingIfNeeded: groups.count)
        known[group] = place
        groups.append(group)
        places.append(place)
      }
    }
  }

  private mutating func enter(_ beginnings: Set<Beginning>, _ ending: [[Roles.Member]], _ beginning: [[Roles.Member]]) {
    for word in beginnings {
      for left in ending[Int(word.first)] {
        for right in beginning[Int(word.second)] {
          if word.third != nil {
            passing.set(left.group, right.group, 0)
            openings.set(left.group, right.group, Opening.long.rawValue)
          } else if left.certainty == .unsure || right.certainty == .unsure {
            unsure.set(left.group, right.group, 0)
          } else {
            passing.set(left.group, right.group, 0)
            openings.set(left.group, right.group, Opening.wholeApart.rawValue)
            let isPlain = !word.isRepeatable && left.certainty == .exact && right.certainty == .exact
            if !isPlain { openings.set(left.group, right.group, Opening.wholeAdjacent.rawValue) }
          }
        }
      }
    }
  }

  private mutating func enterFollowing(
    _ beginnings: Set<Beginning>, _ ending: [[Roles.Member]], _ beginning: [[Roles.Member]]
  ) {
    var known: Set<[UInt32]> = []
    for word in beginnings {
      guard let letter = word.third, known.insert([word.second, letter]).inserted else { continue }
      for left in ending[Int(word.second)] {
        for right in beginning[Int(letter)] { follows.set(left.group, right.group, 0) }
      }
    }
  }

  /// The classes of a scalar.
  @inline(__always)
  func group(of scalar: UInt32) -> Group {
    scalar < 0x1_0000 ? groups[Int(places[Int(scalar)])] : highGroup(of: scalar)
  }

  private func highGroup(of scalar: UInt32) -> Group {
    if let known = highGroups[scalar] { return known }
    return Group(first: Unicode.Scalar(scalar).map(Self.isNoise) ?? true ? Group.flag : 0)
  }

  /// Whether a word of two letters that would be a sure find, or any longer word, may begin with the first and go on with the second; whether
  /// side by side or with signs between them is not asked.
  @inline(__always)
  func passes(_ first: Group, _ second: Group) -> Bool {
    passing.has(Int(first.first & ~Group.flag), Int(second.second & ~Group.flag), 0)
  }

  /// Whether a word of two letters that would be an unsure find may begin with the first and go on with the second.
  @inline(__always)
  func passesUnsure(_ first: Group, _ second: Group) -> Bool {
    unsure.has(Int(first.first & ~Group.flag), Int(second.second & ~Group.flag), 0)
  }

  /// Whether they pass for a certain reason.
  func opens(_ first: Group, _ second: Group, _ opening: Opening) -> Bool {
    openings.has(Int(first.first & ~Group.flag), Int(second.second & ~Group.flag), opening.rawValue)
  }

  /// Whether a word may go on with a third letter that begins with one scalar, behind a second letter that ends with another.
  func follows(_ second: Group, _ third: Group) -> Bool {
    follows.has(Int(second.secondEnd & ~Group.flag), Int(third.third), 0)
  }

  /// Whether a scalar is neither letter nor digit nor any other number.
  static func isNoise(_ scalar: Unicode.Scalar) -> Bool {
    !Folding.isLetterOrDigit(scalar) && scalar.properties.numericType == nil
  }
}
