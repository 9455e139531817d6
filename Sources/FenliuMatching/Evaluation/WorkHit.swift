// SPDX-License-Identifier: Apache-2.0
import FenliuEvasion
import FenliuModel

/// A hit while one rule is looked at.
struct WorkHit: Sendable, BitwiseCopyable {
  var start: UInt32
  var end: UInt32
  var atom: UInt32
  var source: UInt32
  var numbers: Int32
  var field: Field.RawValue
  var zone: TextZone
  var tricks: Tricks
  var isWeak: Bool
  /// Whether it belongs to a group that lies as the rule says.
  var isKept = true

  init(_ entry: Collected.Entry, _ zone: TextZone) {
    start = entry.start
    end = entry.end
    atom = entry.atom
    source = entry.source
    numbers = entry.numbers
    field = entry.field
    tricks = entry.tricks
    isWeak = entry.isWeak
    self.zone = zone
  }

  /// Fields, then places, then what was found, then who calls it so.
  static func precedes(_ left: WorkHit, _ right: WorkHit) -> Bool {
    if left.field != right.field { return left.field < right.field }
    if left.start != right.start { return left.start < right.start }
    if left.end != right.end { return left.end < right.end }
    if left.atom != right.atom { return left.atom < right.atom }
    return left.source < right.source
  }

  /// Whether both are the same occurrence of the same pattern.
  func isSame(as other: WorkHit) -> Bool {
    start == other.start && end == other.end && atom == other.atom && field == other.field
  }

  /// Whether both lie in the same place.
  func isAtPlace(of other: WorkHit) -> Bool { field == other.field && start == other.start && end == other.end }

  /// The hit as others see it.
  var hit: Hit {
    Hit(
      field: Field(rawValue: field) ?? .text, range: Int(start)..<Int(end), source: HitSourceID(source),
      numbers: numbers, zone: zone, tricks: tricks)
  }
}

extension [WorkHit] {
  /// Brings the hits from `start` on into order, each once.
  mutating func settle(from start: Int) {
    guard count - start > 1 else { return }
    var isSorted = true
    for index in (start + 1)..<count where !WorkHit.precedes(self[index - 1], self[index]) {
      isSorted = false
      break
    }
    if !isSorted { self[start...].sort(by: WorkHit.precedes) }
    var kept = start + 1
    for index in (start + 1)..<count where !self[index].isSame(as: self[kept - 1]) {
      self[kept] = self[index]
      kept += 1
    }
    removeSubrange(kept...)
  }
}
