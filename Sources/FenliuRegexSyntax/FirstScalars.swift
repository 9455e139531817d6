// SPDX-License-Identifier: Apache-2.0
internal import FenliuFolding

/// The characters a part of a regex can begin with, as far as they are few and known.
enum FirstScalars {
  /// Whether no text can begin two of the branches.
  static func areDisjoint(_ branches: [RegexNode]) -> Bool {
    var seen: Set<Unicode.Scalar> = []
    for branch in branches {
      guard let first = first(of: branch) else { return false }
      for scalar in first where !seen.insert(scalar).inserted { return false }
    }
    return true
  }

  /// Nil where the part can be empty or begins with what is not known.
  private static func first(of node: RegexNode) -> Set<Unicode.Scalar>? {
    switch node.kind {
    case .literal(let literal): return folded([literal.scalar])
    case .set(let set):
      guard !set.isNegated, let members = set.members else { return nil }
      var scalars: [Unicode.Scalar] = []
      for member in members {
        switch member.kind {
        case .scalar(let scalar): scalars.append(scalar)
        case .range(let low, let high):
          guard high.value - low.value < 64 else { return nil }
          scalars += (low.value...high.value).compactMap(Unicode.Scalar.init)
        case .type: return nil
        }
      }
      return folded(scalars)
    case .sequence(let parts): return parts.first.flatMap(first)
    case .choice(let branches):
      var union: Set<Unicode.Scalar> = []
      for branch in branches {
        guard let first = first(of: branch) else { return nil }
        union.formUnion(first)
      }
      return union
    case .group(let kind, let body): return kind == .look ? nil : first(of: body)
    case .loop(let loop): return loop.least > 0 ? first(of: loop.body) : nil
    case .empty, .beginning, .backreference, .opaque: return nil
    }
  }

  private static func folded(_ scalars: [Unicode.Scalar]) -> Set<Unicode.Scalar>? {
    var result: Set<Unicode.Scalar> = []
    for scalar in scalars {
      // A letter with case beyond ASCII may be met by several others.
      guard let folded = Folding.fold(scalar), folded.isASCII || !folded.properties.isCased else { return nil }
      result.insert(folded)
    }
    return result
  }
}
