// SPDX-License-Identifier: Apache-2.0
package import FenliuDiagnostics

/// Reads a file of the YAML subset into nodes.
///
/// libyaml stops at the first thing that it cannot read. Where what the author meant is plain (a word that begins with
/// `@`, a full-width colon behind a key …), the mistake is reported with its mend, the mend is made in a copy, and
/// reading starts again, so that one slip hides no other. Places always count in the file as it is.
package enum YAMLTree {
  /// So many slips of one file are mended in memory before reading gives up. Every round of reading makes a mend, and
  /// every mend changes bytes that no other did, so that reading ends whatever the file holds.
  private static let mostRepairs = 200

  /// The top node of `file`, or nil where the file cannot be read.
  package static func read(_ file: FileID, in files: SourceFiles, into findings: Findings) -> YAMLNode? {
    var text = MendedText(original: files[file].bytes)
    while true {
      let read = LibYAML.read(text.bytes)
      guard let problem = read.problem else {
        var builder = YAMLTreeBuilder(file: file, text: text, findings: findings)
        return builder.build(read.events)
      }
      if text.mends.count < mostRepairs, let repair = YAMLRepair.propose(for: problem, in: text.bytes),
        text.canMend(repair.range, with: repair.replacement)
      {
        let span = SourceSpan(file: file, range: text.original(of: repair.range))
        var diagnostic = Diagnostic(.error, repair.code, facts: repair.facts, at: span)
        if let shown = repair.shown {
          diagnostic.span = SourceSpan(file: file, range: text.original(of: shown))
        }
        diagnostic.fixIts = [.init(.mend, span: span, replacement: repair.replacement)]
        findings.add(diagnostic)
        text.mend(repair.range, with: repair.replacement)
        continue
      }
      let offset = text.original(of: problem.offset..<problem.offset).lowerBound
      let span = SourceSpan(file: file, range: offset..<text.endOfCharacter(at: offset))
      if offset < text.originalBytes.count, text.originalBytes[offset] == UInt8(ascii: "\t") {
        findings.error(.tabIndent, at: span)
      } else {
        var related: [Diagnostic.Related] = []
        if problem.isAboutAnEnd {
          // The end that is missing is noticed lines later, or only where the file ends.
          let opened = text.original(of: problem.contextOffset..<problem.contextOffset).lowerBound
          let span = SourceSpan(file: file, range: opened..<text.endOfCharacter(at: opened))
          related = [.init(span: span, code: .openedHere)]
        }
        findings.error(.yamlSyntax, ["problem": .term(problem.words)], at: span, related: related)
      }
      return nil
    }
  }
}

/// A text with mends made in it, which still knows where each byte came from.
struct MendedText {
  struct Mend {
    /// Bytes of the original.
    let original: Range<Int>
    /// Bytes of the text as it is now.
    var current: Range<Int>
  }

  let originalBytes: [UInt8]
  private(set) var bytes: [UInt8]
  /// Invariant: in the order of their places, without overlaps.
  private(set) var mends: [Mend] = []

  init(original: [UInt8]) {
    originalBytes = original
    bytes = original
  }

  /// Whether a mend in a range of the text as it is now would change something, and nothing that has been mended.
  func canMend(_ range: Range<Int>, with replacement: String) -> Bool {
    !bytes[range].elementsEqual(replacement.utf8) && !mends.contains { $0.current.overlaps(range) }
  }

  /// Makes a mend in a range of the text as it is now, which no earlier mend touches.
  mutating func mend(_ range: Range<Int>, with replacement: String) {
    let original = self.original(of: range)
    let added = Array(replacement.utf8)
    bytes.replaceSubrange(range, with: added)
    let shift = added.count - range.count
    for index in mends.indices where mends[index].current.lowerBound >= range.upperBound {
      let current = mends[index].current
      mends[index].current = current.lowerBound + shift..<current.upperBound + shift
    }
    let place = mends.firstIndex { $0.original.lowerBound > original.lowerBound } ?? mends.count
    let current = range.lowerBound..<range.lowerBound + added.count
    mends.insert(Mend(original: original, current: current), at: place)
  }

  /// The bytes of the original that a range of the text as it is now came from.
  func original(of range: Range<Int>) -> Range<Int> {
    let low = original(of: range.lowerBound, isEnd: false)
    return low..<max(low, original(of: range.upperBound, isEnd: true))
  }

  private func original(of offset: Int, isEnd: Bool) -> Int {
    var shift = 0
    for mend in mends {
      if offset < mend.current.lowerBound || (offset == mend.current.lowerBound && (isEnd || mend.current.isEmpty)) {
        break
      }
      if offset < mend.current.upperBound || (isEnd && offset == mend.current.upperBound) {
        // Inside a mend only its ends have an exact place.
        return offset == mend.current.lowerBound ? mend.original.lowerBound : mend.original.upperBound
      }
      shift = mend.original.upperBound - mend.current.upperBound
    }
    return min(max(0, offset + shift), originalBytes.count)
  }

  /// The offset behind the character of the original that starts at `offset`.
  func endOfCharacter(at offset: Int) -> Int {
    guard offset < originalBytes.count, !originalBytes[offset].endsLine else { return offset }
    var end = offset + 1
    while end < originalBytes.count, originalBytes[end] & 0xC0 == 0x80 { end += 1 }
    return end
  }
}
