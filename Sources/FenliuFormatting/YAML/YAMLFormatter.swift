// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics
import FenliuRules

/// Formats a YAML file of a pack.
enum YAMLFormatter {
  /// The formatted text of a file of `sources`.
  static func format(_ file: FileID, in sources: SourceFiles) throws(FormattingFailure) -> [UInt8] {
    let findings = Findings()
    guard let tree = YAMLTree.read(file, in: sources, into: findings), findings.errorCount == 0 else {
      throw .mistakes(findings.all)
    }
    if let cut = tree.cutText {
      // What a comma or bracket cut is no longer there as the author wrote it.
      throw .mistakes([Diagnostic(.error, .regexNotQuoted, at: cut)])
    }
    let lines = SourceLines(sources[file].bytes)
    let (bytes, isInOrder) = written(tree, lines)
    guard says(bytes, tree, SourceComment.all(in: lines, around: tree), inOrder: isInOrder) else { throw .differs }
    return bytes
  }

  /// The formatted text, unproven, and whether all keys stand in the order in which they stood.
  static func written(_ tree: YAMLNode, _ lines: SourceLines) -> (bytes: [UInt8], isInOrder: Bool) {
    var reader = LayoutReader(lines, root: tree)
    let layout = reader.read(tree)
    let sorted = RuleKeyOrder.sorted(layout)
    return (LayoutPrinter.print(sorted), sorted == layout)
  }

  /// Whether `bytes` is a file with the same tree and the same comments.
  private static func says(_ bytes: [UInt8], _ tree: YAMLNode, _ comments: [SourceComment], inOrder: Bool) -> Bool {
    var sources = SourceFiles()
    let file = sources.append(SourceFile(path: "", bytes: bytes))
    let findings = Findings()
    guard let again = YAMLTree.read(file, in: sources, into: findings), findings.errorCount == 0 else { return false }
    return Sameness.holds(tree, again)
      && Sameness.holds(comments, SourceComment.all(in: SourceLines(bytes), around: again), inOrder: inOrder)
  }
}

extension YAMLNode {
  /// The first regex without quotes that the reader put together again of pieces; `isFlow` marks such a text.
  fileprivate var cutText: SourceSpan? {
    switch content {
    case .scalar: isFlow ? span : nil
    case .sequence(let items): items.lazy.compactMap(\.cutText).first
    case .mapping(let entries): entries.lazy.compactMap(\.value.cutText).first
    }
  }
}
