// SPDX-License-Identifier: Apache-2.0

/// Bytes in the containers of gzip and zstd, written out by hand from RFC 1952 and RFC 8878 without being made any smaller.
public enum Wrapped {
  /// A member of gzip whose blocks are stored as they are.
  public static func gzip(_ bytes: [UInt8]) -> [UInt8] {
    var member: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF]
    var place = 0
    repeat {
      let end = min(place + 0xFFFF, bytes.count)
      let length = UInt16(end - place)
      member.append(end == bytes.count ? 1 : 0)
      member += littleEndian(UInt32(length), 2) + littleEndian(UInt32(~length), 2) + bytes[place..<end]
      place = end
    } while place < bytes.count
    return member + littleEndian(crc32(bytes), 4) + littleEndian(UInt32(truncatingIfNeeded: bytes.count), 4)
  }

  /// A frame of zstd whose blocks are raw, with a window of `windowLog`.
  public static func zstd(_ bytes: [UInt8], windowLog: UInt8 = 17) -> [UInt8] {
    var frame: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD, 0, (windowLog - 10) << 3]
    var place = 0
    repeat {
      let end = min(place + 100_000, bytes.count)
      frame += littleEndian(UInt32(end - place) << 3 | (end == bytes.count ? 1 : 0), 3) + bytes[place..<end]
      place = end
    } while place < bytes.count
    return frame
  }

  /// A frame of zstd that is there to be skipped.
  public static func skippable(_ bytes: [UInt8]) -> [UInt8] {
    [0x53, 0x2A, 0x4D, 0x18] + littleEndian(UInt32(bytes.count), 4) + bytes
  }

  private static func littleEndian(_ value: UInt32, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * UInt32($0))) }
  }

  private static func crc32(_ bytes: [UInt8]) -> UInt32 {
    var crc = UInt32.max
    for byte in bytes {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
    return ~crc
  }
}
