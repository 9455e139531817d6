// SPDX-License-Identifier: Apache-2.0

/// How many candidates of each kind a stretch of a text gave.
struct Candidates {
  var pairs = 0
  var beginnings = 0
}

extension KeywordScanner {
  /// How many candidates of a kind are collected before they are confirmed.
  static let candidates = 2048

  /// Notes the candidates of a text until there are many, or the text ends.
  ///
  /// - Parameters:
  ///   - place: where to begin, at a character; afterwards where to go on.
  ///   - looksAtAll: whether a literal without pair begins with a character of three bytes.
  @inline(__always)
  func collect(
    _ bytes: Span<UInt8>, from place: inout Int, looksAtAll: Bool, _ pairRoom: inout [UInt32],
    _ beginningRoom: inout [UInt32]
  ) -> Candidates {
    // SAFETY: nothing is read but `count` bytes of the text, words of the maps by numbers that have no more bits than the maps, and the room of
    // candidates, of which a step takes four at most and leaves the rest. No pointer outlives the call.
    unsafe bytes.withUnsafeBytes { text in
      unsafe pairs.words.withUnsafeBufferPointer { pairs in
        unsafe characters.words.withUnsafeBufferPointer { characters in
          unsafe beginnings.words.withUnsafeBufferPointer { beginnings in
            unsafe pairRoom.withUnsafeMutableBufferPointer { pairRoom in
              unsafe beginningRoom.withUnsafeMutableBufferPointer { beginningRoom in
                unsafe Collector(
                  text: text.baseAddress!, count: text.count, pairs: pairs.baseAddress!, pairShift: self.pairs.shift,
                  characters: characters.baseAddress!, characterShift: self.characters.shift,
                  beginnings: beginnings.baseAddress!, pairRoom: pairRoom.baseAddress!,
                  beginningRoom: beginningRoom.baseAddress!
                ).run(from: &place, looksAtAll: looksAtAll)
              }
            }
          }
        }
      }
    }
  }
}

/// The loop over a text, with all it touches at hand.
@safe
private struct Collector {
  let text: UnsafeRawPointer
  let count: Int
  let pairs: UnsafePointer<UInt64>
  let pairShift: UInt64
  let characters: UnsafePointer<UInt64>
  let characterShift: UInt64
  let beginnings: UnsafePointer<UInt64>
  let pairRoom: UnsafeMutablePointer<UInt32>
  let beginningRoom: UnsafeMutablePointer<UInt32>

  @inline(__always)
  func run(from place: inout Int, looksAtAll: Bool) -> Candidates {
    var found = Candidates()
    var offset = place
    let full = KeywordScanner.candidates - 4
    // Four characters of three bytes a step, as long as eight bytes can be loaded at each of them.
    while offset + 17 <= count, found.pairs < full, found.beginnings < full {
      let (first, second) = (load(offset), load(offset + 3))
      let (third, fourth) = (load(offset + 6), load(offset + 9))
      if ((first ^ 0xE0) | (second ^ 0xE0) | (third ^ 0xE0) | (fourth ^ 0xE0)) & 0xF0 == 0 {
        character(first, at: offset, looksAtAll, &found)
        character(second, at: offset + 3, looksAtAll, &found)
        character(third, at: offset + 6, looksAtAll, &found)
        character(fourth, at: offset + 9, looksAtAll, &found)
        offset += 12
      } else {
        offset += step(first, at: offset, looksAtAll, &found)
      }
    }
    if offset + 17 > count {
      while offset < count, found.pairs < full, found.beginnings < full {
        offset += step(loadLast(offset), at: offset, looksAtAll, &found)
      }
    }
    place = offset
    return found
  }

  /// One character of three bytes, and its neighbour.
  @inline(__always)
  private func character(_ word: UInt64, at offset: Int, _ looksAtAll: Bool, _ found: inout Candidates) {
    let pair = BitMap.bit(of: word & 0xFFFF_FFFF_FFFF, shift: pairShift)
    unsafe pairRoom[found.pairs] = UInt32(truncatingIfNeeded: offset)
    unsafe found.pairs &+= Int(truncatingIfNeeded: pairs[pair &>> 6] &>> UInt64(truncatingIfNeeded: pair) & 1)
    if looksAtAll {
      let single = BitMap.bit(of: word & 0xFF_FFFF, shift: characterShift)
      unsafe beginningRoom[found.beginnings] = UInt32(truncatingIfNeeded: offset)
      unsafe found.beginnings &+= Int(
        truncatingIfNeeded: characters[single &>> 6] &>> UInt64(truncatingIfNeeded: single) & 1)
    }
  }

  /// One character of any length, which is given.
  @inline(__always)
  private func step(_ word: UInt64, at offset: Int, _ looksAtAll: Bool, _ found: inout Candidates) -> Int {
    if word & 0xF0 == 0xE0 {
      character(word, at: offset, looksAtAll, &found)
      return 3
    }
    let bit = Int(truncatingIfNeeded: word & 0xFFFF)
    unsafe beginningRoom[found.beginnings] = UInt32(truncatingIfNeeded: offset)
    unsafe found.beginnings &+= Int(
      truncatingIfNeeded: beginnings[bit &>> 6] &>> UInt64(truncatingIfNeeded: bit) & 1)
    return word & 0x80 == 0 || word & 0xC0 == 0x80 ? 1 : word & 0x20 == 0 ? 2 : 4
  }

  @inline(__always)
  private func load(_ offset: Int) -> UInt64 {
    unsafe UInt64(littleEndian: text.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// Eight bytes where there may be fewer, with zeros after the last.
  private func loadLast(_ offset: Int) -> UInt64 {
    var word: UInt64 = 0
    var place = min(8, count - offset)
    while place > 0 {
      place -= 1
      unsafe word = word << 8 | UInt64(text.load(fromByteOffset: offset + place, as: UInt8.self))
    }
    return word
  }
}
