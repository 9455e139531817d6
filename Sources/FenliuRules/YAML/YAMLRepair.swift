// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics

/// A slip that stopped libyaml, where what the author meant is plain.
struct YAMLRepair {
  let code: Diagnostic.Code
  var facts: [String: Diagnostic.Fact] = [:]
  /// The bytes that the mend replaces.
  let range: Range<Int>
  let replacement: String
  /// The bytes to point at, where they are others.
  var shown: Range<Int>?

  /// The repair for what libyaml stopped at, nil when it could be several things.
  static func propose(for problem: LibYAML.Problem, in bytes: [UInt8]) -> YAMLRepair? {
    let line = RawLine(holding: problem.offset, in: bytes)
    let contextLine = RawLine(holding: problem.contextOffset, in: bytes)
    let words = problem.words
    if words.contains("escape") || words.contains("hexdecimal") || words.contains("surrogate") {
      return quoting(doubleQuotedAt: problem.contextOffset, contextLine)
    }
    if words == "found character that cannot start any token" { return quoting(signAt: problem.offset, line) }
    if problem.context.hasSuffix("alias") || problem.context.hasSuffix("anchor") || problem.context.hasSuffix("tag")
      || problem.context.hasSuffix("block scalar")
    {
      return quoting(signAt: problem.contextOffset, contextLine)
    }
    if words == "could not find expected ':'" { return spacing(keyAt: problem.contextOffset, contextLine) }
    if words == "mapping values are not allowed in this context" {
      return missedColon(before: problem.offset, line) ?? quoting(colonAt: problem.offset, line)
    }
    if words == "found unexpected end of stream" { return quoting(signAt: problem.contextOffset, contextLine) }
    if words.hasPrefix("did not find expected") {
      return missedColon(beforeValueCutAt: problem.offset, line, problem)
        ?? missedSign(inFlowAt: problem.offset, line, problem, contextLine)
        ?? cutByHash(from: problem.contextOffset, to: problem.offset, bytes, problem)
        ?? quoting(valueCutAt: problem.offset, line, problem, contextLine)
    }
    return nil
  }

  /// `"\d"`: a regex in double quotes, or text with a backslash.
  private static func quoting(doubleQuotedAt start: Int, _ line: RawLine) -> YAMLRepair? {
    guard start < line.end, line.bytes[start] == UInt8(ascii: "\"") else { return nil }
    var end = start + 1
    while end < line.end, line.bytes[end] != UInt8(ascii: "\"") {
      end += line.bytes[end] == UInt8(ascii: "\\") ? 2 : 1
    }
    guard end < line.end else { return nil }
    let isRegex = line.key(before: start) == "regex"
    return YAMLRepair(
      code: isRegex ? .regexNotQuoted : .textNeedsQuotes, facts: ["sign": .text("\"")], range: start..<end + 1,
      replacement: RawLine.quoted(line.bytes[start + 1..<end]))
  }

  /// `@user`, `*欠薪`, `%`: an item that begins with a sign.
  private static func quoting(signAt start: Int, _ line: RawLine) -> YAMLRepair? {
    guard start < line.end, let sign = line.sign(at: start), line.items().contains(where: { $0.start == start }) else {
      return nil
    }
    let isFlow = line.items().last { $0.start <= start }?.isFlow ?? false
    return quoting(line.extent(from: start, isFlow: isFlow), sign: sign, line)
  }

  private static func quoting(_ range: Range<Int>, sign: String?, _ line: RawLine) -> YAMLRepair? {
    guard !range.isEmpty else { return nil }
    let raw = line.bytes[range]
    if line.key(before: range.lowerBound) == "regex" {
      return YAMLRepair(code: .regexNotQuoted, range: range, replacement: RawLine.quoted(raw))
    }
    guard let sign else { return YAMLRepair(code: .flowComma, range: range, replacement: RawLine.quoted(raw)) }
    return YAMLRepair(
      code: .textNeedsQuotes, facts: ["sign": .text(sign)], range: range, replacement: RawLine.quoted(raw))
  }

  /// `标题：x` or `title:x`: a key without the colon that YAML knows.
  private static func spacing(keyAt start: Int, _ line: RawLine) -> YAMLRepair? {
    guard start < line.end else { return nil }
    return colon(behindKeyAt: start, line)
  }

