// SPDX-License-Identifier: Apache-2.0
import FenliuModel

/// The language in which the program talks to the person at the keyboard.
///
/// Reasons in decisions are in the pack's language instead, so that their bytes do not depend on the machine.
enum SpokenLanguage {
  /// The language of this process: `--lang`, else the locale's, else English.
  ///
  /// Found before the arguments are parsed, because help and usage errors are made while they are.
  static let current: Language = chosen(
    arguments: CommandLine.arguments,
    locale: ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(Environment.value(of:)).first)

  /// The language that the arguments ask for, else the one of a locale such as `zh_CN.UTF-8`.
  static func chosen(arguments: [String], locale: String?) -> Language {
    for (place, argument) in arguments.enumerated() {
      if argument == "--" { break }
      if argument == "--lang", place + 1 < arguments.count, let asked = Language(rawValue: arguments[place + 1]) {
        return asked
      }
      if argument.hasPrefix("--lang="), let asked = Language(rawValue: String(argument.dropFirst(7))) { return asked }
    }
    return locale?.hasPrefix("zh") == true ? .chinese : .english
  }
}
