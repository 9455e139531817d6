// SPDX-License-Identifier: Apache-2.0

/// Small numbers for the scalars that occur in literals, 0 for all others.
///
/// Symbols are what the automaton steps by: one step a scalar, not one a byte. Scalars that begin a literal come first, and
/// of these and of the others the frequent ones, so that the cells an automaton touches lie close together.
@usableFromInline
struct SymbolTable: Sendable {
  /// The symbols of scalars below U+10000.
  ///
  /// Invariant: 65,536 entries. They are below 65,536, since there are fewer scalars than that.
  @usableFromInline let basic: [UInt16]
  /// Where in `others` the symbols of 256 scalars lie, by the upper bits of a scalar from U+10000 on.
  @usableFromInline let pages: [UInt16]
  /// The symbols of scalars from U+10000 on, the first page for those that occur nowhere.
  @usableFromInline let others: [UInt32]
  /// Symbols from 1 to this one begin literals, and so do those from `basicCount` + 1 to `otherStarters`.
  @usableFromInline let starters: UInt32
  /// The symbols up to this one are of scalars below U+10000.
  let basicCount: UInt32
  /// See `starters`.
  @usableFromInline let otherStarters: UInt32
  /// The greatest symbol.
  let count: UInt32

  /// Numbers the scalars of some literals.
  init(_ literals: [[Unicode.Scalar]]) {
    var uses: [Unicode.Scalar: Int] = [:]
    var beginnings: Set<Unicode.Scalar> = []
    for literal in literals {
      if let first = literal.first { beginnings.insert(first) }
      for scalar in literal { uses[scalar, default: 0] += 1 }
    }
    let order = uses.sorted { left, right in
      let leftBasic = left.key.value < 0x10000
      let rightBasic = right.key.value < 0x10000
      if leftBasic != rightBasic { return leftBasic }
      let leftStarts = beginnings.contains(left.key)
      let rightStarts = beginnings.contains(right.key)
      if leftStarts != rightStarts { return leftStarts }
      return (right.value, left.key.value) < (left.value, right.key.value)
    }
    var basic = [UInt16](repeating: 0, count: 0x10000)
    var pages = [UInt16](repeating: 0, count: 0x1100)
    var others = [UInt32](repeating: 0, count: 256)
    var basicCount: UInt32 = 0
    var starters: UInt32 = 0
    var otherStarters: UInt32 = 0
    for (place, scalar) in order.lazy.map(\.key).enumerated() {
      let symbol = UInt32(place + 1)
      let begins = beginnings.contains(scalar)
      if scalar.value < 0x10000 {
        basic[Int(scalar.value)] = UInt16(symbol)
        basicCount = symbol
        if begins { starters = symbol }
      } else {
        let page = Int(scalar.value >> 8)
        if pages[page] == 0 {
          pages[page] = UInt16(others.count >> 8)
          others.append(contentsOf: repeatElement(0, count: 256))
        }
        others[Int(pages[page]) << 8 | Int(scalar.value & 255)] = symbol
        if begins { otherStarters = symbol }
      }
    }
    self.basic = basic
    self.pages = pages
    self.others = others
    self.basicCount = basicCount
    self.starters = starters
    self.otherStarters = max(otherStarters, basicCount)
    count = UInt32(order.count)
  }

  /// The symbol of a scalar, 0 if it occurs in no literal.
  @inlinable
  subscript(scalar: UInt32) -> UInt32 {
    if scalar < 0x10000 { return UInt32(basic[Int(scalar)]) }
    return scalar < 0x11_0000 ? others[Int(pages[Int(scalar >> 8)]) << 8 | Int(scalar & 255)] : 0
  }

  /// Whether a symbol begins a literal.
  func begins(_ symbol: UInt32) -> Bool {
    symbol <= basicCount ? symbol >= 1 && symbol <= starters : symbol <= otherStarters
  }
}
