// SPDX-License-Identifier: Apache-2.0
import FenliuFolding

/// Names, looked for in normalized text; of names that overlap the longest wins.
///
/// Built as a tree of bytes, poured into flat arrays. Names are few and the text near them short, so a walk from every
/// character beats the start-up of an automaton; a walk ends at the first byte that begins no name.
struct NameIndex: Sendable {
  /// A name where it stands.
  struct Found: Hashable, Sendable {
    /// The place of the name in the list the index was made from; of equal names the first.
    let name: Int
    /// The bytes.
    let range: Range<Int>
  }

  /// For each node where its edges begin; one entry more than there are nodes.
  private let firstEdge: [Int32]
  /// The byte of each edge, rising within a node.
  private let edgeByte: [UInt8]
  /// The node each edge leads to.
  private let edgeTarget: [Int32]
  /// The name that ends at each node, -1 where none does.
  private let nameAt: [Int32]
  /// Which characters of three bytes begin a name, by their scalars.
  private let characters: [Bool]
  /// Which other two bytes begin a name, by the first × 256 + the second; of a name of one byte, with whatever follows.
  private let starts: [Bool]

  /// An index of `names`, which are folded here. Empty ones are passed over.
  init(_ names: [String]) {
    var children: [[UInt8: Int]] = [[:]]
    var ends: [Int32] = [-1]
    for (place, name) in names.enumerated() {
      var node = 0
      for byte in Folding.fold(name).utf8 {
        if let next = children[node][byte] {
          node = next
        } else {
          children.append([:])
          ends.append(-1)
          children[node][byte] = children.count - 1
          node = children.count - 1
        }
      }
      if node != 0, ends[node] < 0 { ends[node] = Int32(place) }
    }
    var firstEdge: [Int32] = []
    var edgeByte: [UInt8] = []
    var edgeTarget: [Int32] = []
    for node in children {
      firstEdge.append(Int32(edgeByte.count))
      for (byte, target) in node.sorted(by: { $0.key < $1.key }) {
        edgeByte.append(byte)
        edgeTarget.append(Int32(target))
      }
    }
    firstEdge.append(Int32(edgeByte.count))
    self.firstEdge = firstEdge
    self.edgeByte = edgeByte
    self.edgeTarget = edgeTarget
    nameAt = ends
    var starts = [Bool](repeating: false, count: 65_536)
    var characters = starts
    for (first, node) in children[0] where first & 0xF0 != 0xE0 {
      for second in ends[node] >= 0 ? Array(0...255) : children[node].keys.map(Int.init) {
        starts[Int(first) << 8 | second] = true
      }
    }
    for name in names {
      if let first = Folding.fold(name).unicodeScalars.first, UTF8.width(first) == 3 {
        characters[Int(first.value)] = true
      }
    }
    self.characters = characters
    self.starts = starts
  }

  /// Whether there is nothing to look for.
  var isEmpty: Bool { edgeByte.isEmpty }

  /// The names that lie wholly in `range` of `bytes`, by place. None overlaps another: the longer one wins, of equal
  /// lengths the earlier. A side of a name that is a Latin letter or a digit must not touch another.
  func names(in bytes: Span<UInt8>, range: Range<Int>) -> [Found] {
    guard !isEmpty else { return [] }
    var all: [Found] = []
    let starts = starts.span
    let characters = characters.span
    var start = range.lowerBound
    while start < range.upperBound {
      let first = bytes[start]
      if first & 0xF0 == 0xE0, start + 2 < range.upperBound {
        let scalar = Int(first & 0x0F) << 12 | Int(bytes[start + 1] & 0x3F) << 6 | Int(bytes[start + 2] & 0x3F)
        if characters[scalar] { collect(from: start, to: range.upperBound, in: bytes, into: &all) }
        start += 3
      } else {
        let second = start + 1 < range.upperBound ? Int(bytes[start + 1]) : 0
        if starts[Int(first) << 8 | second] { collect(from: start, to: range.upperBound, in: bytes, into: &all) }
        start += 1
      }
    }
    return all.count > 1 ? Self.apart(all) : all
  }

  /// Adds the names that begin at a place.
  private func collect(from start: Int, to end: Int, in bytes: Span<UInt8>, into all: inout [Found]) {
    var node = 0
    var place = start
    while place < end, let next = target(of: node, bytes[place]) {
      node = next
      place += 1
      let name = nameAt[node]
      guard name >= 0, Folding.isWordEdge(at: start, in: bytes), Folding.isWordEdge(at: place, in: bytes) else {
        continue
      }
      all.append(Found(name: Int(name), range: start..<place))
    }
  }

  /// Of names by place those that stay: the longer before the shorter, of equal lengths the earlier, each only where it
  /// overlaps none that stays. Cost: linear in their bytes, since a text may be nothing but names.
  private static func apart(_ all: [Found]) -> [Found] {
    let first = all[0].range.lowerBound
    let end = all.reduce(first) { max($0, $1.range.upperBound) }
    var lengths: [Int: [Int]] = [:]
    for (place, found) in all.enumerated() { lengths[found.range.count, default: []].append(place) }
    var taken = [Bool](repeating: false, count: end - first)
    var stays = [Bool](repeating: false, count: all.count)
    for length in lengths.keys.sorted(by: >) {
      for place in lengths[length] ?? [] {
        let range = all[place].range.lowerBound - first..<all[place].range.upperBound - first
        // None that was kept is shorter, so one that overlaps covers an end of this one.
        if taken[range.lowerBound] || taken[range.upperBound - 1] { continue }
        stays[place] = true
        for byte in range { taken[byte] = true }
      }
    }
    return all.indices.filter { stays[$0] }.map { all[$0] }
  }

  private func target(of node: Int, _ byte: UInt8) -> Int? {
    // Nodes have few edges but for the first, where `starts` has said yes already.
    for edge in Int(firstEdge[node])..<Int(firstEdge[node + 1]) where edgeByte[edge] == byte {
      return Int(edgeTarget[edge])
    }
    return nil
  }
}
