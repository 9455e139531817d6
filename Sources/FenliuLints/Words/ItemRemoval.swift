// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics

/// The change that takes an item out of its list, with the comma or the line that held it.
enum ItemRemoval {
  /// The mend that removes the item at `span`; nil where it is the only one, or its list is not understood.
  static func mend(_ span: SourceSpan?, in sources: SourceFiles) -> [Diagnostic.FixIt] {
    guard let span else { return [] }
    let file = sources[span.file]
    let isTable = [".txt", ".tsv", ".csv"].contains { file.path.hasSuffix($0) }
    let range = isTable ? line(span.range, file.bytes) : item(span.range, file.bytes)
    return range.map { [.init(.mend, span: SourceSpan(file: span.file, range: $0), replacement: "")] } ?? []
  }

  private static func item(_ range: Range<Int>, _ bytes: [UInt8]) -> Range<Int>? {
    var after = range.upperBound
    while after < bytes.count, isBlank(bytes[after]) { after += 1 }
    var before = range.lowerBound
    while before > 0, isBlank(bytes[before - 1]) { before -= 1 }
    let next = after < bytes.count ? bytes[after] : nil
    let last = before > 0 ? bytes[before - 1] : nil
    if next == UInt8(ascii: ",") {
      after += 1
      while after < bytes.count, isBlank(bytes[after]) { after += 1 }
      return range.lowerBound..<after
    }
    if last == UInt8(ascii: ","), next == UInt8(ascii: "]") { return before - 1..<range.upperBound }
    guard last == UInt8(ascii: "-"), isAtLineStart(before - 1, bytes) else { return nil }
    let line = line(range, bytes)
    // A line further down or up has to hold another item of the same list.
    let dash = before - 1 - line.lowerBound
    return isItem(at: line.upperBound, dash, bytes) || isItemBefore(line.lowerBound, dash, bytes) ? line : nil
  }

  private static func isAtLineStart(_ place: Int, _ bytes: [UInt8]) -> Bool {
    var start = place
    while start > 0, isBlank(bytes[start - 1]) { start -= 1 }
    return start == 0 || bytes[start - 1] == UInt8(ascii: "\n")
  }

  private static func isItemBefore(_ line: Int, _ indent: Int, _ bytes: [UInt8]) -> Bool {
    guard line > 0 else { return false }
    var start = line - 1
    while start > 0, bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
    return isItem(at: start, indent, bytes)
  }

  private static func isItem(at line: Int, _ indent: Int, _ bytes: [UInt8]) -> Bool {
    guard line + indent + 1 < bytes.count else { return false }
    return bytes[line..<line + indent].allSatisfy(isBlank) && bytes[line + indent] == UInt8(ascii: "-")
      && isBlank(bytes[line + indent + 1])
  }

  /// The whole line with its end.
  private static func line(_ range: Range<Int>, _ bytes: [UInt8]) -> Range<Int> {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low > 0, bytes[low - 1] != UInt8(ascii: "\n") { low -= 1 }
    while high < bytes.count, bytes[high] != UInt8(ascii: "\n") { high += 1 }
    return low..<min(high + 1, bytes.count)
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
}
