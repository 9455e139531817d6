// SPDX-License-Identifier: Apache-2.0
import CIconv
import Glibc

/// The system has no table for an encoding: glibc's converters are files of their own, which small systems leave out.
public struct MissingConverter: Error, Hashable, Sendable {
  /// The encoding.
  public let encoding: TextEncoding
}

/// Text being brought from another encoding to UTF-8 by glibc's `iconv`, piece by piece.
///
/// The pieces may be cut anywhere; what is left of a character at the end of one is given to the next call again. What stands
/// for no character becomes the byte 0xFF, which no UTF-8 has, so that whoever reads the text can tell its row. One byte
/// is passed over then, of UTF-16 a unit: so a line end behind half a character stays a line end.
///
/// As browsers do, the byte 80 of GB18030 is read as the sign of the euro, which Chinese Windows writes so.
@safe public struct TextDecoder: ~Copyable, Sendable {
  // SAFETY: the descriptor is made by `init`, reachable through this value only, which cannot be copied, and closed once, by
  // `deinit`. It is tied to no thread.
  private nonisolated(unsafe) let descriptor: iconv_t
  private let encoding: TextEncoding

  /// Begins a text in `encoding`.
  public init(_ encoding: TextEncoding) throws(MissingConverter) {
    let made = unsafe iconv_open("UTF-8", encoding.rawValue)
    // iconv_open answers with -1, as a pointer.
    guard let made = unsafe made, Int(bitPattern: made) != -1 else {
      throw MissingConverter(encoding: encoding)
    }
    unsafe descriptor = unsafe made
    self.encoding = encoding
  }

  deinit { unsafe iconv_close(descriptor) }

  /// Appends the text of `input` to `output`; how many bytes of `input` were taken, all of them where `isAll` says that no
  /// more will come.
  public mutating func decode(_ input: Span<UInt8>, isAll: Bool, into output: inout [UInt8]) -> Int {
    var place = 0
    while place < input.count {
      let (taken, number) = convert(input.extracting(droppingFirst: place), into: &output)
      place += taken
      if number == E2BIG || number == 0 { continue }
      if number == EINVAL, !isAll { break }
      if encoding == .gb18030, input[place] == 0x80 {
        output.append(contentsOf: [0xE2, 0x82, 0xAC])
      } else {
        output.append(0xFF)
      }
      place = min(place + encoding.unitLength, input.count)
    }
    return place
  }

  /// One call of iconv: how many bytes it took, and its error number; 0 for none.
  private func convert(_ input: Span<UInt8>, into output: inout [UInt8]) -> (taken: Int, number: CInt) {
    var taken = 0
    var number: CInt = 0
    // No character grows by more than half: two bytes become three.
    let most = input.count * 3 / 2 + 16
    output.append(addingCapacity: most) { span in
      unsafe span.withUnsafeMutableBufferPointer { room, count in
        unsafe input.withUnsafeBytes { bytes in
          guard let start = bytes.baseAddress, let end = room.baseAddress else { return }
          // iconv does not write to its input, though its type says that it could.
          var source: UnsafeMutablePointer<CChar>? = unsafe UnsafeMutablePointer(
            mutating: start.assumingMemoryBound(to: CChar.self))
          var left = bytes.count
          var free = most
          unsafe end.withMemoryRebound(to: CChar.self, capacity: most) { target in
            var target: UnsafeMutablePointer<CChar>? = unsafe target
            if unsafe iconv(descriptor, &source, &left, &target, &free) == -1 { number = errno }
          }
          taken = bytes.count - left
          count = most - free
        }
      }
    }
    return (taken, number)
  }
}
