// SPDX-License-Identifier: Apache-2.0

/// A line of `collective`: words that stand for many people without a number, and how many each stands for.
///
/// Every number pattern of people finds them too, as if that many people were written out: 全班 is thirty.
public struct CollectiveLine: Hashable, Sendable {
  /// The list whose words it counts; nil where it has only words of its own.
  public var list: WordListID?
  /// How many people a word of the list stands for, by its tag. Empty where `people` says it of all.
  public var tags: [String: Int]
  /// Words of its own.
  public var words: [Word]
  /// How many people each of its own words stands for, and of the list's where no tag is named. At least 2 where it is asked.
  public var people: Int
  /// Where it was written.
  public var origin: Origin

  public init(list: WordListID?, tags: [String: Int], words: [Word], people: Int, origin: Origin) {
    self.list = list
    self.tags = tags
    self.words = words
    self.people = people
    self.origin = origin
  }

  /// The least number that a line may give: one person is no group.
  public static let leastPeople = 2
}

/// A word that stands for many people.
public struct CollectiveWord: Hashable, Sendable {
  public var word: Word
  /// How many; at least `CollectiveLine.leastPeople`.
  public var people: Int

  public init(word: Word, people: Int) {
    self.word = word
    self.people = people
  }

  /// How decisions call the pattern that finds it: as they call a number of people.
  public static let written = "number \(NumberName.people.key)"
}

extension CollectiveLine {
  /// Its words with their numbers, those of its list first. What no tag gives a number is left out; of several numbers, which a pack that
  /// loaded does not have, the greatest counts.
  ///
  /// - Parameter lists: the word lists of the rule set.
  public func counted(in lists: [WordList]) -> [CollectiveWord] {
    let listed = list.map { lists[$0.index].words } ?? []
    return listed.compactMap { word in
      let people = tags.isEmpty ? people : word.tags.compactMap { tags[$0] }.max()
      return people.map { CollectiveWord(word: word, people: $0) }
    } + words.map { CollectiveWord(word: $0, people: people) }
  }
}

extension Rule {
  /// Whether a number of people is a pattern of it, which words of `collective` are too.
  public var countsPeople: Bool {
    patterns.contains { pattern in
      if case .number(let number) = pattern { number.name == .people } else { false }
    }
  }
}
