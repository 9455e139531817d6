// SPDX-License-Identifier: Apache-2.0

/// A file that an author wrote, decoded to UTF-8.
///
/// Every byte range of a `SourceSpan` counts in `bytes`, that is in the decoded text without a byte order mark, not in
/// the bytes on disk.
public struct SourceFile: Hashable, Sendable {
  /// Where it lies, relative to the library, with `/` between the parts: `county/rules.yaml`.
  public let path: String
  /// The whole text in UTF-8.
  public let bytes: [UInt8]

  /// A file at `path` with the text `bytes`, which must be UTF-8.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// A file at `path` with the text `text`.
  public init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  /// The text of `range`, clamped to the file.
  public func text(of range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }
}
