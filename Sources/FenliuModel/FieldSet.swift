// SPDX-License-Identifier: Apache-2.0

/// Some of the zones of the fields: where a rule looks.
public struct FieldSet: OptionSet, Hashable, Sendable {
  /// A bit for each zone, those of the title first.
  public let rawValue: UInt16
  @inlinable public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// One zone of a field.
  @inlinable public init(_ field: Field, _ zone: TextZone) {
    rawValue = 1 << (UInt16(field.rawValue) * 7 + UInt16(zone.rawValue))
  }

  /// All that rules may look in of a field: neither links nor mentions.
  public init(_ field: Field) { self = field == .title ? .title : .text }

  /// The title, but for its links and mentions.
  public static let title = FieldSet(rawValue: 0b11111)
  /// The text, but for its links and mentions.
  public static let text = FieldSet(rawValue: 0b11111 << 7)
  /// The writer's own words in the text.
  public static let own: FieldSet = [FieldSet(.text, .own), FieldSet(.text, .emphasis)]
  public static let quoted = FieldSet(.text, .quoted)
  public static let repost = FieldSet(.text, .repost)
  public static let tag = FieldSet(.text, .tag)
  public static let all: FieldSet = [.title, .text]
  /// Where rules look that do not say it.
  public static let usual: FieldSet = [.title, .own, .tag]
  /// Where the words stand that take a danger away: the writer's own, of the title too.
  public static let settling: FieldSet = usual.subtracting([FieldSet(.title, .quoted), FieldSet(.title, .repost)])
  /// Everything but links: people in need put no space behind a name.
  public static let urgent: FieldSet = [.all, FieldSet(.title, .mention), FieldSet(.text, .mention)]
  /// Links too, for whoever looks for what he typed.
  public static let everything = FieldSet(rawValue: 1 << 14 - 1)
  /// What is in quotation marks, said by others or passed on, in both fields.
  public static let ofOthers: FieldSet = [
    .quoted, FieldSet(.text, .emphasis), FieldSet(.title, .quoted), FieldSet(.title, .emphasis), .repost,
    FieldSet(.title, .repost),
  ]

  /// What `where` may name.
  public static let named: [(key: String, set: FieldSet)] = [
    ("title", .title), ("text", .text), ("own", .own), ("quoted", .quoted), ("repost", .repost), ("tag", .tag),
  ]

  /// Where the rules of a category look that do not say it.
  public static func usual(in category: CategoryID) -> FieldSet {
    switch category {
    case .danger: .urgent
    case .prohibited: usual.subtracting(.ofOthers)
    default: usual
    }
  }

  /// Whether anything of `field` is among them.
  @inlinable public func touches(_ field: Field) -> Bool { rawValue >> (UInt16(field.rawValue) * 7) & 0x7F != 0 }

  /// As a rule would name them.
  public var keys: [String] {
    var keys: [String] = touches(.title) ? ["title"] : []
    if isSuperset(of: .text) { return keys + ["text"] }
    for (key, set) in Self.named.dropFirst(2) where !isDisjoint(with: set) { keys.append(key) }
    return keys
  }
}
