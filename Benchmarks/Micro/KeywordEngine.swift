// SPDX-License-Identifier: Apache-2.0
import FenliuKeywords

/// What finds words in normalized text. A second engine is an extension like the one below, and a line in `ScanBenchmark`.
protocol KeywordEngine {
  init(_ literals: [String])
  func forEachHit(in bytes: Span<UInt8>, _ body: (LiteralID, Range<Int>) -> Void)
}

extension KeywordAutomaton: KeywordEngine {}
