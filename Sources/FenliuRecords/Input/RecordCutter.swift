// SPDX-License-Identifier: Apache-2.0

/// Finds where a chunk can end: after a row, wherever the reads happened to end.
enum RecordCutter {
  /// What was found.
  enum Cut: Hashable {
    /// So many bytes are whole rows; none where more must be read.
    case rows(Int)
    /// The first row is longer than a row may be, and its end is not in sight.
    case tooLong
  }

  /// How many of `bytes`, which begin with a row, are whole rows. `isFinal` says that no more will come.
  static func cut(_ bytes: Span<UInt8>, isFinal: Bool, _ format: RecordFormat) -> Cut {
    switch format.kind {
    case .jsonLines: cutLines(bytes, from: 0, isFinal: isFinal, format)
    case .csv(let layout): cutCSV(bytes, layout, isFinal: isFinal, format)
    }
  }

  /// Cuts where a line end always ends a row.
  private static func cutLines(_ bytes: Span<UInt8>, from start: Int, isFinal: Bool, _ format: RecordFormat) -> Cut {
    if let last = ByteSearch.last(of: UInt8(ascii: "\n"), bytes, from: start, before: bytes.count) {
      return .rows(isFinal ? bytes.count : last + 1)
    }
    if start == 0, bytes.count > format.options.maxRow { return .tooLong }
    return .rows(isFinal ? bytes.count : start)
  }

  private static func cutCSV(_ bytes: Span<UInt8>, _ layout: CSVLayout, isFinal: Bool, _ format: RecordFormat) -> Cut {
    let quote = ByteSearch.first(of: UInt8(ascii: "\""), bytes, from: 0, before: bytes.count)
    if quote == bytes.count { return cutLines(bytes, from: 0, isFinal: isFinal, format) }
    // Rows before the first quote end with their lines.
    var start = ByteSearch.last(of: UInt8(ascii: "\n"), bytes, from: 0, before: quote).map { $0 + 1 } ?? 0
    while start < bytes.count {
      let end = CSVRow.scan(
        bytes, from: start, before: bytes.count, isFinal: isFinal, delimiter: layout.delimiter,
        limit: format.options.maxRow
      ) { _, _ in }
      switch end {
      case .row(_, let next), .broken(_, let next): start = next
      case .needsMore: return .rows(start)
      case .tooLong: return start == 0 ? .tooLong : .rows(start)
      }
    }
    return .rows(start)
  }
}
