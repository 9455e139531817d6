// SPDX-License-Identifier: Apache-2.0

/// The writing system that a letter belongs to, as coarse as `languages: [han, latin]` needs it.
public enum Script: UInt8, Hashable, Sendable, CaseIterable {
  /// Used by several scripts: ASCII digits, punctuation, symbols, emoji, and what Unicode has not assigned.
  case common
  /// Chinese characters, in Japanese too.
  case han
  /// Hiragana and Katakana.
  case kana
  /// Korean letters and syllables.
  case hangul
  /// Phonetic letters for Chinese: ㄅㄆㄇ.
  case bopomofo
  /// The alphabet of English, Vietnamese, Zhuang and many more.
  case latin
  /// The alphabet of Greek.
  case greek
  /// The alphabet of Russian, Mongolian, Kazakh and more.
  case cyrillic
  /// The alphabet of Armenian.
  case armenian
  /// The letters of Hebrew.
  case hebrew
  /// The letters of Arabic, Uyghur, Persian and more.
  case arabic
  /// The letters of Hindi, Nepali and more.
  case devanagari
  /// The letters of Bengali.
  case bengali
  /// The letters of Tamil.
  case tamil
  /// The alphabet of Georgian.
  case georgian
  /// The syllables of Amharic.
  case ethiopic
  /// The vertical letters of Mongolian and Manchu.
  case mongolian
  /// The letters of Tibetan.
  case tibetan
  /// The syllables of Yi.
  case yi
  /// The letters of Thai.
  case thai
  /// The letters of Lao.
  case lao
  /// The letters of Khmer.
  case khmer
  /// The letters of Burmese.
  case myanmar
  /// Any other script.
  case other

  /// What a pack calls it in `languages:`, in lower case.
  public var name: String { String(describing: self) }

  /// The script that a pack means by a name, or nil if none is called so. `common` is no script that a pack can read.
  public init?(name: String) {
    guard let script = Self.declarable.first(where: { $0.name == name }) else { return nil }
    self = script
  }

  /// The scripts that a pack can declare.
  public static let declarable: [Script] = allCases.filter { $0 != .common }
}
