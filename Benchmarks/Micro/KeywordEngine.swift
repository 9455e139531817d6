// SPDX-License-Identifier: Apache-2.0
import FenliuKeywords

/// What finds words in normalized text. Another engine is an extension like those below, and a line in `ScanBenchmark`.
protocol KeywordEngine {
  /// What is kept from one text to the next.
  associatedtype Memory
  init(_ literals: [String])
  static func makeMemory() -> Memory
  func forEachHit(in bytes: Span<UInt8>, _ memory: inout Memory, _ body: (LiteralID, Range<Int>) -> Void)
}

extension KeywordAutomaton: KeywordEngine {
  static func makeMemory() {}

  @inline(__always)
  func forEachHit(in bytes: Span<UInt8>, _ memory: inout Void, _ body: (LiteralID, Range<Int>) -> Void) {
    forEachHit(in: bytes, body)
  }
}

extension KeywordScanner: KeywordEngine {
  init(_ literals: [String]) { self.init(literals.map { Array($0.utf8) }) }

  static func makeMemory() -> KeywordHits { KeywordHits() }

  @inline(__always)
  func forEachHit(in bytes: Span<UInt8>, _ memory: inout KeywordHits, _ body: (LiteralID, Range<Int>) -> Void) {
    scan(bytes, into: &memory)
    for hit in memory.hits { body(hit.literal, hit.range) }
  }
}
