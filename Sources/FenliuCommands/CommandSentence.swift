// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import FenliuModel

/// Everything that commands say to people besides diagnostics and results: facts, without wording.
///
/// Each language has one table (`CommandSentence+English.swift`, `CommandSentence+Chinese.swift`); the compiler sees to it
/// that none lacks a sentence.
enum CommandSentence: Hashable, Sendable {
  case aboutFenliu
  case helpPack, helpLang, helpAt, helpNoColour
  case noPack
  case badTime(String)
  case postsSoFar(Int)
  case cannotRead(path: String, reason: String)
  case cannotWrite(path: String, reason: String)

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
