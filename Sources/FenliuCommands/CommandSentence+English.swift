// SPDX-License-Identifier: Apache-2.0

extension CommandSentence {
  /// The sentence in English.
  var english: String {
    switch self {
    case .aboutFenliu: "Grades posts by a rules file and hands each to the department that must answer it."
    case .helpPack: "The folder of the pack: rules.yaml, map.yaml and what they include. (default: this folder)"
    case .helpLang: "The language of messages: zh or en. (default: the locale's)"
    case .helpAt: "The time of the run, such as 2026-11-20T20:00. (default: now)"
    case .helpNoColour: "Use no colour."
    case .noPack: "there is no rules.yaml in this folder; name a pack with --pack DIR"
    case .badTime(let text): "'\(text)' is not a time; write it as 2026-11-20T20:00"
    case .postsSoFar(let posts): "\(posts) posts"
    case .cannotRead(let path, let reason): "cannot read \(path): \(reason)"
    case .cannotWrite(let path, let reason): "cannot write \(path): \(reason)"
    }
  }
}
