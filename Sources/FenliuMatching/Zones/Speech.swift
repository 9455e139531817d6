// SPDX-License-Identifier: Apache-2.0

/// Tells whether what follows is announced as somebody else's words.
///
/// A grievance that is taken for a quotation is lost, so a verb of saying announces nothing where its clause denies or asks, where the
/// writer is the one who speaks, or, before a colon without quotation marks, where nobody is named who does.
enum Speech {
  /// Verbs before quotation marks, with or without a colon.
  private static let verbs: [StaticString] = [
    "说", "称", "回复", "答复", "写道", "表示", "喊", "骂", "叫嚣", "威胁", "回答", "告诉我", "告知", "说是", "回应", "承诺", "说道", "问道", "答道",
    "喊道", "骂道", "叫道", "吼道", "嚷道", "喝道", "叹道", "笑道", "讲道", "怒道", "吓道", "胁道", "言道", "释道", "复道", "应道", "训道", "斥道", "劝道",
    "责道",
  ]
  /// Verbs before a colon alone.
  private static let announcing: [StaticString] = ["说", "回复", "答复", "写道", "告诉我"]
  /// Verbs whose subject is somebody else where the writer is what 被 goes with: 我被告知.
  private static let suffered: [StaticString] = ["告知", "答复", "回复", "骂", "威胁", "回应", "说是"]
  /// How many characters before a verb are looked at; a longer clause announces nothing.
  private static let longestClause = 60

  /// Whether a verb stands before an opening quotation mark, with or without a colon or comma between, and somebody else speaks.
  ///
  /// - Parameter left: how many verbs may still be looked at; with none left nothing is announced.
  static func stands(before offset: Int, in text: Span<UInt8>, _ left: inout Int) -> Bool {
    var end = skipSpaces(before: offset, in: text)
    for sign: StaticString in ["：", ":", "，", ","] where ZoneReader.ends(with: sign, at: end, in: text) {
      end = skipSpaces(before: end - sign.utf8CodeUnitCount, in: text)
      break
    }
    return isOthers(verbs, endingAt: end, hasMarks: true, in: text, &left)
  }

  /// Whether a colon stands before an opening quotation mark.
  static func isColon(before offset: Int, in text: Span<UInt8>) -> Bool {
    let end = skipSpaces(before: offset, in: text)
    return ZoneReader.ends(with: "：", at: end, in: text) || ZoneReader.ends(with: ":", at: end, in: text)
  }

  /// Whether a verb stands before a colon, and somebody else speaks.
  static func announces(at colon: Int, in text: Span<UInt8>, _ left: inout Int) -> Bool {
    isOthers(announcing, endingAt: colon, hasMarks: false, in: text, &left)
  }

  private static func isOthers(
    _ verbs: [StaticString], endingAt end: Int, hasMarks: Bool, in text: Span<UInt8>, _ left: inout Int
  ) -> Bool {
    let length = verbs.filter { ZoneReader.ends(with: $0, at: end, in: text) }.map(\.utf8CodeUnitCount).max()
    guard let length, left > 0 else { return false }
    left -= 1
    guard let start = clauseStart(before: end, in: text) else { return false }
    var clause = SpeechClause(start..<end, verb: end - length, in: text)
    clause.isSuffered = suffered.contains { ZoneReader.ends(with: $0, at: end, in: text) }
    switch clause.speaker(in: text, mustBeNamed: !hasMarks) {
    case .other: return true
    case .writer: return false
    case .unsaid:
      // Who spoke in the clause before goes on.
      guard hasMarks else { return false }
      guard start > 0, let sign = Scalars.before(start, in: text), isComma(sign.scalar),
        let before = clauseStart(before: sign.start, in: text)
      else { return !isReply(start..<end, in: text) }
      return SpeechClause(before..<sign.start, verb: sign.start, in: text).mayAnnounce(in: text)
    }
  }

  private static func isComma(_ scalar: UInt32) -> Bool { [0xFF0C, 0x2C, 0xFF1B, 0x3B].contains(scalar) }

  /// Whether a clause is a heading of the writer's: 回复：
  private static func isReply(_ clause: Range<Int>, in text: Span<UInt8>) -> Bool {
    ["回复", "答复", "写道"].contains { ZoneReader.starts(with: $0, at: clause.lowerBound, in: text) }
  }

  private static func skipSpaces(before offset: Int, in text: Span<UInt8>) -> Int {
    var end = offset
    while end > 0, text[end - 1] == 0x20 { end -= 1 }
    return end
  }

  /// Where the clause begins that ends at a byte: behind a sign that ends one, a colon or a closing quotation mark. nil where it is too long.
  private static func clauseStart(before end: Int, in text: Span<UInt8>) -> Int? {
    var start = end
    for _ in 0...longestClause {
      guard let before = Scalars.before(start, in: text), Marks.kind(at: before.start, in: text).kind == .nothing,
        ![0xFF1A, 0x3A, 0x201D, 0x300D, 0x300F].contains(before.scalar)
      else { return start }
      start = before.start
    }
    return nil
  }
}
