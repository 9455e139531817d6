// SPDX-License-Identifier: Apache-2.0
public import FenliuDigest

/// The rows of one input, in chunks of whole rows, with the digest of all its bytes.
///
/// Memory stays at one chunk and the longest row, whatever the input. Where the chunks are cut changes nothing in what
/// their rows turn out to be.
public struct RecordStream: ~Copyable {
  /// How the rows are written that come next.
  public private(set) var format: RecordFormat

  private var text: InputText
  /// What was read and not yet given out. Its first byte stands at `offset` in the text, on line `line`.
  private var buffer: [UInt8]
  private var offset: Int
  private var line: Int
  /// How long `buffer` must have grown before it is worth looking for a row's end again: looking at every read would cost a
  /// square of a long row's length.
  private var leastToCut = 0
  /// Whether the text has ended, and `buffer` holds all that is left of it.
  private var isAtEnd: Bool

  /// Opens `name`, `-` being standard input, and finds out how its rows are written.
  ///
  /// A name that ends in .jsonl, .ndjson, .csv or .tsv says so; else the first character does: `{` begins a line of JSON.
  /// Its formats are numbered from `firstFormat` on.
  public init(_ name: String, options: RecordOptions, firstFormat: Int = 0) throws(InputFailure) {
    var text = try InputText(name)
    let beginning = try Beginning(of: &text, name: name, options: options, number: firstFormat)
    format = beginning.format
    buffer = beginning.rows
    offset = beginning.length
    line = 1 + beginning.lineCount
    isAtEnd = beginning.isAtEnd
    self.text = text
  }

  /// How many bytes of the input have been read.
  public var byteCount: Int { text.byteCount }

  /// The next rows; nil after the last.
  public mutating func next() throws(InputFailure) -> RecordChunk? {
    while true {
      let isEnough = text.isLive || buffer.count >= format.options.chunkSize
      if isAtEnd || isEnough && buffer.count >= leastToCut, !buffer.isEmpty {
        switch RecordCutter.cut(buffer.span, isFinal: isAtEnd, format) {
        case .rows(let end) where end > 0: return take(end)
        case .tooLong: return try takeOversized()
        case .rows: leastToCut = Self.grown(buffer.count)
        }
      }
      if isAtEnd {
        guard try turnToNextText() else { return nil }
      } else {
        try readMore()
      }
    }
  }

  /// The digest of all bytes of the input; asked for after the last chunk.
  public consuming func finish() -> SHA256Digest { text.finish() }

  /// Goes on with the beginning of the next text of the input; false after the last.
  private mutating func turnToNextText() throws(InputFailure) -> Bool {
    guard try text.turnToNext() else { return false }
    let beginning = try Beginning(
      of: &text, name: format.file, options: format.options, number: format.number + 1)
    format = beginning.format
    buffer = beginning.rows
    offset += beginning.length
    line = 1 + beginning.lineCount
    isAtEnd = beginning.isAtEnd
    return true
  }

  private mutating func readMore() throws(InputFailure) {
    let wanted = max(format.options.chunkSize - buffer.count, 65_536)
    isAtEnd = try !text.read(upTo: wanted, into: &buffer)
  }

  /// The length at which what was in vain at `count` bytes is tried again: a quarter more, so that all tries together cost
  /// no more than some passes. Of what is short every byte counts: somebody may be waiting for the answer.
  fileprivate static func grown(_ count: Int) -> Int { count < 65_536 ? count + 1 : count + count / 4 }

  /// Gives out the first `end` bytes.
  private mutating func take(_ end: Int) -> RecordChunk {
    leastToCut = 0
    var rest: [UInt8] = []
    rest.reserveCapacity(max(format.options.chunkSize, buffer.count - end))
    rest.append(contentsOf: buffer[end...])
    buffer.removeLast(buffer.count - end)
    let chunk = RecordChunk(format, bytes: buffer, offset: offset, line: line)
    offset += end
    line += ByteSearch.count(of: UInt8(ascii: "\n"), buffer.span)
    buffer = rest
    return chunk
  }

  /// Goes past a row that is too long to be held: up to its line end, or the end of the file.
  private mutating func takeOversized() throws(InputFailure) -> RecordChunk {
    leastToCut = 0
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
    return RecordChunk(format, oversized: reject)
  }
}

/// What a text begins with, and what was read behind it.
private struct Beginning {
  /// How the rows are written.
  let format: RecordFormat
  /// The first bytes of the rows.
  let rows: [UInt8]
  /// How many bytes come before them.
  let length: Int
  /// How many lines these have.
  let lineCount: Int
  /// Whether `rows` are all that there are.
  let isAtEnd: Bool

  /// The most bytes before the first row.
  private static let longest = 1 << 24

  /// Reads `text` until it is known how its rows are written.
  init(of text: inout InputText, name: String, options: RecordOptions, number: Int) throws(InputFailure) {
    var head: [UInt8] = []
    var isAtEnd = false
    // The header of a CSV is a row like others; it must be whole before anything can be said.
    var found: InputHead?
    var least = 0
    repeat {
      isAtEnd = try !text.read(upTo: options.chunkSize, into: &head)
      guard isAtEnd || head.count >= least else { continue }
      found = try InputHead(head.span, name: name, isAtEnd: isAtEnd, options: options)
      least = RecordStream.grown(head.count)
      // Nothing but white space for so long is no input, and might have no end.
      if found == nil, head.count > Self.longest { throw .brokenHeader(file: name) }
    } while found == nil && !isAtEnd
    guard let found else { throw .brokenHeader(file: name) }
    format = RecordFormat(file: name, kind: found.kind, options: options, number: number)
    rows = Array(head[found.length...])
    length = found.length
    lineCount = ByteSearch.count(of: UInt8(ascii: "\n"), head.span.extracting(0..<found.length))
    self.isAtEnd = isAtEnd
  }
}
