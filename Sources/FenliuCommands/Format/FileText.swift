// SPDX-License-Identifier: Apache-2.0
import FenliuRules

/// Reads text files that are no rules as rules are read: UTF-8, UTF-16 or GB18030.
enum FileText {
  /// The text of a file.
  static func read(_ path: String) throws(CommandFailure) -> String {
    String(decoding: try bytes(of: path), as: UTF8.self)
  }

  /// The text of a file in UTF-8; ends the program with 2 where it cannot be read, or is in none of these encodings.
  static func bytes(of path: String) throws(CommandFailure) -> [UInt8] {
    let decoded = TextDecoder.decode(try FileBytes.read(path))
    if let bad = decoded.bad {
      let line = 1 + decoded.bytes[..<bad].count { $0 == UInt8(ascii: "\n") }
      throw .couldNotWork(.badText(file: path, line: line, encoding: decoded.encoding))
    }
    return decoded.bytes
  }
}
