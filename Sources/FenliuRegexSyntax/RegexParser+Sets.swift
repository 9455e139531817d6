// SPDX-License-Identifier: Apache-2.0

/// Square brackets.
extension RegexParser {
  /// Reads `[…]`.
  mutating func parseSet() -> RegexNode? {
    let start = position
    if skip("[[:<:]]") || skip("[[:>:]]") {
      let replacement = scalars[start + 3] == "<" ? "(?<![A-Za-z0-9])" : "(?![A-Za-z0-9])"
      let span = span(from: start)
      problems.append(.init(kind: .wordBoundary, span: span, mend: .init(span: span, replacement: replacement)))
      return node(.empty, from: start)
    }
    position += 1
    let isNegated = skip("^")
    var reader = SetReader()
    var isFirst = true
    while true {
      guard let next = peek(), !isLost else {
        isLost = true
        return nil
      }
      let memberStart = position
      if isQuoting {
        if skip("\\E") {
          isQuoting = false
          continue
        }
        position += 1
        reader.add(.scalar(next), span: span(from: memberStart))
      } else if next == "]", !isFirst {
        position += 1
        break
      } else if skip("\\Q") {
        isQuoting = true
        continue
      } else if skip("\\E") {
        continue
      } else if flags.isExtendedInSets, next == " " || next == "\t" {
        position += 1
        continue
      } else if next == "[", skipPOSIX() {
        reader.add(.type, span: span(from: memberStart))
      } else if next == "\\" {
        readEscapedMember(into: &reader)
      } else {
        position += 1
        if next == "-", reader.canOpenRange {
          reader.openRange(span: span(from: memberStart))
        } else {
          reader.add(.scalar(next), span: span(from: memberStart))
        }
      }
      isFirst = false
    }
    reader.closeRange()
    return node(.set(.init(isNegated: isNegated, members: reader.members)), from: start)
  }

  private mutating func readEscapedMember(into reader: inout SetReader) {
    let start = position
    if let digit = peek(1), ("1"..."7").contains(digit) {
      // An octal number of up to three digits.
      position += 1
      var value: UInt32 = 0
      var count = 0
      while count < 3, let digit = peek(), ("0"..."7").contains(digit) {
        value = value * 8 + (digit.value - 48)
        position += 1
        count += 1
      }
      reader.add(.scalar(Unicode.Scalar(value) ?? "\0"), span: span(from: start))
      return
    }
    switch readEscape() {
    case .scalar(let scalar): reader.add(.scalar(scalar), span: span(from: start))
    case .type: reader.add(.type, span: span(from: start))
    case .letter("b"): reader.add(.scalar("\u{08}"), span: span(from: start))
    case .letter: isLost = true
    }
  }

  /// Steps over `[:alpha:]` or `[:^alpha:]`.
  private mutating func skipPOSIX() -> Bool {
    guard peek(1) == ":" else { return false }
    var ahead = peek(2) == "^" ? 3 : 2
    while let next = peek(ahead), ("a"..."z").contains(next) { ahead += 1 }
    guard peek(ahead) == ":", peek(ahead + 1) == "]" else { return false }
    position += ahead + 2
    return true
  }
}

/// Puts members together to ranges.
private struct SetReader {
  private(set) var members: [RegexSet.Member] = []
  private var hyphen: Range<Int>?

  /// Whether a hyphen that comes now stands between two ends, if a second one follows.
  var canOpenRange: Bool {
    guard hyphen == nil, case .scalar = members.last?.kind else { return false }
    return true
  }

  mutating func openRange(span: Range<Int>) { hyphen = span }

  mutating func add(_ kind: RegexSet.Member.Kind, span: Range<Int>) {
    if hyphen != nil, case .scalar(let high) = kind, let last = members.last, case .scalar(let low) = last.kind {
      self.hyphen = nil
      members[members.count - 1] = .init(
        kind: .range(low, max(low, high)), span: last.span.lowerBound..<span.upperBound)
      return
    }
    closeRange()
    members.append(.init(kind: kind, span: span))
  }

  /// A hyphen without a second end stands for itself.
  mutating func closeRange() {
    guard let hyphen else { return }
    members.append(.init(kind: .scalar("-"), span: hyphen))
    self.hyphen = nil
  }
}
