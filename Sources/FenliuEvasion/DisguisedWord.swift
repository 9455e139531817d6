// SPDX-License-Identifier: Apache-2.0

/// A word that is to be found also where somebody disguised it.
public struct DisguisedWord: Sendable {
  /// Folded; at least two scalars, or nothing is looked for.
  public var text: [Unicode.Scalar]
  /// The tricks that are looked through.
  public var tricks: Tricks
  /// Whether the end may touch another letter or digit.
  public var hasOpenEnd: Bool
  /// What finds name it by.
  public var target: UInt32
  /// Whom it serves, a bit each: an unsure find is told where a sure one serves the same. Several may share a bit, at the price of finds
  /// that nobody asked for.
  public var purposes: UInt64

  public init(
    text: [Unicode.Scalar], tricks: Tricks, hasOpenEnd: Bool = false, target: UInt32, purposes: UInt64 = .max
  ) {
    self.text = text
    self.tricks = tricks
    self.hasOpenEnd = hasOpenEnd
    self.target = target
    self.purposes = purposes
  }
}

/// A place where a word stands in disguise.
public struct DisguiseFind: Hashable, Sendable, BitwiseCopyable {
  /// Of the first byte.
  public var start: UInt32
  /// Behind the last byte.
  public var end: UInt32
  /// What the word is named by.
  public var target: UInt32
  /// The tricks that were seen; never none.
  public var tricks: Tricks
  /// Whether it may well be an ordinary word and counts only beside a sure disguise: `docs/evasion.md` says when.
  public var isWeak: Bool
  /// Whom the word serves, as it says.
  public var purposes: UInt64

  public init(start: UInt32, end: UInt32, target: UInt32, tricks: Tricks, isWeak: Bool, purposes: UInt64) {
    self.start = start
    self.end = end
    self.target = target
    self.tricks = tricks
    self.isWeak = isWeak
    self.purposes = purposes
  }
}
