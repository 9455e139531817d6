// SPDX-License-Identifier: Apache-2.0

/// Which cells of a double array are taken, and where a group of new ones fits between them.
struct Board {
  /// One bit for each cell, set where it is taken.
  private var taken: [UInt64]
  /// No cell before this one is free.
  private var firstFree: Int
  /// How many cells the last group had, and where its first one went: groups of a size are looked for from there on.
  private var last = (count: 0, cell: 0)
  /// No cell from this one on is taken.
  private(set) var end: Int

  /// A board whose first cells are taken.
  init(reserving count: Int) {
    taken = Array(repeating: UInt64.max, count: count / 64)
    taken.append((1 << UInt64(count % 64)) - 1)
    firstFree = count
    end = count
  }

  /// Takes a cell for each of some distances from a base and gives the base, at least 1.
  ///
  /// - Parameter distances: rising, none of them more than the number of cells reserved.
  mutating func place(_ distances: [Int]) -> Int {
    while isTaken(firstFree) { firstFree += 1 }
    let isLikeLast = distances.count == last.count
    let first = max(firstFree, isLikeLast ? last.cell : 0)
    let base = distances.count == 1 ? firstFree - distances[0] : fit(distances, from: first - distances[0])
    for distance in distances { take(base + distance) }
    last = (distances.count, base + distances[0])
    return base
  }

  /// The first base from `start` on at which all cells are free. 64 bases are tried at once.
  private func fit(_ distances: [Int], from start: Int) -> Int {
    var base = start
    while true {
      var wrong: UInt64 = 0
      for distance in distances {
        wrong |= stretch(at: base + distance)
        if wrong == UInt64.max { break }
      }
      if wrong != UInt64.max { return base + (~wrong).trailingZeroBitCount }
      base += 64
    }
  }

  /// The bits of the 64 cells from one on.
  private func stretch(at cell: Int) -> UInt64 {
    let word = cell >> 6
    let shift = UInt64(cell & 63)
    guard word < taken.count else { return 0 }
    let low = taken[word] >> shift
    return shift == 0 || word + 1 == taken.count ? low : low | taken[word + 1] << (64 - shift)
  }

  private func isTaken(_ cell: Int) -> Bool {
    cell >> 6 < taken.count && taken[cell >> 6] >> UInt64(cell & 63) & 1 != 0
  }

  private mutating func take(_ cell: Int) {
    while taken.count <= cell >> 6 { taken.append(0) }
    taken[cell >> 6] |= 1 << UInt64(cell & 63)
    end = max(end, cell + 1)
  }
}
