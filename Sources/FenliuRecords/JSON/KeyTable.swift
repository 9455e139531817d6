// SPDX-License-Identifier: Apache-2.0

/// The keys of JSON rows that were met so far, and what each means.
///
/// Rows of one export have the same keys in the same order nearly always, so the key after the last one is tried first.
/// The table forgets all when it has grown large, so that hostile keys cannot fill memory.
struct KeyTable {
  private struct Entry {
    let name: [UInt8]
    let meaning: ColumnNames.Meaning
    /// The last row that had the key.
    var row = -1
    /// The last chunk that had the key.
    var chunk = -1
  }

  /// The most keys that one row may have.
  static let mostKeys = 1024
  /// The most unlisted names that are kept for the person at the keyboard.
  static let mostUnlisted = 64
  /// The most bytes of such a name that are kept.
  static let longestUnlisted = 256
  /// The most bytes of names that are remembered from row to row: a row may be one key of some megabytes.
  static let mostBytes = 1 << 20

  private let names: ColumnNames
  private var entries: [Entry] = []
  private var places: [[UInt8]: Int] = [:]
  /// The bytes of all names in `entries`.
  private var byteCount = 0
  /// Where the next key is expected.
  private var guess = 0
  private var row = 0
  private var chunk = 0
  private var keysInRow = 0
  /// The names in this chunk that mean nothing to us, in the order of their first appearance.
  private(set) var unlisted: [String] = []
  /// All names in this chunk, likewise.
  private(set) var met: [String] = []
  /// Whether a row of this chunk has the column of labels.
  private(set) var hasLabel = false

  init(names: ColumnNames) { self.names = names }

  /// Starts a chunk: its unlisted names are collected afresh, so that they do not depend on what a thread has read before.
  mutating func beginChunk() {
    chunk += 1
    unlisted.removeAll(keepingCapacity: true)
    met.removeAll(keepingCapacity: true)
    hasLabel = false
  }

  /// Starts a row.
  mutating func beginRow() {
    if entries.count > 4 * Self.mostKeys || byteCount > Self.mostBytes {
      entries.removeAll()
      places.removeAll()
      byteCount = 0
    }
    row += 1
    guess = 0
    keysInRow = 0
  }

  /// What the key in these bytes means. A key that the row has already is refused.
  mutating func meaning(_ bytes: Span<UInt8>, _ key: Range<Int>) throws(RowProblem) -> ColumnNames.Meaning {
    keysInRow += 1
    guard keysInRow <= Self.mostKeys else { throw RowProblem(.tooManyKeys) }
    let place = place(bytes, key)
    guess = place + 1
    guard entries[place].row != row else { throw RowProblem(.duplicateKey) }
    entries[place].row = row
    let meaning = entries[place].meaning
    if entries[place].chunk != chunk {
      entries[place].chunk = chunk
      let name = Self.shown(String(decoding: entries[place].name, as: UTF8.self))
      if meaning == .unlisted, unlisted.count < Self.mostUnlisted { unlisted.append(name) }
      if met.count < Self.mostUnlisted { met.append(name) }
      if meaning == .column(.label) { hasLabel = true }
    }
    return meaning
  }

  private mutating func place(_ bytes: Span<UInt8>, _ key: Range<Int>) -> Int {
    if guess < entries.count, entries[guess].name.count == key.count {
      let name = entries[guess].name
      var same = 0
      while same < key.count, name[same] == bytes[key.lowerBound + same] { same += 1 }
      if same == key.count { return guess }
    }
    var name: [UInt8] = []
    name.reserveCapacity(key.count)
    for index in key { name.append(bytes[index]) }
    if let known = places[name] { return known }
    let meaning = names.meaning(of: String(decoding: name, as: UTF8.self))
    entries.append(Entry(name: name, meaning: meaning))
    places[name] = entries.count - 1
    byteCount += name.count
    return entries.count - 1
  }

  /// The name, or so much of it as people are told.
  static func shown(_ name: String) -> String {
    guard name.utf8.count > longestUnlisted else { return name }
    var end = name.utf8.index(name.startIndex, offsetBy: longestUnlisted)
    while name.utf8[end] & 0xC0 == 0x80 { end = name.utf8.index(before: end) }
    return name[..<end] + "…"
  }
}
