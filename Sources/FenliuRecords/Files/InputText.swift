// SPDX-License-Identifier: Apache-2.0
import FenliuCompression
import FenliuDigest
import FenliuEncodings
import FenliuWorkbook

/// The text of an input in UTF-8, whatever the bytes of its file are: what rows are cut and parsed from.
///
///     bytes of the file → container → encoding → text
///
/// Offsets of rows count in this text. Length and digest of an input are those of the file's own bytes. An input may hold
/// several texts, one after the other, each with a beginning of its own, as the sheets of a workbook are.
///
/// A mark at the beginning tells the encoding. Where there is none, ASCII passes as it is, since it is the same in UTF-8 and
/// GB18030; the first other byte, and up to 64 KB behind it, decide. Of an input that somebody is still writing, no more is
/// waited for than the lines that make it clear, so that what a line is taken for does not depend on how writes were cut.
struct InputText: ~Copyable, Sendable {
  private enum Stage {
    /// Only ASCII was seen.
    case undecided
    /// The bytes are the text.
    case plain
    /// The bytes are brought to UTF-8.
    case reencoded
  }

  /// The encoding of the text so far.
  private(set) var encoding = TextEncoding.utf8
  private let name: String
  private var bytes: InputBytes
  private var stage = Stage.undecided
  private var decoder: TextDecoder?
  /// The workbook that the file is, where it is one.
  private var workbook: WorkbookText?
  /// Bytes that were read and are not yet text.
  private var held: [UInt8] = []
  /// Whether no bytes follow those held.
  private var isAtEnd = false
  /// Whether the bytes held are part of a character, of which the rest must be read first.
  private var isWaiting = false

  /// How many bytes are looked at to tell the encoding.
  static let evidenceLength = 65_536

  /// Opens `name`, `-` being standard input, whose text is in the encoding of the options where they say so.
  static func opening(_ name: String, options: RecordOptions) throws(InputFailure) -> InputText {
    var text = InputText(name, try InputBytes(name))
    try text.begin(options.encoding, workbooks: options)
    return text
  }

  /// Opens `name` likewise; a workbook is refused.
  static func opening(_ name: String, encoding: TextEncoding?) throws(InputFailure) -> InputText {
    var text = InputText(name, try InputBytes(name))
    try text.begin(encoding, workbooks: nil)
    return text
  }

  private init(_ name: String, _ bytes: consuming InputBytes) {
    self.name = name
    self.bytes = bytes
  }

  /// Whether reads may come back with little because somebody is still writing.
  var isLive: Bool { bytes.isLive && sheet == nil }
  /// The sheet that the text is of, where it is one.
  var sheet: WorkbookText.Sheet? {
    switch workbook {
    case .some(let workbook): workbook.sheet
    case nil: nil
    }
  }
  /// The names of the sheets that are read, of those that are not, and of those among these that may hold posts.
  var sheets: (read: [String], passedOver: [String], unsure: [String]) {
    switch workbook {
    case .some(let workbook): (workbook.sheetNames, workbook.passedOver, workbook.unsure)
    case nil: ([], [], [])
    }
  }
  /// How many bytes of the file have been read.
  var byteCount: Int { bytes.byteCount }
  /// How the file was compressed; nil where it was not.
  var compression: Compression? { bytes.compression }

  /// Whether the text is not the content's own bytes.
  var isReencoded: Bool { encoding != .utf8 }

  /// The name of what is in the file: without what a container adds to it.
  var contentName: String {
    let folded = name.lowercased()
    guard let suffix = compression?.suffixes.first(where: folded.hasSuffix) else { return name }
    return String(name.dropLast(suffix.count))
  }

  /// Appends about `most` bytes of text to `buffer`; false at the end of the text.
  mutating func read(upTo most: Int, into buffer: inout [UInt8]) throws(InputFailure) -> Bool {
    if workbook != nil { return try workbook?.read(upTo: most, into: &buffer) ?? false }
    switch stage {
    case .plain:
      if !held.isEmpty {
        let count = min(most, held.count)
        buffer.append(contentsOf: held[..<count])
        held.removeFirst(count)
        return true
      }
      return isAtEnd ? false : try bytes.read(upTo: most, into: &buffer)
    case .undecided:
      if held.isEmpty, !isAtEnd { try readMore(most) }
      if held.isEmpty { return false }
      let ascii = ByteSearch.firstAboveASCII(held.span, from: 0, before: min(most, held.count))
      if ascii > 0 {
        buffer.append(contentsOf: held[..<ascii])
        held.removeFirst(ascii)
        return true
      }
      try settle(on: try likelyEncoding())
      return try read(upTo: most, into: &buffer)
    case .reencoded: return try decode(upTo: most, into: &buffer)
    }
  }

