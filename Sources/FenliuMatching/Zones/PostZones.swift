// SPDX-License-Identifier: Apache-2.0
import FenliuModel

/// Where the zones of a post lie, field by field.
struct PostZones: Sendable {
  private var title = FieldZones()
  private var text = FieldZones()

  /// Reads both fields, each once from left to right.
  mutating func make(title: Span<UInt8>, text: Span<UInt8>) {
    self.title.read(title)
    self.text.read(text)
  }

  /// The zone in which a hit begins, and all that it touches.
  @inline(__always)
  func zones(of entry: Collected.Entry) -> (first: TextZone, all: FieldSet) {
    // Asked in place: no list of boundaries is copied.
    if entry.field == Field.title.rawValue {
      if title.isAllOwn { return (.own, FieldSet(.title, .own)) }
      return title.zones(of: Int(entry.start)..<Int(entry.end), in: .title)
    }
    if text.isAllOwn { return (.own, FieldSet(.text, .own)) }
    return text.zones(of: Int(entry.start)..<Int(entry.end), in: .text)
  }
}

/// Where the zones of one field begin.
struct FieldZones: Sendable {
  /// A place from which on a zone goes until the next.
  struct Boundary: Sendable, BitwiseCopyable {
    var start: UInt32
    var zone: TextZone
  }

  /// Ascending; what is before the first is own.
  private(set) var boundaries: [Boundary] = []

  /// Whether nothing but the writer's own words stands in it.
  var isAllOwn: Bool { boundaries.isEmpty }

  /// Finds the zones of a field.
  mutating func read(_ text: Span<UInt8>) {
    boundaries.removeAll(keepingCapacity: true)
    var reader = ZoneReader()
    reader.read(text, into: &boundaries)
  }

  /// The zone at the start of some bytes, and all that they touch; mentions and links in the midst of them do not count.
  func zones(of range: Range<Int>, in field: Field) -> (first: TextZone, all: FieldSet) {
    var low = 0
    var high = boundaries.count
    // Invariant: all up to `low` begin at the start or before it, all from `high` on behind it.
    while low < high {
      let middle = (low + high) / 2
      if Int(boundaries[middle].start) <= range.lowerBound { low = middle + 1 } else { high = middle }
    }
    let first = low == 0 ? TextZone.own : boundaries[low - 1].zone
    var all = FieldSet(field, first)
    while low < boundaries.count, Int(boundaries[low].start) < range.upperBound {
      let zone = boundaries[low].zone
      low += 1
      // Who writes a name or an address into a sentence goes on behind it.
      let isPassed = low < boundaries.count && Int(boundaries[low].start) < range.upperBound
      if isPassed, zone == .mention || zone == .link { continue }
      all.insert(FieldSet(field, zone))
    }
    return (first, all)
  }
}
