// SPDX-License-Identifier: Apache-2.0
internal import FenliuFolding

/// How many characters a part of a regex can use up.
enum RegexLength {
  /// Whether every way through uses up a character.
  static func usesUp(_ node: RegexNode) -> Bool {
    switch node.kind {
    case .literal(let literal): Folding.fold(literal.scalar) != nil
    case .set: true
    case .sequence(let parts): parts.contains(where: usesUp)
    case .choice(let branches): branches.allSatisfy(usesUp)
    case .group(let kind, let body): kind != .look && usesUp(body)
    case .loop(let loop): loop.least > 0 && usesUp(loop.body)
    case .empty, .beginning, .backreference, .opaque: false
    }
  }

  /// The most; nil where there is no bound or none is known.
  static func maximum(of node: RegexNode) -> Int? {
    switch node.kind {
    case .empty, .beginning: return 0
    case .literal, .set: return 1
    case .sequence(let parts):
      var sum = 0
      for part in parts {
        guard let length = maximum(of: part) else { return nil }
        sum += length
      }
      return sum
    case .choice(let branches):
      var longest = 0
      for branch in branches {
        guard let length = maximum(of: branch) else { return nil }
        longest = max(longest, length)
      }
      return longest
    case .group(let kind, let body): return kind == .look ? 0 : maximum(of: body)
    case .loop(let loop):
      guard let body = maximum(of: loop.body) else { return nil }
      if body == 0 { return 0 }
      guard let most = loop.most else { return nil }
      let (product, isTooLarge) = body.multipliedReportingOverflow(by: most)
      return isTooLarge ? nil : product
    case .backreference, .opaque: return nil
    }
  }
}
