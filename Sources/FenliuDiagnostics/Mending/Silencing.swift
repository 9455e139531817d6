// SPDX-License-Identifier: Apache-2.0

/// The comments `# fenliu: ignore CODE` of a load's files, which silence warnings and notes where they stand.
///
/// A comment silences the codes it names (several with commas between) on its own line; where nothing else stands on
/// that line, on the next. Errors are never silenced. A code that silenced nothing is itself a warning.
public struct Silencing: Sendable {
  private struct Comment {
    let code: String
    let span: SourceSpan
    /// The line it speaks of, counted from 1.
    let line: Int
  }

  private static let mark = Array("# fenliu: ignore ".utf8)

  private var comments: [FileID: [Comment]] = [:]
  private var tables: [FileID: LineTable] = [:]

  /// Collects the comments of all files. Costs a walk over their bytes.
  public init(files: SourceFiles) {
    for (index, file) in files.all.enumerated() {
      let id = FileID(index: index)
      guard Self.firstMark(in: file.bytes[...]) != nil else { continue }
      let table = LineTable(file)
      tables[id] = table
      comments[id] = (1...table.count).flatMap { Self.comments(of: file, id: id, line: $0, table: table) }
    }
  }

  /// What is left of `diagnostics` when the silenced ones are gone.
  ///
  /// - Parameters:
  ///   - reportsUnused: Whether a code that silenced nothing becomes a warning. False where the lints did not run.
  ///   - notLookedFor: Codes that nobody looked for this time, so that nothing can be said of their comments.
  public func apply(
    to diagnostics: [Diagnostic], reportsUnused: Bool, butNot notLookedFor: Set<Diagnostic.Code> = []
  ) -> [Diagnostic] {
    var used: Set<SourceSpan> = []
    var left = diagnostics.filter { diagnostic in
      guard diagnostic.severity != .error, let span = diagnostic.span, let table = tables[span.file] else {
        return true
      }
      let line = table.line(at: span.range.lowerBound)
      let fitting = comments[span.file, default: []].filter {
        $0.line == line && $0.code == diagnostic.code.rawValue
      }
      used.formUnion(fitting.map(\.span))
      return fitting.isEmpty
    }
    guard reportsUnused else { return left }
    let known = Catalogue.of(.english).codes
    for comment in comments.values.joined()
    where !used.contains(comment.span) && !notLookedFor.contains(.init(comment.code)) {
      var unused = Diagnostic(.warning, .unusedIgnore, facts: ["code": .text(comment.code)], at: comment.span)
      if !known.contains(comment.code), let near = closest(to: comment.code, among: known) {
        unused.fixIts = [.init(.didYouMean, span: comment.span, replacement: near)]
      }
      left.append(unused)
    }
    return left
  }

  /// Where the mark stands first; nil where it does not.
  private static func firstMark(in bytes: ArraySlice<UInt8>) -> Range<Int>? {
    var rest = bytes
    while let start = rest.firstIndex(of: mark[0]) {
      rest = rest[start...]
      if rest.starts(with: mark) { return start..<start + mark.count }
      rest = rest.dropFirst()
    }
    return nil
  }

  private static func comments(of file: SourceFile, id: FileID, line: Int, table: LineTable) -> [Comment] {
    let range = table.range(ofLine: line)
    guard let found = firstMark(in: file.bytes[range]) else { return [] }
    let before = file.bytes[range.lowerBound..<found.lowerBound]
    let standsAlone = before.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    guard standsAlone || before.last == UInt8(ascii: " ") || before.last == UInt8(ascii: "\t") else { return [] }
    var comments: [Comment] = []
    var offset = found.upperBound
    while offset < range.upperBound {
      let start = offset
      while offset < range.upperBound, file.bytes[offset].isCodeByte { offset += 1 }
      if offset > start {
        let span = SourceSpan(file: id, range: start..<offset)
        comments.append(Comment(code: file.text(of: start..<offset), span: span, line: standsAlone ? line + 1 : line))
      }
      // A comma and spaces lead to the next code; anything else is the author's reason and ends the list.
      let gap = file.bytes[offset..<range.upperBound].prefix { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: " ") }
      guard gap.contains(UInt8(ascii: ",")) else { break }
      offset = gap.endIndex
    }
    return comments
  }
}

extension UInt8 {
  fileprivate var isCodeByte: Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self)
      || self == UInt8(ascii: "-")
  }
}

extension Diagnostic.Code {
  /// A comment that silences a code which says nothing there.
  public static let unusedIgnore = Self("unused-ignore")
}
