// SPDX-License-Identifier: Apache-2.0

extension KeywordAutomaton {
  /// Makes a trie of the literals and lays it into a double array.
  ///
  /// Sorted literals are a trie nearly by themselves: those that share a beginning lie together. It is walked breadth first,
  /// so that when a state's fall is looked for, those of all shorter ones are known.
  struct Builder {
    let symbols: SymbolTable
    /// The places of the literals in the list given, in the order of their symbols; empty ones are left out.
    let order: [UInt32]
    private(set) var cells: [Cell] = []
    private(set) var falls: [UInt32] = []
    private(set) var firstReports: [UInt32] = []
    private(set) var reports = [Report(first: 0, count: 0, length: 0, next: 0)]
    /// The trie, breadth first, so that the children of a node are neighbours.
    private var nodes: [Node] = []

    /// What literals begin with.
    private struct Node {
      /// The literals that begin so, in their order; those that are no longer come first.
      var literals: Range<Int>
      /// How many symbols they share.
      var depth: Int
      /// The last of these symbols.
      var symbol: UInt32
      /// The longer beginnings.
      var children: Range<Int> = 0..<0
      /// How many of the literals end here.
      var ending = 0
      /// How many bytes those have.
      var length: UInt32
      /// The cell of the state.
      var state: UInt32 = 0
    }

    init(_ literals: [[Unicode.Scalar]]) {
      let symbols = SymbolTable(literals)
      let lines = literals.enumerated().filter { !$0.element.isEmpty }.map { place, literal in
        (symbols: literal.map { symbols[$0.value] }, place: UInt32(place))
      }.sorted { left, right in
        for (a, b) in zip(left.symbols, right.symbols) where a != b { return a < b }
        return (left.symbols.count, left.place) < (right.symbols.count, right.place)
      }
      self.symbols = symbols
      order = lines.map(\.place)
      growTrie(lines.map(\.symbols), lines.map { line in literals[Int(line.place)] })
      layStates()
      fall()
    }

    /// Finds the nodes, from the start outwards.
    private mutating func growTrie(_ sorted: [[UInt32]], _ scalars: [[Unicode.Scalar]]) {
      nodes = [Node(literals: 0..<sorted.count, depth: 0, symbol: 0, length: 0)]
      var head = 0
      while head < nodes.count {
        let node = nodes[head]
        let firstChild = nodes.count
        var place = node.literals.lowerBound
        while place < node.literals.upperBound, sorted[place].count == node.depth { place += 1 }
        nodes[head].ending = place - node.literals.lowerBound
        while place < node.literals.upperBound {
          let first = place
          let symbol = sorted[place][node.depth]
          repeat { place += 1 } while place < node.literals.upperBound && sorted[place][node.depth] == symbol
          let length = node.length + UInt32(UTF8.width(scalars[first][node.depth]))
          nodes.append(Node(literals: first..<place, depth: node.depth + 1, symbol: symbol, length: length))
        }
        nodes[head].children = firstChild..<nodes.count
        head += 1
      }
    }

    /// Gives every node its cell.
    ///
    /// Where a node's children lie does not depend on where it lies itself, so those with most children go first, while
    /// there is room, and single ones fill the holes that are left.
    private mutating func layStates() {
      var board = Board(reserving: Int(symbols.count) + 1)
      var bases = [UInt32](repeating: 0, count: nodes.count)
      for child in nodes[0].children { nodes[child].state = nodes[child].symbol }
      let parents = nodes.indices.dropFirst().filter { !nodes[$0].children.isEmpty }.sorted { left, right in
        (nodes[right].children.count, left) < (nodes[left].children.count, right)
      }
      for parent in parents {
        let children = nodes[parent].children
        let base = board.place(children.map { Int(nodes[$0].symbol) })
        bases[parent] = UInt32(base)
        for child in children { nodes[child].state = UInt32(base) + nodes[child].symbol }
      }
      // A base may be as high as the last cell, and any symbol may be added to it.
      let count = board.end + Int(symbols.count) + 1
      cells = Array(repeating: Cell(base: 0, owner: Cell.noState), count: count)
      for (place, node) in nodes.enumerated() {
        cells[Int(node.state)].base = bases[place]
        for child in node.children { cells[Int(nodes[child].state)].owner = node.state }
      }
    }

    /// Finds where each state falls back to and which literals end in it.
    private mutating func fall() {
      falls = Array(repeating: 0, count: cells.count)
      firstReports = falls
      for node in nodes {
        let state = Int(node.state)
        firstReports[state] = firstReports[Int(falls[state])]
        if node.ending > 0 {
          reports.append(
            Report(
              first: UInt32(node.literals.lowerBound), count: UInt32(node.ending), length: node.length,
              next: firstReports[state]))
          firstReports[state] = UInt32(reports.count - 1)
        }
        if firstReports[state] != 0 { cells[state].base |= Cell.reports }
        for child in node.children where node.depth > 0 {
          let fall = next(from: falls[state], by: nodes[child].symbol)
          let child = Int(nodes[child].state)
          falls[child] = fall
          if fall != 0 { cells[child].base |= Cell.fallsDeep }
        }
      }
    }

    /// The state after a symbol, by falling where there is none.
    private func next(from start: UInt32, by symbol: UInt32) -> UInt32 {
      var state = start
      while true {
        let next = (cells[Int(state)].base & Cell.place) + symbol
        if cells[Int(next)].owner == state { return next }
        if state == 0 { return 0 }
        state = falls[Int(state)]
      }
    }
  }
}
