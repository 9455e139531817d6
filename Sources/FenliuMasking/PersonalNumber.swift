// SPDX-License-Identifier: Apache-2.0

/// A number, an address or a name of an account in a text that may belong to a person.
public struct PersonalNumber: Hashable, Sendable {
  /// What it is.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A mobile telephone.
    case mobile = "mobile-number"
    /// Another telephone.
    case landline = "landline-number"
    /// An identity card, of 18 digits or the 15 of old.
    case identity = "identity-number"
    /// A bank card.
    case bank = "bank-number"
    /// An e-mail address.
    case mail = "mail-address"
    /// The plate of a motor vehicle.
    case plate = "plate-number"
    /// A passport, or a permit to travel.
    case passport = "passport-number"
    /// An account or a group of QQ.
    case qq = "qq-number"
    /// An account of WeChat.
    case wechat = "wechat-name"
  }

  /// What it is.
  public var kind: Kind
  /// Where it stands, in bytes of the text.
  public var range: Range<Int>
  /// Whether it looks made up: hardly two different digits, digits that count, a domain that is kept for examples.
  public var isNobodys: Bool
  /// Of the same form, and nobody's.
  public var example: String
}
