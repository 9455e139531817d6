// SPDX-License-Identifier: Apache-2.0

/// A part of a regex, with the bytes it was written in.
///
/// The tree is for proofs about a regex, not for running it: what no proof needs to know is `opaque`, of which nothing is
/// assumed, not even that it matches anything.
struct RegexNode: Hashable, Sendable {
  let kind: Kind
  /// The bytes of the source, quantifier and brackets included.
  let span: Range<Int>

  indirect enum Kind: Hashable, Sendable {
    /// Matches without using up text, always or under a condition: `$`, `\Z`, `(?C1)`, nothing at all.
    case empty
    /// `\A`, or `^` where it means the same: the beginning of the text.
    case beginning
    /// One character that stands for itself.
    case literal(Literal)
    /// Any one character of a set.
    case set(RegexSet)
    /// One after the other.
    case sequence([RegexNode])
    /// The first of several that lets the rest match.
    case choice([RegexNode])
    case group(GroupKind, RegexNode)
    case loop(Loop)
    /// The text of a group once more.
    case backreference
    /// Conditions, calls, recursion, `\X`, and whatever this parser does not know.
    case opaque
  }

  enum GroupKind: Hashable, Sendable {
    /// With or without a number; a branch reset as well.
    case plain
    /// Keeps its first way of matching.
    case atomic
    /// Looks ahead or back and uses up nothing.
    case look
  }

  struct Literal: Hashable, Sendable {
    let scalar: Unicode.Scalar
    /// How it is written, which decides how another may be put in its place.
    let spelling: Spelling

    enum Spelling: Hashable, Sendable {
      /// As itself or behind a backslash or by its number.
      case open
      /// Between `\Q` and `\E`.
      case quoted
    }
  }

  struct Loop: Hashable, Sendable {
    let body: RegexNode
    let least: Int
    /// Nil where there is no end.
    let most: Int?
    let mode: Mode

    enum Mode: Hashable, Sendable { case greedy, lazy, possessive }
  }

  /// Whether it can only match at the beginning of the text.
  var isAnchored: Bool {
    switch kind {
    case .beginning: true
    case .sequence(let parts): parts.first?.isAnchored ?? false
    case .choice(let branches): branches.allSatisfy(\.isAnchored)
    case .group(let kind, let body): kind != .look && body.isAnchored
    case .empty, .literal, .set, .loop, .backreference, .opaque: false
    }
  }

  /// Whether it is one character, whichever.
  var isOneCharacter: Bool {
    switch kind {
    case .literal, .set: true
    default: false
    }
  }
}

/// The characters one place of a regex may have.
struct RegexSet: Hashable, Sendable {
  let isNegated: Bool
  /// Nil where the set is not written in square brackets: `.`, `\d`, `\p{Han}`.
  let members: [Member]?

  struct Member: Hashable, Sendable {
    let kind: Kind
    let span: Range<Int>

    enum Kind: Hashable, Sendable {
      case scalar(Unicode.Scalar)
      case range(Unicode.Scalar, Unicode.Scalar)
      /// `\d`, `[:alpha:]`, `\p{Han}` and their like.
      case type
    }
  }
}
