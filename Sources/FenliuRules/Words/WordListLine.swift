// SPDX-License-Identifier: Apache-2.0
package import FenliuDiagnostics

/// A line of a word list file, cut into fields and comment.
///
/// `# ` begins a comment at the start of a line or after white space; a `#` that nothing but white space follows does too.
/// In a .csv file a field may stand in double quotes, with doubled quotes for one.
package struct WordListLine {
  /// A field: what it says, and its bytes between two separators.
  package struct Field {
    package let cell: YAMLScalar
    package let raw: Range<Int>
  }

  /// Its fields; one, with empty text, where it has none.
  package let fields: [Field]
  /// The bytes of its comment, from the #.
  package let comment: Range<Int>?

  /// Whether it has no word and no other field.
  package var isEmpty: Bool { fields.allSatisfy { $0.cell.text.isEmpty } }

  /// All lines of a file. What is between the fields of a line is told by the ending of the file's name.
  package static func all(of file: FileID, in sources: SourceFiles, _ findings: Findings) -> [WordListLine] {
    let source = sources[file]
    let separator: UInt8? =
      source.path.hasSuffix(".txt") ? nil : source.path.hasSuffix(".csv") ? UInt8(ascii: ",") : UInt8(ascii: "\t")
    let table = LineTable(source)
    let reader = Reader(separator: separator, source: source, file: file, findings: findings)
    return (1...table.count).map { line in
      let range = table.range(ofLine: line)
      guard let comment = Self.comment(in: source.bytes[range]) else {
        return WordListLine(fields: reader.fields(range), comment: nil)
      }
      return WordListLine(fields: reader.fields(range.lowerBound..<comment), comment: comment..<range.upperBound)
    }
  }

  private static func comment(in line: ArraySlice<UInt8>) -> Int? {
    line.indices.first { index in
      guard line[index] == UInt8(ascii: "#") else { return false }
      let isBehindSpace = index == line.startIndex || line[index - 1] == 0x20 || line[index - 1] == 0x09
      let rest = line[(index + 1)...]
      return isBehindSpace && (rest.first == 0x20 || rest.allSatisfy { $0 == 0x09 || $0 == 0x20 })
    }
  }

  /// Cuts lines into fields.
  private struct Reader {
    let separator: UInt8?
    let source: SourceFile
    let file: FileID
    let findings: Findings

    func fields(_ range: Range<Int>) -> [Field] {
      var fields: [Field] = []
      var start = range.lowerBound
      while start <= range.upperBound {
        var end = start
        if separator == UInt8(ascii: ","), start < range.upperBound, source.bytes[start] == UInt8(ascii: "\"") {
          let (cell, behind) = quoted(start..<range.upperBound)
          end = behind
          while end < range.upperBound, source.bytes[end] != separator { end += 1 }
          fields.append(Field(cell: cell, raw: start..<end))
        } else {
          while end < range.upperBound, source.bytes[end] != separator { end += 1 }
          fields.append(Field(cell: trimmed(start..<end), raw: start..<end))
        }
        guard end < range.upperBound else { break }
        start = end + 1
      }
      return fields
    }

    private func trimmed(_ range: Range<Int>) -> YAMLScalar {
      let kept = source.bytes[range].withoutBlanks.indices
      return YAMLScalar(
        text: source.text(of: kept), style: .plain, span: SourceSpan(file: file, range: kept), start: kept.lowerBound)
    }

    /// A field in double quotes, and the byte behind its closing quote.
    private func quoted(_ range: Range<Int>) -> (YAMLScalar, Int) {
      var text: [UInt8] = []
      var places: [Int] = []
      var offset = range.lowerBound + 1
      var isClosed = false
      while offset < range.upperBound {
        if source.bytes[offset] == UInt8(ascii: "\"") {
          guard offset + 1 < range.upperBound, source.bytes[offset + 1] == UInt8(ascii: "\"") else {
            isClosed = true
            offset += 1
            break
          }
          offset += 1
        }
        text.append(source.bytes[offset])
        places.append(offset)
        offset += 1
      }
      let span = SourceSpan(file: file, range: range.lowerBound..<offset)
      if !isClosed { findings.error(.unclosedQuote, at: span) }
      let cell = YAMLScalar(
        text: String(decoding: text, as: UTF8.self), style: .doubleQuoted, span: span, start: range.lowerBound + 1,
        places: places)
      return (cell, offset)
    }
  }
}

extension ArraySlice<UInt8> {
  /// Without blanks and tabs at its ends, and without byte order marks there, which an editor may have left in the middle of a file.
  package var withoutBlanks: ArraySlice<UInt8> {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    var rest = self
    while let first = rest.first {
      let isBlank = first == 0x20 || first == 0x09
      guard isBlank || rest.starts(with: mark) else { break }
      rest.removeFirst(isBlank ? 1 : mark.count)
    }
    while let last = rest.last {
      let isBlank = last == 0x20 || last == 0x09
      guard isBlank || rest.suffix(mark.count) == mark[...] else { break }
      rest.removeLast(isBlank ? 1 : mark.count)
    }
    return rest
  }
}
