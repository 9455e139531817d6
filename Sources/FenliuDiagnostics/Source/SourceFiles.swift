// SPDX-License-Identifier: Apache-2.0

/// The files that one load has read, in the order of reading.
///
/// Line tables are made when they are first asked for by whoever renders (`LineTable`), never while loading.
public struct SourceFiles: Hashable, Sendable {
  /// Invariant: the file with the id `FileID(index: i)` stands at `i`.
  public private(set) var all: [SourceFile] = []

  /// No files.
  public init() {}

  /// Takes a file in and gives it an id.
  public mutating func append(_ file: SourceFile) -> FileID {
    all.append(file)
    return FileID(index: all.count - 1)
  }

  /// The file with that id, which must come from `append` of this list.
  public subscript(id: FileID) -> SourceFile { all[id.index] }

  /// The text under `span`.
  public func text(of span: SourceSpan) -> String { self[span.file].text(of: span.range) }

  /// Where `span` begins, written as a match's `from`: `county/words/unpaid.txt:3`. Costs a walk over the file's start.
  public func origin(of span: SourceSpan) -> String {
    let file = self[span.file]
    let ends = (0..<min(span.range.lowerBound, file.bytes.count)).count { file.bytes.endsLine(at: $0) }
    return "\(file.path):\(ends + 1)"
  }
}
