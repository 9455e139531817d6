// SPDX-License-Identifier: Apache-2.0

/// A way of writing a word so that a filter passes over it.
public enum Trick: UInt8, Hashable, Sendable, CaseIterable, BitwiseCopyable {
  /// Signs, emoji or spaces between the letters: 赌*博, 微 信.
  case gaps
  /// A letter several times: 加微微微信.
  case repeats
  /// Letters that look alike: 徴信, vіagra with a Cyrillic і.
  case lookAlikes
  /// Characters that sound alike: 薇信.
  case homophones
  /// Syllables or initials in Latin letters: weixin, 加v信.
  case pinyin
  /// The parts of a character one after the other: 弓虽 for 强.
  case split
  /// Numerals of another kind: 一3八 for 138.
  case digits
  /// Digits and signs for Latin letters: v1agra.
  case leet

  /// The name in rules files and decisions.
  public var key: String {
    switch self {
    case .gaps: "gaps"
    case .repeats: "repeats"
    case .lookAlikes: "look-alikes"
    case .homophones: "homophones"
    case .pinyin: "pinyin"
    case .split: "split"
    case .digits: "digits"
    case .leet: "leet"
    }
  }
}

/// Several tricks.
public struct Tricks: OptionSet, Hashable, Sendable, BitwiseCopyable {
  public var rawValue: UInt8

  @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

  public init(_ trick: Trick) { rawValue = 1 << trick.rawValue }

  public init(_ tricks: some Sequence<Trick>) {
    rawValue = tricks.reduce(0) { $0 | 1 << $1.rawValue }
  }

  public func contains(_ trick: Trick) -> Bool { rawValue & 1 << trick.rawValue != 0 }

  /// The tricks, in the order of their declaration.
  public var members: [Trick] { Trick.allCases.filter(contains) }
}
