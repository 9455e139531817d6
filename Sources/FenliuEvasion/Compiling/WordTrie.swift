// SPDX-License-Identifier: Apache-2.0

/// The words letter by letter, beginnings shared.
struct WordTrie: Sendable {
  struct Ending: Sendable {
    var target: UInt32
    var tricks: Tricks
    var hasOpenEnd: Bool
    var purposes: UInt64
  }

  struct Node: Sendable {
    /// The words that end here.
    var endings: [Ending] = []
    /// The tricks of all words that go through here.
    var tricks: Tricks = []
    /// Whom any of them serves.
    var purposes: UInt64 = 0
    /// Where the children lie, sorted by letter.
    var first: UInt32 = 0
    var end: UInt32 = 0

    var isLeaf: Bool { first == end }
  }

  /// The first is where all words begin.
  private(set) var nodes = [Node()]
  /// The letters that lead to children, in order for each node.
  private(set) var letters: [UInt32] = []
  private var children: [UInt32] = []
  /// For each letter the node it leads to from the first, 0 where there is none.
  private var beginnings: [UInt32]

  /// - Parameter words: the numbers of the letters of each word.
  init(_ words: [(letters: [UInt32], ending: Ending)]) {
    beginnings = Array(repeating: 0, count: Int(words.lazy.compactMap { $0.letters.max() }.max() ?? 0) + 1)
    let sorted = words.sorted { $0.letters.lexicographicallyPrecedes($1.letters) }
    fill(0, sorted[...], depth: 0)
    for place in Int(nodes[0].first)..<Int(nodes[0].end) { beginnings[Int(letters[place])] = children[place] }
  }

  /// Makes what is below a node of the words that go through it.
  private mutating func fill(_ node: Int, _ words: ArraySlice<(letters: [UInt32], ending: Ending)>, depth: Int) {
    for word in words {
      nodes[node].tricks.formUnion(word.ending.tricks)
      nodes[node].purposes |= word.ending.purposes
      if word.letters.count == depth { nodes[node].endings.append(word.ending) }
    }
    var groups: [(letter: UInt32, words: ArraySlice<(letters: [UInt32], ending: Ending)>)] = []
    var start = words.startIndex
    while start < words.endIndex {
      guard words[start].letters.count > depth else {
        start += 1
        continue
      }
      let letter = words[start].letters[depth]
      let end = words[start...].firstIndex { $0.letters[depth] != letter } ?? words.endIndex
      groups.append((letter, words[start..<end]))
      start = end
    }
    nodes[node].first = UInt32(letters.count)
    nodes[node].end = UInt32(letters.count + groups.count)
    let first = nodes.count
    for (place, group) in groups.enumerated() {
      letters.append(group.letter)
      children.append(UInt32(first + place))
      nodes.append(Node())
    }
    for (place, group) in groups.enumerated() { fill(first + place, group.words, depth: depth + 1) }
  }

  /// Where the letters and children of a node lie.
  @inline(__always)
  func children(of node: UInt32) -> Range<Int> { Int(nodes[Int(node)].first)..<Int(nodes[Int(node)].end) }

  /// The node that a letter leads to.
  func child(of node: UInt32, by letter: UInt32) -> UInt32? {
    if node == 0 {
      let child = beginnings[Int(letter)]
      return child == 0 ? nil : child
    }
    var low = Int(nodes[Int(node)].first)
    var high = Int(nodes[Int(node)].end)
    // Invariant: all before `low` are smaller, all from `high` on are not.
    while low < high {
      let middle = (low + high) / 2
      if letters[middle] < letter { low = middle + 1 } else { high = middle }
    }
    guard low < Int(nodes[Int(node)].end), letters[low] == letter else { return nil }
    return children[low]
  }
}
