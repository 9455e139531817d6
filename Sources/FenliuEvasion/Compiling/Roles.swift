// SPDX-License-Identifier: Apache-2.0

/// What scalars may be to some letters: the first or the last scalar of what stands for one. Scalars that are the same to all of them,
/// as surely, are of one class.
struct Roles {
  /// A letter, and how sure it is.
  struct Part: Hashable {
    var letter: UInt32
    var certainty: Certainty

    enum Certainty: UInt32 { case exact, sure, unsure }

    init(_ reading: Reading) {
      letter = reading.letter
      certainty = reading.certainty == .exact ? .exact : reading.certainty == .close ? .sure : .unsure
    }

    fileprivate init(key: UInt32) {
      letter = key >> 2
      certainty = Certainty(rawValue: key & 3) ?? .unsure
    }

    fileprivate var key: UInt32 { letter << 2 | certainty.rawValue }
  }

  /// Which end of a reading a scalar has to be.
  enum End { case first, last }

  /// The scalars that have a class, with it; from 1 on.
  private(set) var classes: [(scalar: UInt32, group: UInt16)] = []
  /// For each class what it stands for; the first is none.
  private(set) var parts: [[Part]] = [[]]

  /// - Parameter letters: of each letter whether it is one of them.
  init(_ table: ReadingTable, _ end: End, of letters: [Bool]) {
    var notes: [UInt64] = []
    for entry in table.singles where letters[Int(entry.reading.letter)] {
      notes.append(UInt64(entry.scalar) << 32 | UInt64(Part(entry.reading).key))
    }
    for long in table.longs where letters[Int(long.reading.letter)] {
      let scalar = end == .first ? long.text[0] : long.text[long.text.count - 1]
      notes.append(UInt64(scalar.value) << 32 | UInt64(Part(long.reading).key))
    }
    notes.sort()
    var known: [ArraySlice<UInt32>: UInt16] = [:]
    var keys: [UInt32] = []
    keys.reserveCapacity(notes.count)
    var place = 0
    while place < notes.count {
      let scalar = notes[place] >> 32
      let start = keys.count
      while place < notes.count, notes[place] >> 32 == scalar {
        let key = UInt32(truncatingIfNeeded: notes[place])
        if keys.count == start || keys[keys.count - 1] != key { keys.append(key) }
        place += 1
      }
      let number = known[keys[start...]] ?? UInt16(truncatingIfNeeded: parts.count)
      if Int(number) == parts.count {
        known[ArraySlice(Array(keys[start...]))] = number
        parts.append(keys[start...].map { Part(key: $0) })
      }
      classes.append((UInt32(scalar), number))
    }
    precondition(parts.count < 0x8000, "there are fewer classes than characters in the tables")
  }

  /// A class that stands for a letter.
  typealias Member = (group: Int, certainty: Part.Certainty)

  /// For each of some letters the classes that stand for it.
  func groups(letters: Int) -> [[Member]] {
    var groups: [[Member]] = Array(repeating: [], count: letters)
    for (group, parts) in parts.enumerated() {
      for part in parts { groups[Int(part.letter)].append((group, part.certainty)) }
    }
    return groups
  }
}
