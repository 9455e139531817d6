// SPDX-License-Identifier: Apache-2.0

/// A language that people are spoken to in.
public enum MessageLanguage: String, Hashable, Sendable, CaseIterable {
  /// English.
  case english = "en"
  /// Chinese, simplified.
  case chinese = "zh"

  /// What `--lang` says, else what the locale says, else English.
  ///
  /// - Parameters:
  ///   - option: The value of `--lang`: a tag such as `zh`, `zh-CN` or `en`. One that names neither language is passed over.
  ///   - environment: The variables of the process; `LC_ALL`, `LC_MESSAGES` and `LANG` are asked in this order.
  public init(option: String?, environment: [String: String]) {
    if let option, let named = MessageLanguage(tag: option) {
      self = named
      return
    }
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    self = locale.flatMap(MessageLanguage.init(tag:)) ?? .english
  }

  /// The language of a tag such as `zh_CN.UTF-8` or `en-GB`; nil when it is neither.
  public init?(tag: String) {
    let letters = tag.prefix { $0.isLetter }
    self.init(rawValue: letters.lowercased())
  }
}
