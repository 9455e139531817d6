// SPDX-License-Identifier: Apache-2.0
import FenliuEncodings
import FenliuModel

@testable import FenliuRecords

/// What a row turned out to be, as far as a plain reading can say it.
enum PlainRecord: Equatable {
  case post(id: String, title: String?, text: String?)
  case reject(String, line: Int, offset: Int, length: Int)

  init(_ record: ParsedRecord) {
    switch record {
    case .post(let post): self = .post(id: post.id, title: post.title, text: post.text)
    case .reject(let reject):
      self = .reject(reject.reason.rawValue, line: reject.line, offset: reject.offset, length: reject.length)
    }
  }
}

/// Reads inputs as the batch does.
struct RecordReading {
  private let folder = ScratchFolder()
  private let names = ColumnNames()

  /// The records of a file of that name; nil where the input is refused as a whole.
  func records(of bytes: [UInt8], name: String, options: RecordOptions) -> [ParsedRecord]? {
    let path = folder.write(name, bytes)
    do throws(InputFailure) {
      var stream = try RecordStream(path, options: options)
      var parser = RecordParser(stream.format)
      var records: [ParsedRecord] = []
      while let chunk = try stream.next() {
        parser.begin(chunk)
        while let record = parser.next() { records.append(relative(record)) }
      }
      expectEqual(stream.byteCount, bytes.count, "the bytes that were read")
      return records
    } catch {
      return nil
    }
  }

  /// The same, whatever the size of the chunks: it is read in several, and all must agree.
  func agreedRecords(
    of bytes: [UInt8], name: String, chunkSizes: [Int], encoding: TextEncoding? = .utf8
  ) -> [ParsedRecord]? {
    func read(_ size: Int) -> [ParsedRecord]? {
      var options = RecordOptions(names: names, chunkSize: size)
      options.encoding = encoding
      return records(of: bytes, name: name, options: options)
    }
    let whole = read(1 << 20)
    for size in chunkSizes {
      let cut = read(size)
      expect((cut == nil) == (whole == nil), "chunks of \(size) change whether the input is read")
      if let cut, let whole { expectEqual(cut, whole, "chunks of \(size)") }
    }
    return whole
  }

  /// Without the folder, so that records do not depend on where the file lies.
  private func relative(_ record: ParsedRecord) -> ParsedRecord {
    switch record {
    case .post(var post):
      if post.id.hasPrefix(folder.path) { post.id = String(post.id.dropFirst(folder.path.count + 1)) }
      return .post(post)
    case .reject(var reject):
      reject.file = ""
      return .reject(reject)
    }
  }
}

/// White space as columns are freed of it.
func trimmed(_ text: String) -> String {
  let spaces: Set<Unicode.Scalar> = ["\t", "\n", "\u{B}", "\u{C}", "\r", " ", "\u{A0}", "\u{3000}"]
  var scalars = text.unicodeScalars[...]
  while let first = scalars.first, spaces.contains(first) { scalars.removeFirst() }
  while let last = scalars.last, spaces.contains(last) { scalars.removeLast() }
  return String(scalars)
}

/// The lines of some bytes, without their ends, with where each begins.
func lines(of bytes: [UInt8]) -> [(start: Int, line: ArraySlice<UInt8>)] {
  var lines: [(Int, ArraySlice<UInt8>)] = []
  var start = 0
  for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
    lines.append((start, line.last == UInt8(ascii: "\r") ? line.dropLast() : line))
    start = line.endIndex + 1
  }
  return lines
}
