// SPDX-License-Identifier: Apache-2.0
import FenliuEncodings
import FenliuRecords

/// The lines of a file in UTF-8, each with its line end, one after the other.
///
/// A line of more than 8 MB comes in pieces, so that memory stays flat; a number that lies across two pieces is not seen.
struct TextLines: ~Copyable {
  private static let longest = 8_000_000
  private var source: TextSource
  private var buffer: [UInt8] = []
  private var start = 0
  private var isAtEnd = false

  /// Opens the file of that name, `-` being standard input, whose characters are written so where somebody says it.
  init(_ path: String, encoding: TextEncoding?) throws(CommandFailure) {
    do throws(InputFailure) {
      source = try TextSource(path, encoding: encoding)
    } catch {
      throw CommandFailure(.input(error))
    }
  }

  /// What the file has turned out to be so far.
  var nature: InputNature { source.nature }

  /// The next line; nil after the last.
  mutating func next() throws(CommandFailure) -> [UInt8]? {
    var searched = start
    while true {
      if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) { return take(end + 1) }
      if buffer.count - start >= Self.longest || isAtEnd { return start == buffer.count ? nil : take(buffer.count) }
      buffer.removeFirst(start)
      start = 0
      searched = buffer.count
      try fill()
    }
  }

  private mutating func take(_ end: Int) -> [UInt8] {
    defer { start = end }
    return Array(buffer[start..<end])
  }

  private mutating func fill() throws(CommandFailure) {
    do throws(InputFailure) {
      isAtEnd = try !source.read(upTo: 1 << 16, into: &buffer)
    } catch {
      throw CommandFailure(.input(error))
    }
  }
}
