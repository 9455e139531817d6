// SPDX-License-Identifier: Apache-2.0

/// Where each line of a file starts, for turning byte offsets into lines and columns.
///
/// Lines end with LF, CR LF or CR, as they do for YAML; the end does not belong to the line's text. Making one costs a
/// walk over the file, asking it a binary search and a walk over one line.
public struct LineTable: Sendable {
  /// A place as people count it.
  public struct Place: Hashable, Sendable {
    /// Counted from 1.
    public let line: Int
    /// Counted from 1 in characters as people see them: an accent belongs to its letter, a tab is one.
    public let column: Int
  }

  private let bytes: [UInt8]
  /// Invariant: begins with 0 and grows; entry i is the offset of the first byte of line i + 1.
  private let starts: [Int]

  /// The lines of `file`.
  public init(_ file: SourceFile) {
    self.bytes = file.bytes
    let bytes = file.bytes
    starts = [0] + bytes.indices.filter { bytes.endsLine(at: $0) }.map { $0 + 1 }
  }

  /// The number of lines; a file that ends with a line end has an empty last one.
  public var count: Int { starts.count }

  /// The line, counted from 1, that holds `offset`.
  public func line(at offset: Int) -> Int {
    var low = 0
    var high = starts.count
    // Invariant: starts[low] <= offset, and every line from `high` on starts after it.
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The bytes of a line without its end.
  public func range(ofLine line: Int) -> Range<Int> {
    let start = starts[line - 1]
    var end = line < starts.count ? starts[line] - 1 : bytes.count
    if line < starts.count, end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return start..<end
  }

  /// Line and column of `offset`.
  public func place(of offset: Int) -> Place {
    let offset = min(max(0, offset), bytes.count)
    let line = line(at: offset)
    let before = String(decoding: bytes[starts[line - 1]..<offset], as: UTF8.self)
    return Place(line: line, column: before.count + 1)
  }
}

extension [UInt8] {
  /// Whether the last byte of a line's end stands at `offset`: an LF, or a CR that no LF follows.
  func endsLine(at offset: Int) -> Bool {
    switch self[offset] {
    case UInt8(ascii: "\n"): true
    case UInt8(ascii: "\r"): offset + 1 == count || self[offset + 1] != UInt8(ascii: "\n")
    default: false
    }
  }
}
