// SPDX-License-Identifier: Apache-2.0

/// Whose words stand in a part of a field, or what they are for.
public enum TextZone: UInt8, Hashable, Sendable, CaseIterable, BitwiseCopyable {
  /// The writer's own words.
  case own
  /// More than 6 characters in quotation marks that nobody is said to have spoken: a name, a rule, a word held at arm's length. Own words,
  /// save to rules of `prohibited`.
  case emphasis
  /// What somebody else said.
  case quoted
  /// A post that is passed on.
  case repost
  /// `#…#`
  case tag
  /// `@…`
  case mention
  /// An address on the web.
  case link

  /// The key in rules and decisions; nil for what is read as the writer's own.
  public var key: String? {
    switch self {
    case .own, .emphasis: nil
    case .quoted: "quoted"
    case .repost: "repost"
    case .tag: "tag"
    case .mention: "mention"
    case .link: "link"
    }
  }
}
