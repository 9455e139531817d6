// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import FenliuModel

/// What a command says to people, as facts without wording; each language has a table of its own.
///
/// The cases are the facts, and the two tables are switches over them, so that the compiler misses the sentence that is lacking.
protocol SpokenSentence {
  /// The sentence in English.
  var english: String { get }
  /// The sentence in Chinese.
  var chinese: String { get }
}

extension SpokenSentence {
  /// The sentence in the language of this process.
  var text: String { text(in: SpokenLanguage.current) }

  /// The sentence in `language`.
  func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .chinese: chinese
    }
  }

  /// The sentence as the help of an option.
  var help: ArgumentHelp { ArgumentHelp(text) }
}
