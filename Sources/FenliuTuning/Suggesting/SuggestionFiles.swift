// SPDX-License-Identifier: Apache-2.0
public import Fenliu
import FenliuMasking

/// Suggestions as files of a pack: `rules.yaml` with draft rules, and beside it a list of words for each in `words/`.
public struct SuggestionFiles: Sendable {
  /// A file by its path within the folder of the suggestions.
  public struct File: Sendable {
    /// The path: `rules.yaml`, `words/suggested-labour-wages.tsv`.
    public var path: String
    /// What stands in it.
    public var text: String
  }

  private let rules: RuleSet
  private let suggested: SuggestedRules
  private let made: String

  /// - Parameter made: how the suggestions were made, a line for the head of each file.
  public init(_ suggested: SuggestedRules, in rules: RuleSet, made: String) {
    self.suggested = suggested
    self.rules = rules
    self.made = made.split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  /// All files, `rules.yaml` first.
  public var files: [File] {
    [File(path: "rules.yaml", text: rulesFile)]
      + suggested.lists.map { File(path: "words/\($0.name).tsv", text: words(of: $0)) }
  }

  private var rulesFile: String {
    var text = "fenliu: 1\n\n# \(made)\n"
    text +=
      rules.language == .chinese
      ? "# 草稿：先看词表，删去不该有的词，改好分值，再把 status 改为 active。\n"
      : "# Drafts: read the lists, take out what does not belong, then make status active.\n"
    text += "\nrules:\n"
    let guardLine = suggested.leastHits > 1 ? "\n    when: count(words) >= \(suggested.leastHits)" : ""
    for (place, list) in suggested.lists.enumerated() {
      let topic = rules.topics[list.topic.index]
      if place > 0 { text += "\n" }
      text += """
          - id: \(list.name)
            title: \(Self.quoted(topic.title))
            category: \(rules.categories[list.category.index].key)
            topic: \(topic.path)
            status: draft
            \(suggested.leastHits > 1 ? "patterns: {words: [$\(list.name)]}" : "any: [$\(list.name)]")\(guardLine)
            each: {max: \(SuggestedRules.each)}
            note: fenliu suggest

        """
    }
    return text
  }

  /// A list: word, points, no tags, and as a note what is behind the word.
  private func words(of list: SuggestedRules.List) -> String {
    var text = "# \(made)\n# \(rules.topics[list.topic.index].title)\nword\tpoints\ttags\tnote\n"
    for word in list.words {
      let share = Int((word.precision * 100).rounded())
      let ids = word.posts.map { Self.oneCell(rules.language.masking.masked(id: $0)) }.joined(separator: " ")
      text += "\(word.word)\t\(word.points)\t\tsupport=\(word.support) precision=\(share)% posts: \(ids)\n"
    }
    return text
  }

  /// An id as it can stand in a cell: a tab or a line end would end it, and ` # ` would begin a comment.
  private static func oneCell(_ id: String) -> String {
    String(id.map { $0.isWhitespace || $0.isNewline ? "_" : $0 })
  }

  /// A title as a YAML scalar that is a string whatever stands in it.
  private static func quoted(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
  }
}
