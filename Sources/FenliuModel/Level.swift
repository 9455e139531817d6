// SPDX-License-Identifier: Apache-2.0

/// How serious a post is, from nothing to 特别重大.
public enum Level: Int, Hashable, Sendable, Comparable, CaseIterable {
  case none, general, larger, major, critical

  /// The key in rules, maps and decisions.
  public var key: String {
    switch self {
    case .none: "none"
    case .general: "general"
    case .larger: "larger"
    case .major: "major"
    case .critical: "critical"
    }
  }

  /// The word people use.
  public func title(in language: Language) -> String {
    guard language == .chinese else { return key }
    return switch self {
    case .none: "无"
    case .general: "一般"
    case .larger: "较大"
    case .major: "重大"
    case .critical: "特别重大"
    }
  }

  /// The level of a key or a Chinese title.
  public init?(_ name: some StringProtocol) {
    guard let level = Level.allCases.first(where: { $0.key == name || $0.title(in: .chinese) == name }) else {
      return nil
    }
    self = level
  }

  public static func < (left: Level, right: Level) -> Bool { left.rawValue < right.rawValue }
}

/// The language in which reasons are given.
public enum Language: String, Hashable, Sendable {
  case chinese = "zh"
  case english = "en"
}
