// SPDX-License-Identifier: Apache-2.0

/// Applies the mends of diagnostics to the texts of their files.
///
/// Only fix-its of the kind `mend` are applied: those are certain. Of mends that overlap only the first in the file is;
/// a second run meets the other again. A mend that two diagnostics share is applied once. What comes out is UTF-8
/// without a byte order mark, whatever the file was before.
public enum FixApplier {
  /// The new text of each file that changes.
  public static func apply(_ diagnostics: [Diagnostic], to files: SourceFiles) -> [FileID: [UInt8]] {
    var changes: [FileID: [Diagnostic.FixIt]] = [:]
    for diagnostic in diagnostics {
      guard let first = diagnostic.fixIts.first(where: { $0.kind == .mend }) else { continue }
      changes[first.span.file, default: []].append(first)
    }
    return Dictionary(
      uniqueKeysWithValues: changes.map { file, fixIts in (file, mended(files[file].bytes, by: fixIts)) })
  }

  private static func mended(_ bytes: [UInt8], by fixIts: [Diagnostic.FixIt]) -> [UInt8] {
    let ordered = fixIts.enumerated().sorted { left, right in
      let starts = (left.element.span.range.lowerBound, right.element.span.range.lowerBound)
      return starts.0 != starts.1 ? starts.0 < starts.1 : left.offset < right.offset
    }.map(\.element)
    var result: [UInt8] = []
    var end = 0
    var last: Diagnostic.FixIt?
    for fixIt in ordered {
      let range = fixIt.span.range
      guard range.lowerBound >= end, range.upperBound <= bytes.count, fixIt != last else { continue }
      result += bytes[end..<range.lowerBound]
      result += fixIt.replacement.utf8
      end = range.upperBound
      last = fixIt
    }
    return result + bytes[end...]
  }
}
