// SPDX-License-Identifier: Apache-2.0
public import FenliuDiagnostics
public import FenliuRegexSyntax

/// Numbers that patterns read and expressions use.
public enum NumberName: Int, Hashable, Sendable, CaseIterable {
  case people, months, days, amount

  /// The key in rules and decisions, also the name of a regex group that reads it.
  public var key: String {
    switch self {
    case .people: "people"
    case .months: "months"
    case .days: "days"
    case .amount: "amount"
    }
  }

  /// The number of a key.
  public init?(key: some StringProtocol) {
    guard let name = NumberName.allCases.first(where: { $0.key == key }) else { return nil }
    self = name
  }
}

/// The greatest value seen of each number; nil where none was seen.
public struct Numbers: Hashable, Sendable {
  public var people: Double?
  public var months: Double?
  public var days: Double?
  public var amount: Double?

  /// No number seen.
  public init() {}

  public subscript(_ name: NumberName) -> Double? {
    get {
      switch name {
      case .people: people
      case .months: months
      case .days: days
      case .amount: amount
      }
    }
    set {
      switch name {
      case .people: people = newValue
      case .months: months = newValue
      case .days: days = newValue
      case .amount: amount = newValue
      }
    }
  }

  /// Whether none was seen.
  public var isEmpty: Bool { people == nil && months == nil && days == nil && amount == nil }

  /// Keeps the greater of both, number by number.
  public mutating func formMaximum(_ other: Numbers) {
    for name in NumberName.allCases {
      guard let value = other[name] else { continue }
      self[name] = max(self[name] ?? value, value)
    }
  }
}

/// A PCRE2 regex as it was written.
public struct RegexPattern: Hashable, Sendable {
  /// As it is written, taken apart.
  public let syntax: RegexSyntax
  public var origin: Origin
  /// Its bytes, with quotes; nil where no file has them.
  public var span: SourceSpan?

  /// As it is written.
  public var source: String { syntax.source }

  public init(_ syntax: RegexSyntax, origin: Origin, span: SourceSpan? = nil) {
    self.syntax = syntax
    self.origin = origin
    self.span = span
  }

  public static func == (left: Self, right: Self) -> Bool {
    left.source == right.source && left.origin == right.origin && left.span == right.span
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(source)
    hasher.combine(origin)
  }
}

/// A number with its unit.
public struct NumberPattern: Hashable, Sendable {
  public var name: NumberName
  /// At least one; none empty.
  public var units: [String]
  /// The least value that is a hit; nil when any is.
  public var least: Double?
  public var origin: Origin

  public init(name: NumberName, units: [String], least: Double?, origin: Origin) {
    self.name = name
    self.units = units
    self.least = least
    self.origin = origin
  }
}

/// What a rule looks for.
public enum Pattern: Hashable, Sendable {
  case word(Word)
  case list(WordListID)
  case regex(RegexPattern)
  case number(NumberPattern)
}

/// Patterns of which one must hit.
public typealias Line = [Pattern]
