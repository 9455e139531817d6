// SPDX-License-Identifier: Apache-2.0
import FenliuRecords
import FoundationEssentials

/// The first rejects of a run, read from the file that it wrote, so that a run that was gone on with tells them as well.
struct FirstRejects {
  /// What is read of a reject.
  private struct Line: Decodable {
    let file: String
    let sheet: String?
    let line: Int
    let reason: String
    let column: String?
  }

  private static let most = 5
  /// Bytes of the file that are looked at.
  private static let longest = 64 << 10

  /// Where each stands and what is wrong with it.
  let places: [RejectSentence.Place]

  /// Reads the beginning of `path`; without places where it cannot be read.
  init(of path: String, inputs: Int) {
    let bytes = (try? FileBytes.beginning(of: path, most: Self.longest)) ?? []
    let decoder = JSONDecoder()
    places = bytes.split(separator: UInt8(ascii: "\n")).prefix(Self.most).compactMap { row in
      guard let line = try? decoder.decode(Line.self, from: Data(row)) else { return nil }
      return RejectSentence.Place(
        file: inputs > 1 ? line.file : nil, sheet: line.sheet, line: line.line, reason: .init(rawValue: line.reason),
        column: line.column)
    }
  }
}
