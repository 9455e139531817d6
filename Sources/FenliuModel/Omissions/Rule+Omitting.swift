// SPDX-License-Identifier: Apache-2.0
public import FenliuExpression

extension Rule {
  /// The parts that can be left out one by one, in the order of the language.
  public var parts: [RulePart] {
    var parts: [RulePart] = []
    switch body {
    case .lines(let lines):
      let others = lines.all.count + lines.near.count
      if !lines.any.isEmpty, others > 0 { parts.append(.any) }
      if lines.all.count > 1 || !lines.any.isEmpty || !lines.near.isEmpty {
        parts += lines.all.indices.map { .all($0) }
      }
      if lines.all.count > 1, lines.allWithin != .post { parts.append(.allWithin) }
      if !lines.none.isEmpty { parts.append(.none) }
      for (place, near) in lines.near.enumerated() {
        if lines.near.count > 1 || !lines.any.isEmpty || !lines.all.isEmpty { parts.append(.near(place)) }
        parts += near.lines.indices.map { .nearLine(place, line: $0) }
        if near.within != .post { parts.append(.nearWithin(place)) }
      }
    case .when(let condition, _):
      let count = condition.conjuncts.count
      if count > 1 { parts += (0..<count).map { .whenPart($0) } }
    }
    if condition != nil { parts.append(.condition) }
    if from != nil || until != nil { parts.append(.season) }
    if fields != .usual(in: category) { parts.append(.fields) }
    if polarity != .any { parts.append(.polarity) }
    if keySpans["evasion"] != nil, !evasion.isEmpty { parts.append(.evasion) }
    if unless != nil { parts.append(.unless) }
    if !allow.isEmpty { parts.append(.allow) }
    if !replaces.isEmpty { parts.append(.replaces) }
    return parts
  }

  /// The same rule without a part of it, which must be one of `parts`.
  public func omitting(_ part: RulePart) -> Rule {
    var rule = self
    switch (part, body) {
    case (.condition, _): rule.condition = nil
    case (.season, _): (rule.from, rule.until) = (nil, nil)
    case (.fields, _): rule.fields = .usual(in: category)
    case (.polarity, _): rule.polarity = .any
    case (.evasion, _): rule.evasion = []
    case (.unless, _): rule.unless = nil
    case (.allow, _): rule.allow = []
    case (.replaces, _): rule.replaces = []
    case (.whenPart(let place), .when(let condition, let patterns)):
      rule.body = .when(condition.omittingConjunct(place), patterns: patterns)
    case (_, .lines(var lines)):
      lines.omit(part)
      rule.body = .lines(lines)
    default: preconditionFailure("a rule has the parts that `parts` names")
    }
    return rule
  }

  /// The lists that it names anywhere.
  public var listsUsed: Set<WordListID> {
    var lines: [Line] = [unless?.any ?? []]
    switch body {
    case .lines(let body): lines += [body.any, body.none] + body.all + body.near.flatMap(\.lines)
    case .when(_, let patterns): lines += patterns.map(\.line)
    }
    var lists: Set<WordListID> = []
    for case .list(let list) in lines.joined() { lists.insert(list) }
    return lists
  }
}

extension Rule.Lines {
  fileprivate mutating func omit(_ part: RulePart) {
    switch part {
    case .any: any = []
    case .all(let place): all.remove(at: place)
    case .allWithin: allWithin = .post
    case .none: none = []
    case .near(let place): near.remove(at: place)
    case .nearLine(let place, let line): near[place].lines.remove(at: line)
    case .nearWithin(let place): near[place].within = .post
    default: preconditionFailure("no part of lines")
    }
  }
}

extension Condition {
  /// What `and` joins, from left to right; the condition itself where it is no `and`.
  public var conjuncts: [Condition] {
    guard case .and(let left, let right) = self else { return [self] }
    return left.conjuncts + right.conjuncts
  }

  /// The condition without one of several conjuncts.
  public func omittingConjunct(_ place: Int) -> Condition {
    var rest = conjuncts
    rest.remove(at: place)
    return rest.dropFirst().reduce(rest[0]) { .and($0, $1) }
  }
}
