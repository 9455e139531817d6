// SPDX-License-Identifier: Apache-2.0

/// Tells whether what follows is announced as somebody else's words.
///
/// A grievance that is taken for a quotation is lost, so only verbs of saying count, and not where the writer speaks: 我说, 想说, 比如说.
enum Speech {
  /// Verbs before quotation marks, with or without a colon.
  private static let verbs: [StaticString] = [
    "说", "称", "道", "回复", "答复", "写道", "表示", "喊", "骂", "叫嚣", "威胁", "回答", "告诉我", "告知", "说是", "回应", "承诺", "声称",
  ]
  /// Verbs before a colon alone.
  private static let announcing: [StaticString] = ["说", "回复", "答复", "写道"]

  /// Whether a verb stands before an opening quotation mark, with or without a colon or comma between, and not of the writer.
  ///
  /// - Parameter left: how many verbs may still be looked at; with none left nothing is announced.
  static func stands(before offset: Int, in text: Span<UInt8>, _ left: inout Int) -> Bool {
    var end = skipSpaces(before: offset, in: text)
    for sign: StaticString in ["：", ":", "，", ","] where ZoneReader.ends(with: sign, at: end, in: text) {
      end = skipSpaces(before: end - sign.utf8CodeUnitCount, in: text)
      break
    }
    return verbs.contains { ZoneReader.ends(with: $0, at: end, in: text) } && isOthers(at: end, in: text, &left)
  }

  /// Whether a colon stands before an opening quotation mark.
  static func isColon(before offset: Int, in text: Span<UInt8>) -> Bool {
    let end = skipSpaces(before: offset, in: text)
    return ZoneReader.ends(with: "：", at: end, in: text) || ZoneReader.ends(with: ":", at: end, in: text)
  }

  /// Whether a verb stands before a colon, and not of the writer.
  static func announces(at colon: Int, in text: Span<UInt8>, _ left: inout Int) -> Bool {
    announcing.contains { ZoneReader.ends(with: $0, at: colon, in: text) } && isOthers(at: colon, in: text, &left)
  }

  private static func isOthers(at end: Int, in text: Span<UInt8>, _ left: inout Int) -> Bool {
    guard left > 0 else { return false }
    left -= 1
    return !isWriters(at: end, in: text)
  }

  private static func skipSpaces(before offset: Int, in text: Span<UInt8>) -> Int {
    var end = offset
    while end > 0, text[end - 1] == 0x20 { end -= 1 }
    return end
  }

  /// Whether the writer speaks, asks for words, or the verb is part of another word. `end` is behind the verb.
  private static func isWriters(at end: Int, in text: Span<UInt8>) -> Bool {
    var start = end
    var count = 0
    // Up to where the clause begins, or a line's worth.
    while count < 30, let before = Scalars.before(start, in: text),
      Marks.kind(at: before.start, in: text).kind == .nothing
    {
      start = before.start
      count += 1
    }
    if contains("来说", start..<end, text) { return true }
    for word in othersToWriter where contains(word, start..<end, text) { return false }
    for word in writers where contains(word, start..<end, text) { return true }
    guard ["我", "俺", "咱", "本人"].contains(where: { ZoneReader.starts(with: $0, at: start, in: text) }) else {
      // A reply of the writer's begins so.
      return ["回复", "答复"].contains { ZoneReader.starts(with: $0, at: start, in: text) && start + 6 == end }
    }
    return ["对", "跟", "和", "向", "给"].contains { contains($0, start..<end, text) }
  }

  private static let othersToWriter: [StaticString] = ["对我", "跟我", "和我", "向我", "给我", "与我", "告诉我"]
  /// What makes the words the writer's own, or the verb no verb of saying.
  private static let writers: [StaticString] = [
    "我说", "我想", "想说", "要说", "我只", "我就", "我再", "俺说", "咱说", "本人说", "如说", "是说", "话说", "再说", "以说", "得说", "该说", "据说",
    "者说", "总说", "先说", "没说", "别说", "小说", "传说", "学说", "解说", "名称", "职称", "简称", "全称", "俗称", "统称", "合称", "号称", "自称", "知道",
    "街道", "通道", "管道", "频道", "渠道", "报道", "请回", "请答", "望回", "待回", "求回", "给予回", "尽快", "希望", "期待", "等待", "早日", "请给",
    "不承诺", "没承诺",
  ]

  private static func contains(_ few: StaticString, _ range: Range<Int>, _ text: Span<UInt8>) -> Bool {
    var offset = range.lowerBound
    while offset + few.utf8CodeUnitCount <= range.upperBound {
      if ZoneReader.starts(with: few, at: offset, in: text) { return true }
      offset += 1
    }
    return false
  }
}
