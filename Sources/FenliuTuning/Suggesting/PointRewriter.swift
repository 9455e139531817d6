// SPDX-License-Identifier: Apache-2.0
public import Fenliu

/// Writes other points into a list of words, and leaves every other byte of it as it is: comments, notes, order.
public struct PointRewriter {
  /// Puts points into lines of a .tsv or .csv file.
  ///
  /// - Parameters:
  ///   - text: the bytes of the file, UTF-8.
  ///   - points: by line, counted from 1.
  ///   - separator: what stands between fields.
  /// - Returns: the new bytes; nil where a line is not as expected, so that nothing is written by guess.
  public static func rewrite(_ text: [UInt8], points: [Int: Points], separator: UInt8) -> [UInt8]? {
    let lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    var column: Int?
    var rewritten: [[UInt8]] = []
    for (place, line) in lines.enumerated() {
      var fields = line.split(separator: separator, omittingEmptySubsequences: false).map(Array.init)
      if column == nil, !line.isEmpty, line.first != UInt8(ascii: "#") {
        let names = fields.map { String(decoding: $0, as: UTF8.self).trimmed }
        column = names.firstIndex(of: "points")
        guard column != nil else { return nil }
      }
      if let new = points[place + 1] {
        guard let column, fields.indices.contains(column), !line.contains(UInt8(ascii: "\"")) else { return nil }
        let old = String(decoding: fields[column], as: UTF8.self)
        // What stands around the number stays: a line end of two bytes, a comment.
        let number = old.trimmed.prefix { !$0.isWhitespace }
        guard !number.isEmpty, let range = old.firstRange(of: number) else { return nil }
        fields[column] = Array(old.replacingCharacters(in: range, with: new.description).utf8)
      }
      rewritten.append(Array(fields.joined(separator: [separator])))
    }
    return Array(rewritten.joined(separator: [UInt8(ascii: "\n")]))
  }
}

extension String {
  /// Without white space around it and a byte order mark before it.
  fileprivate var trimmed: String {
    var rest = self[...]
    while let first = rest.unicodeScalars.first, first.properties.isWhitespace || first == "\u{FEFF}" {
      rest.unicodeScalars.removeFirst()
    }
    while let last = rest.unicodeScalars.last, last.properties.isWhitespace { rest.unicodeScalars.removeLast() }
    return String(rest)
  }

  fileprivate func replacingCharacters(in range: Range<String.Index>, with text: String) -> String {
    String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
  }
}
