// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import FenliuEncodings

/// An encoding as it is typed: `gb18030`, `GBK`, `utf-16le`.
struct EncodingName: ExpressibleByArgument, Sendable {
  let encoding: TextEncoding

  init?(argument: String) {
    guard let encoding = TextEncoding(name: argument) else { return nil }
    self.encoding = encoding
  }

  /// The names that help and completion show.
  static var allValueStrings: [String] { TextEncoding.allCases.map { $0.rawValue.lowercased() } }
}