  /// Turns to the next text of the input, when one has ended; false after the last.
  mutating func turnToNext() throws(InputFailure) -> Bool { try workbook?.turnToNext() ?? false }

  /// The digest of the bytes of the file that have been read so far.
  var digestSoFar: SHA256Digest { bytes.digestSoFar }

  /// The digest of all bytes of the file; asked for after the last text.
  consuming func finish() -> SHA256Digest { bytes.finish() }

  /// Looks at the first bytes: whether they are text at all, and whether they tell their encoding. Workbooks are read as the options say, if
  /// they are read.
  private mutating func begin(_ encoding: TextEncoding?, workbooks options: RecordOptions?) throws(InputFailure) {
    while held.count < TextEncoding.beginningLength, !isAtEnd { try readMore(65_536) }
    if !bytes.isLive {
      while held.count < ForeignFormat.beginningLength, !isAtEnd { try readMore(65_536) }
    }
    if let found = ForeignFormat(bytes: held.span) {
      guard let options else { throw .otherFormat(file: name, found: found) }
      return try beginWorkbook(found, options)
    }
    if bytes.compression != nil, Compression(beginning: held.span) != nil {
      throw .otherFormat(file: name, found: .compressedTwice)
    }
    if let told = encoding ?? TextEncoding(beginning: held.span) { try settle(on: told) }
  }

  /// Opens the workbook that a file of that kind may be.
  private mutating func beginWorkbook(_ found: ForeignFormat, _ options: RecordOptions) throws(InputFailure) {
    guard found.mayBeWorkbook else { throw .otherFormat(file: name, found: found) }
    do throws(InputFailure) {
      workbook = try WorkbookText.opening(name, head: held, rest: &bytes, options: options)
      held = []
      isAtEnd = true
    } catch {
      switch error {
      case .workbook(_, .otherFormat(found: let format)):
        throw ForeignFormat(rawValue: format).map { .otherFormat(file: name, found: $0) } ?? error
      case .workbook(_, .broken(part: "zip", .damagedArchive)) where found != .workbook:
        throw .otherFormat(file: name, found: found)
      default: throw error
      }
    }
  }

  private mutating func readMore(_ most: Int) throws(InputFailure) {
    isAtEnd = try !bytes.read(upTo: most, into: &held)
    isWaiting = false
  }

  private mutating func settle(on encoding: TextEncoding) throws(InputFailure) {
    self.encoding = encoding
    if encoding == .utf8 {
      stage = .plain
      return
    }
    do {
      decoder = try TextDecoder(encoding)
      stage = .reencoded
    } catch {
      throw .noConverter(file: name, encoding: encoding)
    }
  }

  /// What the bytes held, of which the first is not ASCII, and those behind them say.
  private mutating func likelyEncoding() throws(InputFailure) -> TextEncoding {
    var evidence = EncodingEvidence()
    // Invariant: the bytes held before `seen` are whole lines that were looked at.
    var seen = 0
    while true {
      let end = min(held.count, Self.evidenceLength)
      if isLive {
        while let stop = ByteSearch.firstIndex(of: UInt8(ascii: "\n"), held.span, from: seen, before: end) {
          evidence.add(held.span.extracting(seen..<stop), isAll: true)
          seen = stop + 1
          if evidence.isClear { return evidence.encoding }
        }
      }
      if isAtEnd || held.count >= Self.evidenceLength {
        evidence.add(held.span.extracting(seen..<end), isAll: isAtEnd && end == held.count)
        return evidence.encoding
      }
      try readMore(Self.evidenceLength)
    }
  }

  private mutating func decode(upTo most: Int, into buffer: inout [UInt8]) throws(InputFailure) -> Bool {
    let before = buffer.count
    while true {
      if !held.isEmpty, !isWaiting || isAtEnd {
        // Taken out, so that decoder and bytes are not one value's parts while both are in use.
        var input: [UInt8] = []
        swap(&input, &held)
        // However little is asked for, a whole character must be seen.
        let count = min(max(most, 16), input.count)
        let isWhole = count == input.count
        let isAll = isAtEnd && isWhole
        let taken = decoder?.decode(input.span.extracting(0..<count), isAll: isAll, into: &buffer) ?? 0
        input.removeFirst(taken)
        isWaiting = isWhole
        swap(&input, &held)
        if buffer.count > before { return true }
      }
      if isAtEnd { return false }
      try readMore(most)
    }
  }
}
