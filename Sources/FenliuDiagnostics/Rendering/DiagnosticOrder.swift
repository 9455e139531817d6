// SPDX-License-Identifier: Apache-2.0

extension Array where Element == Diagnostic {
  /// The diagnostics in the order of their files' paths and their places in them; those without a place come last.
  /// Of several at one place the errors come first, then the order of the array holds. Each is kept once.
  public func sortedByPlace(in files: SourceFiles) -> [Diagnostic] {
    var seen: Set<Diagnostic> = []
    let once = filter { seen.insert($0).inserted }
    return once.enumerated().sorted { left, right in
      guard let first = left.element.span else { return right.element.span == nil && left.offset < right.offset }
      guard let second = right.element.span else { return true }
      if first.file != second.file {
        let paths = (files[first.file].path, files[second.file].path)
        return paths.0 != paths.1 ? paths.0 < paths.1 : first.file.index < second.file.index
      }
      if first.range.lowerBound != second.range.lowerBound { return first.range.lowerBound < second.range.lowerBound }
      let ranks = (left.element.severity.rank, right.element.severity.rank)
      return ranks.0 != ranks.1 ? ranks.0 < ranks.1 : left.offset < right.offset
    }.map(\.element)
  }

  /// Whether one of them is an error.
  public var containsError: Bool { contains { $0.severity == .error } }
}

extension Diagnostic.Severity {
  /// Errors before warnings before notes.
  fileprivate var rank: Int {
    switch self {
    case .error: 0
    case .warning: 1
    case .note: 2
    }
  }
}
