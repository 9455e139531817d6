// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

/// A number of bytes as people type it: `500000`, `500k`, `2M`, `2MB`. A k is a thousand.
struct ByteSize: Hashable, Sendable, ExpressibleByArgument {
  /// At least 1, at most 100 million: whole rows must fit in memory several times over.
  let bytes: Int

  /// So many bytes.
  init(bytes: Int) { self.bytes = bytes }

  init?(argument: String) {
    var text = argument.lowercased()
    if text.hasSuffix("b") { text.removeLast() }
    var unit = 1
    if text.hasSuffix("k") { unit = 1000 }
    if text.hasSuffix("m") { unit = 1_000_000 }
    if unit > 1 { text.removeLast() }
    guard text.utf8.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains), let number = Int(text) else {
      return nil
    }
    let (bytes, overflow) = number.multipliedReportingOverflow(by: unit)
    guard !overflow, (1...100_000_000).contains(bytes) else { return nil }
    self.bytes = bytes
  }

  var defaultValueDescription: String { bytes.isMultiple(of: 1_000_000) ? "\(bytes / 1_000_000)M" : String(bytes) }
}
