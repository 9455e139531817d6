// SPDX-License-Identifier: Apache-2.0

/// The words letter by letter, beginnings shared.
struct WordTrie: Sendable {
  struct Ending: Sendable {
    var target: UInt32
    var tricks: Tricks
    var hasOpenEnd: Bool
  }

  struct Node: Sendable {
    /// The words that end here.
    var endings: [Ending] = []
    /// The tricks of all words that go through here.
    var tricks: Tricks = []
  }

  /// The first is where all words begin.
  private(set) var nodes = [Node()]
  private var children: [UInt64: UInt32] = [:]

  /// Adds a word. - Parameter letters: the numbers of its letters.
  mutating func add(_ letters: [UInt32], _ ending: Ending) {
    var node: UInt32 = 0
    nodes[0].tricks.formUnion(ending.tricks)
    for letter in letters {
      let key = UInt64(node) << 32 | UInt64(letter)
      if let child = children[key] {
        node = child
      } else {
        let child = UInt32(nodes.count)
        nodes.append(Node())
        children[key] = child
        node = child
      }
      nodes[Int(node)].tricks.formUnion(ending.tricks)
    }
    nodes[Int(node)].endings.append(ending)
  }

  /// The node that a letter leads to.
  func child(of node: UInt32, by letter: UInt32) -> UInt32? {
    children[UInt64(node) << 32 | UInt64(letter)]
  }
}
