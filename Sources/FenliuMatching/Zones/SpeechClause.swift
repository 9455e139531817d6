// SPDX-License-Identifier: Apache-2.0

/// A clause with a verb of saying at its end: who speaks in it.
struct SpeechClause {
  enum Speaker {
    /// The writer, or nobody: it is asked, or it is denied.
    case writer
    case other
    /// There is nothing but the verb.
    case unsaid
  }

  private let range: Range<Int>
  /// Where the verb begins.
  private let verb: Int
  private let findings: [SpeechWords.Finding]
  /// Whether the verb is one that 被 goes with.
  var isSuffered = false

  init(_ range: Range<Int>, verb: Int, in text: Span<UInt8>) {
    self.range = range
    self.verb = verb
    findings = SpeechWords.shared.findings(in: range, of: text)
  }

  /// Who speaks. Where somebody must be named, a clause that names nobody is taken for the writer's.
  func speaker(in text: Span<UInt8>, mustBeNamed: Bool) -> Speaker {
    for finding in findings {
      switch finding.role {
      case .denies, .asks: return .writer
      case .stops where finding.range.upperBound == range.upperBound: return .writer
      case .writers where !isSpokenTo(finding.range.lowerBound, in: text): return .writer
      default: break
      }
    }
    var isNamed = has(.receives)
    for finding in findings where finding.role == .selves {
      if isSpokenTo(finding.range.lowerBound, in: text) || isOwnersOfSpeaker(finding.range) {
        isNamed = true
      } else if !has(.receives), !(isSuffered && hasPassive(behind: finding.range.upperBound, in: text)) {
        return .writer
      }
    }
    let head = head()
    // 回复劳动局的答复: what is answered, not who answers.
    if mustBeNamed, head < verb, ["回复", "答复"].contains(where: { ZoneReader.starts(with: $0, at: head, in: text) }) {
      return .writer
    }
    if isNamed { return .other }
    if head >= verb { return .unsaid }
    // 向劳动局说, 给县长写道: who speaks to somebody and does not say who he is, is the writer.
    if let turn = findings.first(where: { $0.role == .turns })?.range, turn.lowerBound >= head {
      let isNamed = findings.contains { finding in
        finding.role == .speakers && finding.range.upperBound <= turn.lowerBound
          || finding.role == .pronouns
            && (finding.range.lowerBound > turn.upperBound || finding.range.upperBound <= turn.lowerBound)
      }
      if isNamed { return .other }
      if turn.lowerBound == head || mustBeNamed { return .writer }
      return .other
    }
    guard mustBeNamed else { return .other }
    return has(.speakers) || has(.pronouns) || isName(at: head, in: text) ? .other : .writer
  }

  /// Whether it may be the clause before one in which only the verb stands: nothing is asked in it, and the writer does not act.
  func mayAnnounce(in text: Span<UInt8>) -> Bool {
    for finding in findings {
      switch finding.role {
      case .asks, .writers: return false
      case .selves where !isSpokenTo(finding.range.lowerBound, in: text) && !isOwnersOfSpeaker(finding.range):
        return false
      default: break
      }
    }
    let head = head()
    return !findings.contains { $0.role == .turns && $0.range.lowerBound == head }
  }

  private func has(_ role: SpeechWords.Role) -> Bool {
    findings.contains { $0.role == role && $0.range.lowerBound < verb }
  }

  /// Where the subject begins, if there is one: behind words that only lead to it.
  private func head() -> Int {
    var head = range.lowerBound
    while let next = findings.lazy.filter({ $0.role == .opens && $0.range.lowerBound == head }).map(\.range.upperBound)
      .max()
    {
      head = next
    }
    return head
  }

  /// Whether the word at a byte is whom somebody speaks to or does something to: 对我, 告诉我, 骂我.
  private func isSpokenTo(_ start: Int, in text: Span<UInt8>) -> Bool {
    guard start > range.lowerBound, let before = Scalars.before(start, in: text) else { return false }
    return Self.governing.contains(before.scalar)
  }

  private static let governing = Set("对跟和向给与同在着诉骂胁吓劝骗了让叫把被找问复予教于欠打理帮知陪催约带送拉赶拦推害逼训".unicodeScalars.map(\.value))

  /// Whether the writer is named only as the one to whom somebody belongs: 我老板, 我们一位领导. 我们公司全体员工 is he and his like.
  private func isOwnersOfSpeaker(_ range: Range<Int>) -> Bool {
    guard
      let speaker = findings.first(where: {
        ($0.role == .speakers || $0.role == .pronouns) && $0.range.lowerBound >= range.upperBound
      })
    else { return false }
    return !findings.contains {
      ($0.role == .turns && (range.upperBound..<speaker.range.lowerBound).contains($0.range.lowerBound))
        || ($0.role == .fellows && $0.range.lowerBound >= range.upperBound)
    }
  }

  /// Whether 被 stands behind a byte.
  private func hasPassive(behind start: Int, in text: Span<UInt8>) -> Bool {
    var offset = start
    while offset < verb {
      if ZoneReader.starts(with: "被", at: offset, in: text) { return true }
      offset = Scalars.decode(at: offset, in: text).end
    }
    return false
  }

  /// Whether the clause begins with a name of two to four characters and nothing else.
  private func isName(at head: Int, in text: Span<UInt8>) -> Bool {
    guard head < verb, verb - head <= 12 else { return false }
    return SpeechWords.isName(Scalars.decode(at: head, in: text).scalar)
  }
}
