// SPDX-License-Identifier: Apache-2.0

/// A zip archive of uncompressed entries, written without a library, so that a test can write one that no library would.
public struct StoredZip {
  private var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  /// An archive without entries.
  public init() {}

  /// Adds an entry; of the same name again, if a test wants that.
  public mutating func add(_ name: String, _ content: [UInt8]) {
    let offset = bytes.count
    let shared =
      Self.number(20, 2) + Self.number(0x0800, 2) + Self.number(0, 2) + Self.number(0, 2) + Self.number(0x21, 2)
      + Self.number(Int(Self.checksum(content)), 4) + Self.number(content.count, 4) + Self.number(content.count, 4)
      + Self.number(name.utf8.count, 2) + Self.number(0, 2)
    bytes += [0x50, 0x4B, 3, 4] + shared + Array(name.utf8) + content
    directory += [0x50, 0x4B, 1, 2] + Self.number(20, 2) + shared + Self.number(0, 2) + Self.number(0, 2)
    directory += Self.number(0, 2) + Self.number(0, 4) + Self.number(offset, 4) + Array(name.utf8)
    count += 1
  }

  /// The archive; `claimedCount` is how many entries its end record says there are.
  public func archive(claimedCount: Int? = nil) -> [UInt8] {
    let claimed = claimedCount ?? count
    return bytes + directory + [0x50, 0x4B, 5, 6] + Self.number(0, 4) + Self.number(claimed, 2)
      + Self.number(claimed, 2) + Self.number(directory.count, 4) + Self.number(bytes.count, 4) + Self.number(0, 2)
  }

  private static func number(_ value: Int, _ length: Int) -> [UInt8] {
    (0..<length).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  private static let table: [UInt32] = (0..<256).map { start in
    (0..<8).reduce(UInt32(start)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1 }
  }

  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~0) { table[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] ^ $0 >> 8 }
  }
}
