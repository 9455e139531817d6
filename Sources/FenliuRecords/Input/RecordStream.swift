// SPDX-License-Identifier: Apache-2.0
public import FenliuDigest

/// The rows of one input, in chunks of whole rows, with the digest of all its bytes.
///
/// Memory stays at one chunk and the longest row, whatever the input. Where the chunks are cut changes nothing in what
/// their rows turn out to be.
public struct RecordStream: ~Copyable {
  /// How its rows are written.
  public let format: RecordFormat
  /// How many bytes have been read.
  public private(set) var byteCount: Int

  private var file: InputFile
  private var hasher: SHA256Hasher
  /// What was read and not yet given out. Its first byte stands at `offset` in the file, on line `line`.
  private var buffer: [UInt8]
  private var offset: Int
  private var line: Int
  private var isAtEnd: Bool

  /// Opens `name`, `-` being standard input, and finds out how its rows are written.
  ///
  /// A name that ends in .jsonl, .ndjson, .csv or .tsv says so; else the first character does: `{` begins a line of JSON.
  public init(_ name: String, options: RecordOptions) throws(InputFailure) {
    var file = try InputFile(name)
    var hasher = SHA256Hasher()
    var head: [UInt8] = []
    var isAtEnd = false
    // The header of a CSV is a row like others; it must be whole before anything can be said.
    var found: InputHead?
    repeat {
      let before = head.count
      isAtEnd = try !file.read(upTo: options.chunkSize, into: &head)
      hasher.update(head.span.extracting(before..<head.count))
      found = try InputHead(head.span, name: name, isAtEnd: isAtEnd, options: options)
    } while found == nil && !isAtEnd
    guard let found else { throw .brokenHeader(file: name) }
    format = RecordFormat(file: name, kind: found.kind, options: options)
    byteCount = head.count
    buffer = Array(head[found.length...])
    offset = found.length
    line = 1 + ByteSearch.count(of: UInt8(ascii: "\n"), head.span.extracting(0..<found.length))
    self.file = file
    self.hasher = hasher
    self.isAtEnd = isAtEnd
  }

  /// The next rows; nil after the last.
  public mutating func next() throws(InputFailure) -> RecordChunk? {
    while true {
      let wanted = isAtEnd || file.isLive && !buffer.isEmpty || buffer.count >= format.options.chunkSize
      if wanted, !buffer.isEmpty {
        switch RecordCutter.cut(buffer.span, isFinal: isAtEnd, format) {
        case .rows(let end) where end > 0: return take(end)
        case .tooLong: return try takeOversized()
        case .rows: break
        }
      }
      if isAtEnd { return nil }
      try readMore()
    }
  }

  /// The digest of all bytes of the input; asked for after the last chunk.
  public consuming func finish() -> SHA256Digest { hasher.finish() }

  private mutating func readMore() throws(InputFailure) {
    // Taken out, so that hasher and buffer are not one value's parts while both are in use.
    var filled = buffer
    buffer = []
    let before = filled.count
    let wanted = max(format.options.chunkSize - before, 65_536)
    isAtEnd = try !file.read(upTo: wanted, into: &filled)
    byteCount += filled.count - before
    hasher.update(filled.span.extracting(before..<filled.count))
    buffer = filled
  }

  /// Gives out the first `end` bytes.
  private mutating func take(_ end: Int) -> RecordChunk {
    var rest: [UInt8] = []
    rest.reserveCapacity(max(format.options.chunkSize, buffer.count - end))
    rest.append(contentsOf: buffer[end...])
    buffer.removeLast(buffer.count - end)
    let chunk = RecordChunk(bytes: buffer, offset: offset, line: line)
    offset += end
    line += ByteSearch.count(of: UInt8(ascii: "\n"), buffer.span)
    buffer = rest
    return chunk
  }

  /// Goes past a row that is too long to be held: up to its line end, or the end of the file.
  private mutating func takeOversized() throws(InputFailure) -> RecordChunk {
    var digest = SHA256Hasher()
    var length = 0
    // A carriage return belongs to the line end if the line feed follows, which may be in the next read.
    var owesCarriageReturn = false
    let lineFeed = UInt8(ascii: "\n")
    let carriageReturn: [UInt8] = [UInt8(ascii: "\r")]
    func add(_ bytes: Span<UInt8>, _ digest: inout SHA256Hasher) {
      guard !bytes.isEmpty else { return }
      if owesCarriageReturn { digest.update(carriageReturn.span) }
      owesCarriageReturn = bytes[bytes.count - 1] == carriageReturn[0]
      digest.update(bytes.extracting(0..<bytes.count - (owesCarriageReturn ? 1 : 0)))
      length += bytes.count
    }
    let start = offset
    while true {
      let stop = ByteSearch.first(of: lineFeed, buffer.span, from: 0, before: buffer.count)
      add(buffer.span.extracting(0..<stop), &digest)
      let next = min(stop + 1, buffer.count)
      let isDone = stop < buffer.count
      offset += next
      buffer.removeFirst(next)
      if isDone || isAtEnd { break }
      try readMore()
    }
    if owesCarriageReturn { length -= 1 }
    let reject = Reject(
      file: format.file, line: line, offset: start, length: length, digest: digest.finish(), reason: .tooLong)
    line += 1
    return RecordChunk(oversized: reject)
  }
}
