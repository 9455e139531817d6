// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics

/// Judges a file after its mends, before anybody writes it.
///
/// A mend is certain of its own slip, not of what others do to the same line. Read again, the file has to be no further
/// from YAML than it was: a slip that has a mend is the next round's, one that has none is new damage.
package enum MendedFile {
  /// Whether reading stops in `mended` at a line that it passed in `bytes`. In files that are not YAML it never does.
  package static func isBroken(_ mended: [UInt8], insteadOf bytes: [UInt8], path: String) -> Bool {
    guard path.hasSuffix(".yaml") || path.hasSuffix(".yml"), let stop = lastLine(mended, path) else { return false }
    return lastLine(bytes, path).map { stop < $0 } ?? true
  }

  /// The line at which YAML cannot be read on, with all that can be mended on the way mended; nil where none is.
  private static func lastLine(_ bytes: [UInt8], _ path: String) -> Int? {
    var files = SourceFiles()
    let file = files.append(SourceFile(path: path, bytes: bytes))
    let findings = Findings()
    _ = YAMLTree.read(file, in: files, into: findings)
    let stop = findings.all.first { $0.code == .yamlSyntax || $0.code == .tabIndent }
    return stop?.span.map { LineTable(files[file]).line(at: $0.range.lowerBound) }
  }
}