  private static func colon(behindKeyAt start: Int, _ line: RawLine) -> YAMLRepair? {
    if let colon = line.fullWidthColon(from: start) { return fullWidth("：", at: colon, line) }
    var end = start
    while end < line.end, line.bytes[end].isKeyByte { end += 1 }
    guard end > start, end + 1 < line.end, line.bytes[end] == UInt8(ascii: ":"), line.bytes[end + 1] != 0x20 else {
      return nil
    }
    return YAMLRepair(code: .colonNeedsSpace, range: end..<end + 1, replacement: ": ")
  }

  /// `levels：` on this line or one before, so that what follows looks like its continuation.
  private static func missedColon(before offset: Int, _ line: RawLine) -> YAMLRepair? {
    if let found = colon(behindKeyAt: line.firstItem, line), found.range.lowerBound < offset { return found }
    var above = line.above
    while let candidate = above, candidate.isBlank { above = candidate.above }
    return above.flatMap { colon(behindKeyAt: $0.firstItem, $0) }
  }

  /// `note: he said: no`: a colon inside a value.
  private static func quoting(colonAt offset: Int, _ line: RawLine) -> YAMLRepair? {
    guard let item = line.items().last(where: { $0.start < offset && $0.key != nil }) else { return nil }
    let range = line.extent(from: item.start, isFlow: item.isFlow)
    guard range.contains(offset) else { return nil }
    return YAMLRepair(code: .wordWithColon, range: range, replacement: RawLine.quoted(line.bytes[range]))
  }

  /// `[欠薪, #讨薪]`: what stands behind the # is a comment, the bracket too.
  private static func cutByHash(
    from start: Int, to end: Int, _ bytes: [UInt8], _ problem: LibYAML.Problem
  ) -> YAMLRepair? {
    guard problem.context.contains("flow") else { return nil }
    let (square, brace) = (UInt8(ascii: "]"), UInt8(ascii: "}"))
    let closes =
      problem.context.contains("sequence") ? [square] : problem.context.contains("node") ? [square, brace] : [brace]
    var offset = start
    if problem.context.contains("node") {
      // An item was to follow, and libyaml names only what followed instead: the comment ends the line with text before.
      var above = RawLine(holding: problem.offset, in: bytes).above
      while let candidate = above, candidate.isBlank { above = candidate.above }
      offset = above?.start ?? start
    }
    while offset < end {
      let line = RawLine(holding: offset, in: bytes)
      if let hash = line.comment(from: offset, isFlow: true), hash + 1 < line.end, line.bytes[hash + 1] != 0x20 {
        let rest = line.bytes[hash..<line.end]
        if rest.contains(where: closes.contains) {
          let stop = rest.firstIndex { $0 == UInt8(ascii: ",") || closes.contains($0) } ?? line.end
          let range = hash..<stop
          return YAMLRepair(code: .emptiedByHash, range: range, replacement: RawLine.quoted(bytes[range]))
        }
      }
      offset = line.next
    }
    return nil
  }

  /// `[求助]工资`, `'说'话`, `{if: source in [weibo]}`, `{regex: a{2}}`: a value that ended before its end.
  private static func quoting(
    valueCutAt offset: Int, _ line: RawLine, _ problem: LibYAML.Problem, _ contextLine: RawLine
  ) -> YAMLRepair? {
    let startsInFlow = problem.context.contains("flow") && contextLine.start < line.start
    let items = line.items(startsInFlow: startsInFlow)
    guard let item = items.last(where: { $0.start < offset }) else { return nil }
    if let comma = line.fullWidthComma(from: item.start, to: offset) { return fullWidth("，", at: comma, line) }
    if line.key(before: item.start) == "regex" || item.key == "regex" {
      return quoting(line.extent(from: item.start, isFlow: item.isFlow), sign: nil, line)
    }
    // The item with a sign whose brackets or quotes closed before the offset; else the value that the offset cuts.
    for candidate in items.reversed() where candidate.start < offset {
      guard let sign = line.sign(at: candidate.start) else { continue }
      let range = line.extent(from: candidate.start, isFlow: candidate.isFlow)
      guard range.contains(offset), line.closes(from: candidate.start, before: offset) else { continue }
      return quoting(range, sign: sign, line)
    }
    guard item.key != nil, item.isFlow, line.sign(at: item.start) == nil else { return nil }
    let range = line.extent(from: item.start, isFlow: true)
    return range.contains(offset) ? quoting(range, sign: nil, line) : nil
  }
}

extension UInt8 {
  /// Whether a key of the language may have this byte: letters, digits, hyphens, and all that is not ASCII.
  var isKeyByte: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), 0x80...:
      true
    default: false
    }
  }
}
