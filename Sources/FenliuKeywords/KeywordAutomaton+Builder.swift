// SPDX-License-Identifier: Apache-2.0

extension KeywordAutomaton {
  /// Lays the states of an automaton into its double array.
  ///
  /// Sorted literals are a trie: the literals that share a beginning lie together. States are met breadth first, so that
  /// when one is laid, all shorter ones, to which it may fall back, are laid with their next states.
  struct Builder {
    let symbols: SymbolTable
    /// The literals as symbols, empty ones left out, sorted.
    private let sorted: [[UInt32]]
    /// The lengths of the literals in bytes, in the order of `sorted`.
    private let lengths: [UInt32]
    /// The places of the literals in the list given, in the order of `sorted`.
    let order: [UInt32]
    private(set) var cells: [Cell]
    private(set) var falls: [UInt32]
    private(set) var firstReports: [UInt32]
    private(set) var reports = [Report(first: 0, count: 0, length: 0, next: 0)]
    /// One bit for each cell, set where a state lies or none may.
    private var taken: [UInt64]
    /// No cell before this one is free.
    private var firstFree: Int
    /// No cell from this one on is taken.
    private var end: Int

    /// The literals from `low` to `high` share their first `depth` symbols and lead to `state`.
    private struct Node {
      var low: Int
      var high: Int
      var depth: Int
      var state: UInt32
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
      sorted = lines.map(\.symbols)
      order = lines.map(\.place)
      lengths = lines.map { line in UInt32(literals[Int(line.place)].reduce(0) { $0 + UTF8.width($1) }) }
      // The cells up to the greatest symbol belong to the start, which needs no base then, nor does any other state.
      let own = Int(symbols.count) + 1
      cells = Array(repeating: Cell(base: 0, owner: Cell.noState), count: own)
      falls = Array(repeating: 0, count: own)
      firstReports = falls
      taken = Array(repeating: 0, count: (own + 63) / 64)
      for cell in 0..<own { taken[cell / 64] |= 1 << UInt64(cell % 64) }
      firstFree = own
      end = own
    }

    mutating func build() {
      var queue = [Node(low: 0, high: sorted.count, depth: 0, state: 0)]
      var children: [(symbol: UInt32, low: Int, high: Int)] = []
      var head = 0
      while head < queue.count {
        let node = queue[head]
        head += 1
        let low = noteReport(of: node)
        children.removeAll(keepingCapacity: true)
        var place = low
        while place < node.high {
          let symbol = sorted[place][node.depth]
          let first = place
          repeat { place += 1 } while place < node.high && sorted[place][node.depth] == symbol
          children.append((symbol, first, place))
        }
        if children.isEmpty { continue }
        let base = node.depth == 0 ? 0 : self.base(for: children.map { Int($0.symbol) })
        cells[Int(node.state)].base |= UInt32(base)
        for child in children {
          let state = UInt32(base) + child.symbol
          take(Int(state))
          cells[Int(state)].owner = node.state
          let fall = node.depth == 0 ? 0 : next(from: falls[Int(node.state)], by: child.symbol)
          falls[Int(state)] = fall
          if fall != 0 { cells[Int(state)].base |= Cell.fallsDeep }
          queue.append(Node(low: child.low, high: child.high, depth: node.depth + 1, state: state))
        }
      }
      // A base may be as high as the last cell, and any symbol may be added to it.
      grow(to: end + Int(symbols.count) + 1)
    }

    /// Notes the literals that end in a node and gives the place of the first that goes on.
    private mutating func noteReport(of node: Node) -> Int {
      var place = node.low
      while place < node.high, sorted[place].count == node.depth { place += 1 }
      let state = Int(node.state)
      firstReports[state] = firstReports[Int(falls[state])]
      if place > node.low {
        reports.append(
          Report(
            first: UInt32(node.low), count: UInt32(place - node.low), length: lengths[node.low],
            next: firstReports[state]))
        firstReports[state] = UInt32(reports.count - 1)
      }
      if firstReports[state] != 0 { cells[state].base |= Cell.reports }
      return place
    }

    /// The state after a symbol, by the states laid so far.
    private func next(from start: UInt32, by symbol: UInt32) -> UInt32 {
      var state = start
      while true {
        let next = (cells[Int(state)].base & Cell.place) + symbol
        if Int(next) < cells.count, cells[Int(next)].owner == state { return next }
        if state == 0 { return 0 }
        state = falls[Int(state)]
      }
    }

    /// Where some next states fit between those that are there.
    ///
    /// A single state goes into the first hole. For several a few holes are tried; where none is right they go behind all
    /// others, and leave holes for single ones.
    private mutating func base(for children: [Int]) -> Int {
      while isTaken(firstFree) { firstFree += 1 }
      if children.count == 1 { return firstFree - children[0] }
      var hole = firstFree
      for _ in 0..<64 where hole < end {
        let base = hole - children[0]
        if children.allSatisfy({ !isTaken(base + $0) }) { return base }
        repeat { hole += 1 } while isTaken(hole)
      }
      return end - children[0]
    }

    private func isTaken(_ cell: Int) -> Bool {
      cell < taken.count * 64 && taken[cell / 64] >> UInt64(cell % 64) & 1 != 0
    }

    private mutating func take(_ cell: Int) {
      grow(to: cell + 1)
      while taken.count * 64 <= cell { taken.append(0) }
      taken[cell / 64] |= 1 << UInt64(cell % 64)
      end = max(end, cell + 1)
    }

    private mutating func grow(to count: Int) {
      guard count > cells.count else { return }
      let more = count - cells.count
      cells.append(contentsOf: repeatElement(Cell(base: 0, owner: Cell.noState), count: more))
      falls.append(contentsOf: repeatElement(0, count: more))
      firstReports.append(contentsOf: repeatElement(0, count: more))
    }
  }
}
