// SPDX-License-Identifier: Apache-2.0

/// Some bits for each pair of two classes, those of a pair in one line of the cache.
struct PairBits: Sendable {
  private let columns: Int
  private let layers: Int
  private var words: [UInt64]

  /// All bits unset.
  ///
  /// - Parameters:
  ///   - rows: how many first classes there are.
  ///   - columns: how many second classes.
  ///   - layers: how many bits a pair has.
  init(rows: Int, columns: Int, layers: Int) {
    self.columns = (columns + 63) / 64
    self.layers = layers
    words = Array(repeating: 0, count: rows * self.columns * layers)
  }

  mutating func set(_ row: Int, _ column: Int, _ layer: Int) {
    words[place(row, column) + layer] |= 1 << UInt64(column & 63)
  }

  /// Whether a bit is set.
  @inline(__always)
  func has(_ row: Int, _ column: Int, _ layer: Int) -> Bool {
    words[place(row, column) + layer] & 1 << UInt64(column & 63) != 0
  }

  @inline(__always)
  private func place(_ row: Int, _ column: Int) -> Int { (row * columns + column >> 6) * layers }
}
