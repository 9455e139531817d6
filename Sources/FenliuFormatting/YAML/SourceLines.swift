// SPDX-License-Identifier: Apache-2.0

/// Where the lines of a YAML file start, as libyaml counts them: CR, LF, CR LF, NEL and the two Unicode separators end one.
struct SourceLines {
  let bytes: [UInt8]
  /// Invariant: begins with 0 and grows.
  private let starts: [Int]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var starts = [0]
    var offset = 0
    while offset < bytes.count {
      let length = Self.breakLength(in: bytes, at: offset)
      offset += max(1, length)
      if length > 0 { starts.append(offset) }
    }
    self.starts = starts
  }

  /// The line that holds `offset`, counted from 0.
  func line(at offset: Int) -> Int {
    var low = 0
    var high = starts.count
    // Invariant: starts[low] <= offset, and every line from `high` on starts after it.
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// How many bytes stand before `offset` on its line.
  func column(at offset: Int) -> Int { offset - starts[line(at: offset)] }

  /// Where the line of `offset` ends, without what ends it.
  func endOfLine(at offset: Int) -> Int {
    var end = offset
    while end < bytes.count, Self.breakLength(in: bytes, at: end) == 0 { end += 1 }
    return end
  }

  /// Whether nothing but white space stands before `offset` on its line.
  func isFirst(_ offset: Int) -> Bool {
    bytes[starts[line(at: offset)]..<offset].allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  /// The first byte at or behind `offset` that is neither white space nor of a comment, nor a comma where they only part
  /// things; the end where there is none. `offset` must not lie within a text.
  func significant(from offset: Int, passingCommas: Bool) -> Int {
    var offset = offset
    while offset < bytes.count {
      let length = Self.breakLength(in: bytes, at: offset)
      if length > 0 {
        offset += length
      } else if bytes[offset] == 0x20 || bytes[offset] == 0x09
        || (passingCommas && bytes[offset] == UInt8(ascii: ","))
      {
        offset += 1
      } else if bytes[offset] == UInt8(ascii: "#") {
        offset = endOfLine(at: offset)
      } else {
        break
      }
    }
    return offset
  }

  /// How many bytes end a line at `offset`; 0 where none does.
  static func breakLength(in bytes: [UInt8], at offset: Int) -> Int {
    switch bytes[offset] {
    case 0x0A: 1
    case 0x0D: offset + 1 < bytes.count && bytes[offset + 1] == 0x0A ? 2 : 1
    case 0xC2: offset + 1 < bytes.count && bytes[offset + 1] == 0x85 ? 2 : 0
    case 0xE2:
      offset + 2 < bytes.count && bytes[offset + 1] == 0x80 && (bytes[offset + 2] == 0xA8 || bytes[offset + 2] == 0xA9)
        ? 3 : 0
    default: 0
    }
  }
}
