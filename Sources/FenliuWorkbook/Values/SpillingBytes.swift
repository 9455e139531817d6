// SPDX-License-Identifier: Apache-2.0
import Glibc

/// Bytes that are appended once and read anywhere: the first ones in memory, the rest in a temporary file.
///
/// The file has no name, only its owner could ever read it, and it goes with the process. Memory stays at the budget and two
/// blocks, whatever is appended.
struct SpillingBytes: ~Copyable {
  private static let blockSize = 1 << 18
  /// How many bytes there are.
  private(set) var count = 0
  private let blocksInMemory: Int
  private let folder: String
  /// Invariant: every block is full but the last.
  private var blocks: [[UInt8]] = []
  /// The block that is being filled, when memory holds no more.
  private var filling: [UInt8] = []
  /// The block of the file that was read last, and which it is.
  private var window: [UInt8] = []
  private var windowNumber = -1
  private var file: CInt = -1

  init(inMemory budget: Int, temporaryFilesIn folder: String) {
    blocksInMemory = budget / Self.blockSize
    self.folder = folder
  }

  deinit { if file >= 0 { close(file) } }

  mutating func append(_ bytes: [UInt8]) throws(WorkbookFailure) {
    var start = 0
    while start < bytes.count {
      let number = count / Self.blockSize
      let room = Self.blockSize - count % Self.blockSize
      let part = bytes[start..<min(bytes.count, start + room)]
      if number < blocksInMemory {
        if number == blocks.count { blocks.append([]) }
        blocks[number].append(contentsOf: part)
      } else {
        filling.append(contentsOf: part)
        if filling.count == Self.blockSize { try spill() }
      }
      count += part.count
      start += part.count
    }
  }

  /// Appends the bytes of a range to `bytes`.
  mutating func read(_ range: Range<Int>, into bytes: inout [UInt8]) throws(WorkbookFailure) {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "a range of bytes that were appended")
    var place = range.lowerBound
    while place < range.upperBound {
      let number = place / Self.blockSize
      let from = place % Self.blockSize
      let upTo = min(Self.blockSize, from + range.upperBound - place)
      if number < blocks.count {
        bytes.append(contentsOf: blocks[number][from..<upTo])
      } else if number == count / Self.blockSize {
        bytes.append(contentsOf: filling[from..<upTo])
      } else {
        if number != windowNumber { try load(number) }
        bytes.append(contentsOf: window[from..<upTo])
      }
      place += upTo - from
    }
  }

  /// Where a block begins in the file.
  private func offset(of number: Int) -> Int { (number - blocksInMemory) * Self.blockSize }

  /// Writes the block that is full to the end of the file.
  private mutating func spill() throws(WorkbookFailure) {
    if file < 0 { file = try TemporaryFile.open(in: folder) }
    try TemporaryFile.write(filling, to: file, at: offset(of: count / Self.blockSize))
    filling.removeAll(keepingCapacity: true)
  }

  private mutating func load(_ number: Int) throws(WorkbookFailure) {
    windowNumber = -1
    window = try ArchiveTail.bytes(of: file, from: offset(of: number), count: Self.blockSize)
    guard window.count == Self.blockSize else { throw .system(number: EIO) }
    windowNumber = number
  }
}
