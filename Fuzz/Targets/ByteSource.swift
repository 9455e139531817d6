// SPDX-License-Identifier: Apache-2.0

/// The bytes of an input taken as choices, one after the other, so that what mutates the bytes mutates what is made of them.
///
/// As a random number generator it spends one byte on a choice among up to 256. After the last byte it goes on with numbers that
/// are the same every time: what loops until it likes a number must not wait for ever.
struct ByteSource: RandomNumberGenerator {
  private let bytes: [UInt8]
  private var place = 0
  private var beyond: UInt64 = 0x9E37_79B9_7F4A_7C15

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Whether all bytes are used up.
  var isEmpty: Bool { place == bytes.count }

  /// The next byte; 0 after the last.
  mutating func byte() -> UInt8 {
    guard place < bytes.count else { return 0 }
    place += 1
    return bytes[place - 1]
  }

  /// The next two bytes.
  mutating func word() -> UInt16 { UInt16(byte()) << 8 | UInt16(byte()) }

  /// The next eight bytes.
  mutating func long() -> UInt64 { (0..<8).reduce(0) { value, _ in value << 8 | UInt64(byte()) } }

  /// A number below `count`.
  mutating func number(below count: Int) -> Int { count < 2 ? 0 : Int(count <= 256 ? UInt16(byte()) : word()) % count }

  /// One of some things.
  mutating func pick<T>(_ things: [T]) -> T { things[number(below: things.count)] }

  /// The next bytes, at most so many.
  mutating func bytes(atMost most: Int) -> [UInt8] {
    let end = min(bytes.count, place + most)
    defer { place = end }
    return Array(bytes[place..<end])
  }

  /// All bytes that are left.
  mutating func rest() -> [UInt8] { bytes(atMost: .max - place) }

  /// What is left as text: as it stands, or, where the next byte is odd, as pieces that one byte each names.
  mutating func text(of pieces: [String]) -> String {
    if byte() & 1 == 0 { return String(decoding: rest(), as: UTF8.self) }
    return rest().map { pieces[Int($0) % pieces.count] }.joined()
  }

  mutating func next() -> UInt64 {
    if place < bytes.count {
      place += 1
      // The lower bits are no round number, which would be thrown away by whoever divides fairly.
      return UInt64(bytes[place - 1]) << 56 | 0x5A_5A5A_5A5A_5A5A
    }
    beyond = beyond &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return beyond
  }
}
