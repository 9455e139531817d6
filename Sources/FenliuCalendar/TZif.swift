// SPDX-License-Identifier: Apache-2.0

/// A file of the time zone database in its compiled form.
///
/// Source of the format: RFC 9636. Versions 2 to 4 only, which every system has written since 2005; leap seconds are
/// passed over.
enum TZif {
  /// The table in `bytes`; nil where they are not such a file.
  static func table(_ bytes: [UInt8]) -> ZoneTable? {
    var cursor = Cursor(bytes: bytes)
    // The first block holds 32-bit times for old readers and is skipped.
    guard let old = cursor.header(), old.version >= UInt8(ascii: "2"), cursor.skip(old.size(timeSize: 4)),
      let counts = cursor.header()
    else { return nil }
    let blockStart = cursor.place
    guard cursor.skip(counts.size(timeSize: 8)), counts.types > 0 else { return nil }
    let typeStart = blockStart + counts.times * 9
    func offset(ofType type: Int) -> Int? {
      type < counts.types ? cursor.integer(at: typeStart + type * 6, size: 4).map { Int($0) } : nil
    }
    guard let first = offset(ofType: 0) else { return nil }
    var transitions: [ZoneTable.Transition] = []
    for index in 0..<counts.times {
      guard let start = cursor.integer(at: blockStart + index * 8, size: 8),
        let offset = offset(ofType: Int(bytes[blockStart + counts.times * 8 + index])),
        transitions.last.map({ $0.start < start }) ?? true
      else { return nil }
      transitions.append(.init(start, offset))
    }
    let footer = bytes[cursor.place...].split(separator: UInt8(ascii: "\n"))
    let rule = footer.first.flatMap { SummerTimeRule(Array($0)) }
    return ZoneTable(first: first, transitions: transitions, rule: rule)
  }

  /// What a header says about the block that follows it.
  private struct Header {
    let version: UInt8
    let universal: Int, standard: Int, leaps: Int, times: Int, types: Int, characters: Int

    func size(timeSize: Int) -> Int {
      times * timeSize + times + types * 6 + characters + leaps * (timeSize + 4) + standard + universal
    }
  }

  private struct Cursor {
    let bytes: [UInt8]
    var place = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    /// The big-endian signed integer of `size` bytes at `place`.
    func integer(at place: Int, size: Int) -> Int64? {
      guard place >= 0, place + size <= bytes.count else { return nil }
      var value: UInt64 = 0
      for byte in bytes[place..<(place + size)] { value = value << 8 | UInt64(byte) }
      return size == 4 ? Int64(Int32(truncatingIfNeeded: value)) : Int64(bitPattern: value)
    }

    mutating func skip(_ count: Int) -> Bool {
      guard count >= 0, place + count <= bytes.count else { return false }
      place += count
      return true
    }

    mutating func header() -> Header? {
      guard place + 44 <= bytes.count, bytes[place..<(place + 4)].elementsEqual("TZif".utf8) else { return nil }
      let version = bytes[place + 4]
      var counts: [Int] = []
      for index in 0..<6 {
        guard let count = integer(at: place + 20 + index * 4, size: 4), (0...1_000_000).contains(count) else {
          return nil
        }
        counts.append(Int(count))
      }
      place += 44
      return Header(
        version: version, universal: counts[0], standard: counts[1], leaps: counts[2], times: counts[3],
        types: counts[4], characters: counts[5])
    }
  }
}
