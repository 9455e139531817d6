// SPDX-License-Identifier: Apache-2.0

extension Rule {
  /// All patterns that it looks for, also those of none and unless.
  public var patterns: [Pattern] {
    var lines: [Line] = [unless?.any ?? []]
    switch body {
    case .lines(let body): lines += [body.any, body.none] + body.all + body.near.flatMap(\.lines)
    case .when(_, let named): lines += named.map(\.line)
    }
    return lines.flatMap { $0 }
  }
}

extension Pattern {
  /// As people read it, with where it was written; nil for a list.
  public var source: (written: String, origin: Origin)? {
    switch self {
    case .word(let word): (word.written, word.origin)
    case .list: nil
    case .regex(let regex): (regex.source, regex.origin)
    case .number(let number): ("number \(number.name.key)", number.origin)
    }
  }
}
