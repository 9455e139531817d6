// SPDX-License-Identifier: Apache-2.0

extension Span<UInt8> {
  /// The part of `range` without white space at both ends: ASCII's, the no-break space and the ideographic space.
  func trimmedRange(_ range: Range<Int>) -> Range<Int> {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let length = spaceLength(at: low, before: high)
      guard length > 0 else { break }
      low += length
    }
    while high > low {
      if self[high - 1].isASCIISpace {
        high -= 1
      } else if high - low >= 2, spaceLength(at: high - 2, before: high) == 2 {
        high -= 2
      } else if high - low >= 3, spaceLength(at: high - 3, before: high) == 3 {
        high -= 3
      } else {
        break
      }
    }
    return low..<high
  }

  /// Whether nothing but ASCII's white space is there.
  @inline(__always)
  func isBlank(_ range: Range<Int>) -> Bool {
    var place = range.lowerBound
    while place < range.upperBound, self[place].isASCIISpace { place += 1 }
    return place == range.upperBound
  }

  /// How many bytes the white space at `place` has; 0 where there is none.
  private func spaceLength(at place: Int, before end: Int) -> Int {
    let byte = self[place]
    if byte.isASCIISpace { return 1 }
    if byte == 0xC2, end - place >= 2, self[place + 1] == 0xA0 { return 2 }
    if byte == 0xE3, end - place >= 3, self[place + 1] == 0x80, self[place + 2] == 0x80 { return 3 }
    return 0
  }
}

extension UInt8 {
  /// Whether the byte is a blank, a tab or a line end.
  @inline(__always) var isASCIISpace: Bool { self == 0x20 || self &- 9 < 5 }

  /// Whether the byte is a decimal digit.
  @inline(__always) var isDigit: Bool { self &- 0x30 < 10 }
}
