// SPDX-License-Identifier: Apache-2.0
public import FenliuEncodings

/// The text of a file that has no rows of posts, in UTF-8, whatever its encoding and however it was compressed.
public struct TextSource: ~Copyable {
  private var text: InputText

  /// Opens `name`, `-` being standard input. The encoding is found out where nobody says it, as that of inputs with posts is.
  ///
  /// - Throws: what is no text is refused as an input is, a workbook too.
  public init(_ name: String, encoding: TextEncoding? = nil) throws(InputFailure) {
    text = try InputText.opening(name, encoding: encoding)
  }

  /// What it has turned out to be so far.
  public var nature: InputNature {
    InputNature(container: text.compression.map(InputNature.Container.init), encoding: text.encoding)
  }

  /// Appends about `most` bytes to `buffer`; false at the end. What is UTF-8 comes as it is, broken or not; bytes that another encoding does not
  /// have come as U+FFFD.
  public mutating func read(upTo most: Int, into buffer: inout [UInt8]) throws(InputFailure) -> Bool {
    guard text.isReencoded else { return try text.read(upTo: most, into: &buffer) }
    var part: [UInt8] = []
    let isMore = try text.read(upTo: most, into: &part)
    for byte in part {
      if byte == 0xFF { buffer += [0xEF, 0xBF, 0xBD] } else { buffer.append(byte) }
    }
    return isMore
  }
}
