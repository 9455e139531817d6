// SPDX-License-Identifier: Apache-2.0

/// Finds every occurrence of every one of many literals in one pass, nested and overlapping ones too.
///
/// Aho and Corasick's automaton ("Efficient string matching", CACM 18, 1975) over scalars, in Aoe's double array ("An
/// efficient digital search algorithm by using a double-array structure", IEEE TSE 15, 1989): the state after symbol `c` in
/// state `s` is `base(s) + c`, if the cell there says that it belongs to `s`. A symbol that begins a literal is itself the
/// number of its first state, so that falling back to the start needs no look-up.
///
/// `Builder` makes it from a trie; a naive search is the oracle of the tests. Immutable: make one, share it. About 16 bytes
/// for each beginning that literals have, and 140 kB.
public struct KeywordAutomaton: Sendable {
  /// A state, or a hole between states.
  @usableFromInline
  struct Cell: Sendable, BitwiseCopyable {
    /// Where the next states lie, in the lower 30 bits; above them `reports` and `fallsDeep`.
    @usableFromInline var base: UInt32
    /// The state that this one is next to; `noState` in a hole and at the start.
    @usableFromInline var owner: UInt32
    @inlinable init(base: UInt32, owner: UInt32) {
      self.base = base
      self.owner = owner
    }
    /// Set where a literal ends.
    @inlinable static var reports: UInt32 { 1 << 31 }
    /// Set where falling back leads to another state than the start.
    @inlinable static var fallsDeep: UInt32 { 1 << 30 }
    /// The bits of the base proper.
    @inlinable static var place: UInt32 { fallsDeep - 1 }
    @inlinable static var noState: UInt32 { UInt32.max }
  }

  /// Equal literals that end in a state, and where to find the shorter ones that end there too.
  @usableFromInline
  struct Report: Sendable, BitwiseCopyable {
    /// The place in `literals` of the first one.
    @usableFromInline var first: UInt32
    /// How many there are.
    @usableFromInline var count: UInt32
    /// How many bytes each of them has.
    @usableFromInline var length: UInt32
    /// The report of the next shorter literal that ends here, 0 if there is none.
    @usableFromInline var next: UInt32
  }

  @usableFromInline let symbols: SymbolTable
  /// The double array. State 0 is the start.
  ///
  /// Invariant: the base of every cell plus the greatest symbol is a cell.
  @usableFromInline let cells: [Cell]
  /// For each state, the one for the longest end of its literal that begins another.
  @usableFromInline let falls: [UInt32]
  /// For each state, its first report, 0 if there is none.
  @usableFromInline let firstReports: [UInt32]
  /// The reports, from 1 on.
  @usableFromInline let reports: [Report]
  /// The literals in their order of symbols, so that equal ones are neighbours.
  @usableFromInline let literals: [LiteralID]
  /// How many literals the automaton was made from.
  public let literalCount: Int

  /// Builds the automaton of some normalized literals, about 0.15 s for 100,000.
  ///
  /// - Parameter literals: well-formed UTF-8; anything else is a programmer's error. Equal ones are all reported, empty ones
  ///   never occur. A literal's id is its place.
  public init(_ literals: [[UInt8]]) {
    self.init(
      scalars: literals.map { bytes in
        guard let text = String(validating: bytes, as: UTF8.self) else {
          preconditionFailure("a literal is well-formed UTF-8")
        }
        return Array(text.unicodeScalars)
      })
  }

  /// Builds the automaton of some normalized literals, about 0.15 s for 100,000.
  ///
  /// - Parameter literals: equal ones are all reported, empty ones never occur. A literal's id is its place.
  public init(_ literals: [String]) {
    self.init(scalars: literals.map { Array($0.unicodeScalars) })
  }

  private init(scalars: [[Unicode.Scalar]]) {
    let builder = Builder(scalars)
    symbols = builder.symbols
    cells = builder.cells
    falls = builder.falls
    firstReports = builder.firstReports
    reports = builder.reports
    literals = builder.order.map { LiteralID($0) }
    literalCount = scalars.count
  }

  /// Calls `body` with every occurrence of every literal and the bytes it lies in.
  ///
  /// In the order of their ends; of those that end together the longest first, equal ones in the order of their ids.
  ///
  /// - Parameter bytes: normalized text in well-formed UTF-8. In anything else some occurrences may be missed.
  @inlinable
  public func forEachHit(in bytes: Span<UInt8>, _ body: (LiteralID, Range<Int>) -> Void) {
    guard reports.count > 1 else { return }
    let cells = cells.span
    let basic = symbols.basic.span
    var state: UInt32 = 0
    var cell = cells[0]
    var offset = 0
    while offset < bytes.count {
      let first = UInt32(bytes[offset])
      let symbol: UInt32
      var start: UInt32
      if first < 0x80 {
        symbol = UInt32(basic[Int(first)])
        offset += 1
        start = symbol <= symbols.starters ? symbol : 0
      } else if first & 0xF0 == 0xE0, offset + 2 < bytes.count {
        let middle = UInt32(bytes[offset + 1] & 0x3F)
        let last = UInt32(bytes[offset + 2] & 0x3F)
        symbol = UInt32(basic[Int((first & 0x0F) << 12 | middle << 6 | last)])
        offset += 3
        start = symbol <= symbols.starters ? symbol : 0
      } else {
        (symbol, start) = rareSymbol(at: &offset, in: bytes)
      }
      // Invariant: what was read up to the last step ends with what leads to `state`, and with nothing longer.
      while true {
        let next = (cell.base & Cell.place) + symbol
        let candidate = cells[Int(next)]
        if candidate.owner == state {
          state = next
          cell = candidate
          break
        }
        if cell.base & Cell.fallsDeep == 0 {
          state = start
          cell = cells[Int(start)]
          break
        }
        state = falls[Int(state)]
        cell = cells[Int(state)]
      }
      if cell.base & Cell.reports != 0 { report(state, endingAt: offset, body) }
    }
  }

  /// All occurrences, in the order of `forEachHit`. For tests and short lists.
  public func hits(in bytes: [UInt8]) -> [(literal: LiteralID, range: Range<Int>)] {
    var found: [(literal: LiteralID, range: Range<Int>)] = []
    forEachHit(in: bytes.span) { found.append(($0, $1)) }
    return found
  }

  @inlinable
  func report(_ state: UInt32, endingAt end: Int, _ body: (LiteralID, Range<Int>) -> Void) {
    var number = firstReports[Int(state)]
    while number != 0 {
      let report = reports[Int(number)]
      for place in Int(report.first)..<Int(report.first + report.count) {
        body(literals[place], end - Int(report.length)..<end)
      }
      number = report.next
    }
  }

  /// The symbol of a scalar of two or four bytes, and the state it leads to from the start.
  @usableFromInline
  func rareSymbol(at offset: inout Int, in bytes: Span<UInt8>) -> (symbol: UInt32, start: UInt32) {
    let first = UInt32(bytes[offset])
    let length = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard length > 1, offset + length <= bytes.count else {
      offset += 1
      return (0, 0)
    }
    var scalar = first & (0x7F >> UInt32(length))
    for place in offset + 1..<offset + length { scalar = scalar << 6 | UInt32(bytes[place] & 0x3F) }
    offset += length
    let symbol = symbols[scalar]
    return (symbol, symbols.begins(symbol) ? symbol : 0)
  }
}
