// SPDX-License-Identifier: Apache-2.0

/// Round brackets.
extension RegexParser {
  /// Reads `(…)`; nil where it was a setting such as `(?i)`.
  mutating func parseGroup() -> RegexNode? {
    let start = position
    position += 1
    if peek() == "*" { return parseVerb(from: start) }
    guard skip("?") else { return parseContent(.plain, from: start) }
    for (mark, kind) in Self.marks where skip(mark) { return parseContent(kind, from: start) }
    guard let mark = peek() else {
      isLost = true
      return nil
    }
    switch mark {
    case "<":
      position += 1
      return parseNamed(closing: ">", from: start)
    case "'":
      position += 1
      return parseNamed(closing: "'", from: start)
    case "P":
      position += 1
      if skip("<") { return parseNamed(closing: ">", from: start) }
      if peek() == "=" { return parseToClosing(.backreference, from: start) }
      return parseCall(from: start)
    case "R", "&", "0"..."9", "+": return parseCall(from: start)
    case "-" where peek(1).map { ("0"..."9").contains($0) } ?? false: return parseCall(from: start)
    case "C":
      let callout = parseToClosing(.empty, from: start)
      problems.append(
        .init(kind: .callout, span: callout.span, mend: .init(span: callout.span, replacement: "")))
      return callout
    case "(": return parseCondition(from: start)
    default: return parseFlags(from: start)
    }
  }

  /// What may follow `(?`, longest first where one begins another.
  private static let marks: [(String, RegexNode.GroupKind)] = [
    (":", .plain), ("|", .plain), (">", .atomic), ("=", .look), ("!", .look), ("*", .look), ("<=", .look),
    ("<!", .look), ("<*", .look),
  ]

  private mutating func parseContent(_ kind: RegexNode.GroupKind, from start: Int) -> RegexNode {
    let outer = flags
    let content = parseChoice()
    flags = outer
    if !skip(")") { isLost = true }
    return node(.group(kind, content), from: start)
  }

  private mutating func parseNamed(closing: Unicode.Scalar, from start: Int) -> RegexNode {
    let nameStart = position
    while position < scalars.count, peek() != closing { position += 1 }
    let span = span(from: nameStart)
    groupNames.append(.init(name: text(span), span: span))
    if position < scalars.count { position += 1 } else { isLost = true }
    return parseContent(.plain, from: start)
  }

  /// Reads what has no brackets of its own inside.
  private mutating func parseToClosing(_ kind: RegexNode.Kind, from start: Int) -> RegexNode {
    while position < scalars.count, peek() != ")" { position += 1 }
    if !skip(")") { isLost = true }
    return node(kind, from: start)
  }

  private mutating func parseCall(from start: Int) -> RegexNode {
    let isWhole = peek() == "R" || peek() == "0"
    let call = parseToClosing(.opaque, from: start)
    calls.append(.init(span: call.span, isWhole: isWhole))
    return call
  }

  /// `(?(condition)yes|no)`: read to its end, and nothing is claimed of it.
  private mutating func parseCondition(from start: Int) -> RegexNode {
    if peek(1) == "?" || peek(1) == "*" {
      // A look: a group like others.
      _ = parseGroup()
    } else {
      _ = parseToClosing(.empty, from: position)
    }
    let group = parseContent(.plain, from: start)
    return RegexNode(kind: .opaque, span: group.span)
  }

  /// `(?i)`, `(?x-s)`, `(?^i:…)`.
  private mutating func parseFlags(from start: Int) -> RegexNode? {
    let outer = flags
    var isOn = true
    while let letter = peek() {
      position += 1
      switch letter {
      case "^": flags = Flags()
      case "-": isOn = false
      case "x":
        flags.isExtended = isOn
        flags.isExtendedInSets = isOn && skip("x")
      case "m": flags.isMultiline = isOn
      case "i", "s", "n", "J", "U": break
      case ")": return nil
      case ":":
        let content = parseChoice()
        flags = outer
        if !skip(")") { isLost = true }
        return node(.group(.plain, content), from: start)
      default:
        isLost = true
        return nil
      }
    }
    isLost = true
    return nil
  }

  /// `(*VERB)`, which is forbidden, or an assertion spelled out: `(*pla:…)`.
  private mutating func parseVerb(from start: Int) -> RegexNode? {
    let nameStart = position + 1
    position = nameStart
    while let next = peek(), ("a"..."z").contains(next) || next == "_" { position += 1 }
    let name = text(span(from: nameStart))
    if !name.isEmpty, skip(":") {
      switch name {
      case "pla", "positive_lookahead", "nla", "negative_lookahead", "plb", "positive_lookbehind", "nlb",
        "negative_lookbehind", "napla", "non_atomic_positive_lookahead", "naplb", "non_atomic_positive_lookbehind":
        return parseContent(.look, from: start)
      case "atomic": return parseContent(.atomic, from: start)
      default:
        let group = parseContent(.plain, from: start)
        return RegexNode(kind: .opaque, span: group.span)
      }
    }
    let verb = parseToClosing(.opaque, from: start)
    problems.append(.init(kind: .verb, span: verb.span, mend: .init(span: verb.span, replacement: "")))
    return verb
  }
}
