// SPDX-License-Identifier: Apache-2.0

/// The keys of JSON rows that were met so far, and what each means.
///
/// Rows of one export have the same keys in the same order nearly always, so the key after the last one is tried first.
/// The table forgets all when it has grown large, so that hostile keys cannot fill memory. Unlisted names are counted by rows that are
/// posts; whoever adds the counts of all chunks gets the same sum wherever the chunks were cut.
struct KeyTable {
  private struct Entry {
    let name: [UInt8]
    let meaning: ColumnNames.Meaning
    /// The last row that had the key.
    var row = -1
    /// The last chunk in which a post had the key.
    var chunk = -1
    /// Where the name stands among the unlisted ones of that chunk.
    var slot = 0
  }

  /// The most keys that one row may have.
  static let mostKeys = 1024
  /// Longer names, in bytes, are counted and not kept.
  static let longestKept = 256
  /// The most names that mean something that are told.
  private static let mostListed = 64
  /// The most bytes of names that are held.
  private static let mostBytes = 1 << 22

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
  /// The places of the unlisted keys of the row at hand.
  private var unlistedInRow: [Int] = []
  /// The names in this chunk that mean nothing to us, in the order in which posts first had them, and how many had each. A name stands
  /// there twice where the table forgot it meanwhile.
  private(set) var unlisted: [UnlistedName] = []
  /// The names in this chunk that mean something to us, in the order of their first appearance; at most 64.
  private(set) var listed: [String] = []
  /// Whether a row of this chunk has the column of labels.
  private(set) var hasLabel = false

  init(names: ColumnNames) { self.names = names }

  /// Starts a chunk: its unlisted names are collected afresh, so that they do not depend on what a thread has read before.
  mutating func beginChunk() {
    chunk += 1
    unlisted.removeAll(keepingCapacity: true)
    listed.removeAll(keepingCapacity: true)
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
    unlistedInRow.removeAll(keepingCapacity: true)
  }

  /// Counts the unlisted keys of the row, which turned out to be a post.
  mutating func countRow() {
    for place in unlistedInRow {
      if entries[place].chunk != chunk {
        entries[place].chunk = chunk
        entries[place].slot = unlisted.count
        let name = entries[place].name
        unlisted.append(
          UnlistedName(name: name.count > Self.longestKept ? "" : String(decoding: name, as: UTF8.self), posts: 0))
      }
      unlisted[entries[place].slot].posts += 1
    }
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
    if meaning == .unlisted {
      unlistedInRow.append(place)
    } else if entries[place].chunk != chunk {
      entries[place].chunk = chunk
      if listed.count < Self.mostListed, entries[place].name.count <= Self.longestKept {
        listed.append(String(decoding: entries[place].name, as: UTF8.self))
      }
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
    byteCount += name.count
    places[name] = entries.count - 1
    return entries.count - 1
  }

  /// The name, or so much of it as people are told.
  static func shown(_ name: String) -> String {
    guard name.utf8.count > longestKept else { return name }
    var end = name.utf8.index(name.startIndex, offsetBy: longestKept)
    while name.utf8[end] & 0xC0 == 0x80 { end = name.utf8.index(before: end) }
    return name[..<end] + "…"
  }
}
