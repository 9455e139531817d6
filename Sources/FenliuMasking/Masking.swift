// SPDX-License-Identifier: Apache-2.0

/// Puts a word in place of each number, address and account that may belong to a person: 〈手机〉, 〈mobile〉.
///
/// Nothing of the number is left. Half-masked numbers such as 138****5678 keep seven digits of eleven: one of ten thousand people, fewer with
/// a place and a name in the same text. The word says what stood there, which is what a reader needs to go on; whoever has to call looks
/// the post up by its id. The brackets are in GB 2312 too, so that a mask survives every export.
///
/// The same text gives the same masks on every machine, and masking again changes nothing.
public struct Masking: Hashable, Sendable {
  /// The words that stand for numbers.
  public enum Words: Hashable, Sendable, CaseIterable {
    case chinese, english
  }

  /// In which language masks are.
  public let words: Words

  /// Masks in these words.
  public init(_ words: Words) { self.words = words }

  /// What stands in place of a number of this kind.
  public func mask(_ kind: PersonalNumber.Kind) -> String {
    switch (words, kind) {
    case (.chinese, .mobile): "〈手机〉"
    case (.chinese, .landline): "〈电话〉"
    case (.chinese, .identity): "〈身份证〉"
    case (.chinese, .bank): "〈银行卡〉"
    case (.chinese, .mail): "〈邮箱〉"
    case (.chinese, .plate): "〈车牌〉"
    case (.chinese, .passport): "〈证件〉"
    case (.chinese, .qq), (.english, .qq): "〈QQ〉"
    case (.chinese, .wechat): "〈微信〉"
    case (.english, .mobile): "〈mobile〉"
    case (.english, .landline): "〈telephone〉"
    case (.english, .identity): "〈identity card〉"
    case (.english, .bank): "〈bank card〉"
    case (.english, .mail): "〈mail address〉"
    case (.english, .plate): "〈number plate〉"
    case (.english, .passport): "〈passport〉"
    case (.english, .wechat): "〈WeChat〉"
    }
  }

  /// The text with its masks; itself where there is nothing to mask.
  public func masked(_ text: String) -> String {
    let found = PersonalNumbers.found(in: text)
    return found.isEmpty ? text : MaskedText(text, found, self).whole
  }

  /// An id with its masks: mobile numbers, identity cards and addresses only. What platforms number by themselves is often as long as a bank
  /// card, and an id that cannot be read finds no post.
  public func masked(id: String) -> String {
    let found = PersonalNumbers.found(in: id).filter { [.mobile, .identity, .mail].contains($0.kind) }
    return found.isEmpty ? id : MaskedText(id, found, self).whole
  }

  /// Appends a text in UTF-8 with its masks.
  public func append(_ bytes: Span<UInt8>, to output: inout [UInt8]) {
    var place = 0
    for number in PersonalNumbers.found(in: bytes) {
      Self.append(bytes.extracting(place..<number.range.lowerBound), &output)
      output.append(contentsOf: mask(number.kind).utf8)
      place = number.range.upperBound
    }
    Self.append(bytes.extracting(place..<bytes.count), &output)
  }

  private static func append(_ bytes: Span<UInt8>, _ output: inout [UInt8]) {
    // SAFETY: the buffer is read before the call returns, and not kept.
    unsafe bytes.withUnsafeBufferPointer { unsafe output.append(contentsOf: $0) }
  }
}
