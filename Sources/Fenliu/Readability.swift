// SPDX-License-Identifier: Apache-2.0
import FenliuFolding

/// Whether a post has anything to read: a letter, outside links and mentions, of a script that the pack declares.
struct Readability: Sendable {
  // One bit a script.
  private let declared: UInt64

  /// Reads posts in the scripts of these names; a name that is none is passed over, the loader has told of it.
  init(scripts: [String]) {
    declared = scripts.compactMap(Script.init(name:)).reduce(0) { $0 | 1 << UInt64($1.rawValue) }
  }

  /// Whether the normalized text has something to read. Cost: it stops at the first such letter, mostly the first character.
  func canRead(_ bytes: Span<UInt8>) -> Bool {
    var position = 0
    while position < bytes.count {
      if let end = Self.endOfLink(in: bytes, at: position) {
        position = end
        continue
      }
      if bytes[position] == UInt8(ascii: "@") {
        position = Self.endOfRun(in: bytes, from: position + 1)
        continue
      }
      guard let scalar = Folding.scalar(at: position, in: bytes) else { return false }
      if Folding.isLetter(scalar), declared & 1 << UInt64(Folding.script(of: scalar).rawValue) != 0 { return true }
      position += UTF8.width(scalar)
    }
    return false
  }

  /// The end of a link that begins here: `http://…`, `https://…` or `www.…` up to white space or a character that is not ASCII.
  private static func endOfLink(in bytes: Span<UInt8>, at start: Int) -> Int? {
    guard bytes[start] == UInt8(ascii: "h") || bytes[start] == UInt8(ascii: "w") else { return nil }
    for prefix in ["http://", "https://", "www."] as [StaticString] where begins(bytes, at: start, with: prefix) {
      var end = start
      while end < bytes.count, bytes[end] > 0x20, bytes[end] < 0x80 { end += 1 }
      return end
    }
    return nil
  }

  private static func begins(_ bytes: Span<UInt8>, at start: Int, with prefix: StaticString) -> Bool {
    guard start + prefix.utf8CodeUnitCount <= bytes.count else { return false }
    // SAFETY: a StaticString of ASCII keeps its bytes for ever, and they are only read here.
    let prefix = unsafe UnsafeBufferPointer(start: prefix.utf8Start, count: prefix.utf8CodeUnitCount)
    for index in 0..<prefix.count where unsafe bytes[start + index] != prefix[index] { return false }
    return true
  }

  /// The end of a mention's name: letters, digits, `_` and `-` of any script.
  private static func endOfRun(in bytes: Span<UInt8>, from start: Int) -> Int {
    var position = start
    while position < bytes.count, let scalar = Folding.scalar(at: position, in: bytes),
      Folding.isLetterOrDigit(scalar) || scalar == "_" || scalar == "-"
    {
      position += UTF8.width(scalar)
    }
    return position
  }
}
