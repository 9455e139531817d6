// SPDX-License-Identifier: Apache-2.0

/// The SHA-256 of some bytes: 32 bytes that stand for them.
///
/// Two equal digests mean equal bytes for every purpose of this project. The description is the usual one, 64
/// hexadecimal digits in lower case:
///
///     SHA256Digest(of: "abc".utf8.span).description   // ba7816bf…15ad
public struct SHA256Digest: Hashable, Sendable {
  /// The digest as four numbers, the first bytes first, each with its most significant byte first.
  public let words: (UInt64, UInt64, UInt64, UInt64)

  /// The digest that the four numbers make.
  public init(words: (UInt64, UInt64, UInt64, UInt64)) { self.words = words }

  /// The digest of `bytes`. Costs about a millisecond a megabyte.
  public init(of bytes: Span<UInt8>) {
    var hasher = SHA256Hasher()
    hasher.update(bytes)
    self = hasher.finish()
  }

  /// The digest of `bytes`.
  public init(of bytes: [UInt8]) { self.init(of: bytes.span) }

  /// The digest that 64 hexadecimal digits write, in either case; nil when they are something else.
  public init?(hexadecimal: String) {
    var words: [UInt64] = [0, 0, 0, 0]
    var digits = 0
    for byte in hexadecimal.utf8 {
      guard digits < 64, let value = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else { return nil }
      words[digits / 16] = words[digits / 16] << 4 | UInt64(value)
      digits += 1
    }
    guard digits == 64 else { return nil }
    self.init(words: (words[0], words[1], words[2], words[3]))
  }

  /// The 32 bytes, in order.
  public var bytes: [UInt8] {
    [words.0, words.1, words.2, words.3].flatMap { word in
      (0..<8).map { UInt8(truncatingIfNeeded: word >> (56 - 8 * UInt64($0))) }
    }
  }

  /// Whether both stand for the same bytes.
  public static func == (left: Self, right: Self) -> Bool { left.words == right.words }

  /// Feeds the digest to a hash table's hasher.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(words.0)
    hasher.combine(words.1)
  }
}

extension SHA256Digest: CustomStringConvertible {
  /// 64 hexadecimal digits in lower case.
  public var description: String {
    var digits: [UInt8] = []
    digits.reserveCapacity(64)
    for byte in bytes {
      for digit in [byte >> 4, byte & 15] { digits.append(digit < 10 ? 0x30 + digit : 0x57 + digit) }
    }
    return String(decoding: digits, as: UTF8.self)
  }
}

extension SHA256Digest: Codable {
  /// Reads the description.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let digest = SHA256Digest(hexadecimal: try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "no SHA-256 in hexadecimal")
    }
    self = digest
  }

  /// Writes the description.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
