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
  /// How many bytes of `buffer` are known to hold no line end: of lines of JSON only those behind them are looked at.
  private var lineless = 0
  /// Rows above the header, to be given out before all others.
  private var above: [Reject]
  private var lateHeaders: [Int]
  /// Whether the text has ended, and `buffer` holds all that is left of it.
  private var isAtEnd: Bool

  /// Opens `name`, `-` being standard input, and finds out how its rows are written.
  ///
  /// A name that ends in .jsonl, .ndjson, .csv or .tsv, and then perhaps in .gz or .zst, says so; else the first character does: `{` begins a line of JSON.
  /// Its formats are numbered from `firstFormat` on.
  public init(_ name: String, options: RecordOptions, firstFormat: Int = 0) throws(InputFailure) {
    var text = try InputText.opening(name, options: options)
    let beginning = try Beginning(of: &text, name: name, options: options, number: firstFormat, offset: 0)
    format = beginning.format
    buffer = beginning.rows
    offset = beginning.length
    line = 1 + beginning.lineCount
    isAtEnd = beginning.isAtEnd
    (leastToCut, lineless) = (0, 0)
    above = beginning.above
    lateHeaders = beginning.format.lateHeader.map { [$0] } ?? []
    self.text = text
  }

  /// How many bytes of the input have been read.
  public var byteCount: Int { text.byteCount }

  /// What the input has turned out to be so far.
  public var nature: InputNature {
    var nature = InputNature(
      container: text.compression.map(InputNature.Container.init), encoding: text.encoding, lateHeaders: lateHeaders)
    (nature.sheets, nature.passedOver, nature.unsure) = text.sheets
    return nature
  }

  /// The digest of the bytes of the input that have been read so far.
  public var digestSoFar: SHA256Digest { text.digestSoFar }
  /// Where the rows begin that come next.
  public var position: RecordPosition {
    above.first.map { RecordPosition(offset: $0.offset, line: $0.line) } ?? RecordPosition(offset: offset, line: line)
  }

  /// The next rows; nil after the last.
  public mutating func next() throws(InputFailure) -> RecordChunk? {
    while true {
      if !above.isEmpty {
        let chunk = RecordChunk(format, refused: above)
        above = []
        return chunk
      }
      let isEnough = text.isLive || buffer.count >= format.options.chunkSize
      if isAtEnd || isEnough && mayHoldRow(), !buffer.isEmpty {
        switch RecordCutter.cut(buffer.span, isFinal: isAtEnd, format) {
        case .rows(let end) where end > 0: return take(end)
        case .tooLong: return try takeOversized()
        case .rows: (leastToCut, lineless) = (Self.grown(buffer.count), buffer.count)
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
      of: &text, name: format.file, options: format.options, number: format.number + 1, offset: offset)
    format = beginning.format
    buffer = beginning.rows
    offset += beginning.length
    line = 1 + beginning.lineCount
    isAtEnd = beginning.isAtEnd
    (leastToCut, lineless) = (0, 0)
    above = beginning.above
    if let late = beginning.format.lateHeader { lateHeaders.append(late) }
    return true
  }

  private mutating func readMore() throws(InputFailure) {
    let wanted = max(format.options.chunkSize - buffer.count, 65_536)
    isAtEnd = try !text.read(upTo: wanted, into: &buffer)
  }

  /// Whether it is worth looking for the end of a row in `buffer`.
  private mutating func mayHoldRow() -> Bool {
    if buffer.count >= leastToCut { return true }
    guard case .jsonLines = format.kind else { return false }
    let stop = ByteSearch.first(of: UInt8(ascii: "\n"), buffer.span, from: lineless, before: buffer.count)
    lineless = buffer.count
    return stop < buffer.count
  }

  /// The length at which what was in vain at `count` bytes is tried again: a quarter more, so that all tries together cost
  /// no more than some passes. Of what is short every byte counts: somebody may be waiting for the answer.
  static func grown(_ count: Int) -> Int { count < 65_536 ? count + 1 : count + count / 4 }

  /// Gives out the first `end` bytes.
  private mutating func take(_ end: Int) -> RecordChunk {
    (leastToCut, lineless) = (0, 0)
    var rest: [UInt8] = []
    rest.reserveCapacity(max(format.options.chunkSize, buffer.count - end))
    rest.append(contentsOf: buffer[end...])
    buffer.removeLast(buffer.count - end)
    let chunk = RecordChunk(format, bytes: buffer, offset: offset, line: line, isReencoded: text.isReencoded)
    offset += end
    line +=
      format.sheet == nil ? ByteSearch.count(of: UInt8(ascii: "\n"), buffer.span) : SheetText.rowCount(buffer.span)
    buffer = rest
    return chunk
  }

  /// Goes past a row that is too long to be held: up to its line end, or the end of the file.
  private mutating func takeOversized() throws(InputFailure) -> RecordChunk {
    (leastToCut, lineless) = (0, 0)
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
    return RecordChunk(format, refused: [reject])
  }
}
