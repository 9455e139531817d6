// SPDX-License-Identifier: Apache-2.0
import FenliuCompression
public import FenliuEncodings

/// What an input turned out to be, beyond what every plain file is.
public struct InputNature: Hashable, Sendable, Codable {
  /// What the text of an input was taken out of.
  public enum Container: String, Hashable, Sendable, Codable {
    case gzip, zstd

    init(_ compression: Compression) {
      switch compression {
      case .gzip: self = .gzip
      case .zstd: self = .zstd
      }
    }
  }

  /// What its text was taken out of; nil where the file is the text.
  public var container: Container?
  /// How its characters are written.
  public var encoding: TextEncoding
  /// The lines of those headers above which rows stand that are no posts.
  public var lateHeaders: [Int]
  /// The sheets that were read, where it is a workbook.
  public var sheets: [String] = []
  /// The sheets that were not.
  public var passedOver: [String] = []
  /// Those among them that may hold posts: tables without a column that is known, of which one is called as a text may be.
  public var unsure: [String] = []

  /// Text in UTF-8 with its header first, unless something else is said.
  public init(container: Container? = nil, encoding: TextEncoding = .utf8, lateHeaders: [Int] = []) {
    self.container = container
    self.encoding = encoding
    self.lateHeaders = lateHeaders
  }
}
