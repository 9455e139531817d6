// SPDX-License-Identifier: Apache-2.0
import FenliuFolding
import FenliuModel

/// What conditions may ask of one post, laid out for the tables of `ConditionTable`.
///
/// Made once for a post; the topic in question is set for each question.
struct Circumstances {
  /// What a topic condition is asked of.
  enum Topics {
    /// One topic, or none.
    case one(TopicID?)
    /// Every topic of the post, those of prohibited rules too: one that fits is enough.
    case any
  }

  /// The topics of the question.
  var topics: Topics
  /// Whether `category prohibited` is seen. For the post's route it is not, where the post has anything else to say.
  var seesProhibited: Bool
  /// The level of the post.
  let level: Level
  /// The categories in which a rule counts, as a set of bits, of the first 64 categories.
  private(set) var categories: UInt64
  /// The categories beyond those; empty in any pack that people can read.
  private(set) var furtherCategories: [CategoryID]
  /// The topics in which a rule counts.
  let ownTopics: [Scores.TopicScore]
  /// The topics of prohibited rules.
  let prohibitedTopics: [TopicID]
  /// Whether each region that the map names is part of the post's.
  let regions: [Bool]
  /// Whether each source that the map names is the post's.
  let sources: [Bool]
  /// Whether each kind that the map names is the post's.
  let kinds: [Bool]

  /// The circumstances of a post with these scores and facts.
  init(_ scores: Scores, facts: PostFacts, kind: String? = nil, table: ConditionTable) {
    topics = .one(nil)
    seesProhibited = true
    level = scores.level
    categories = 0
    furtherCategories = []
    ownTopics = scores.topics
    prohibitedTopics = scores.prohibitedTopics
    regions = table.matchRegions(facts.region)
    sources = table.matchSources(facts.source)
    kinds = table.matchKinds(kind)
    for score in scores.categories { add(score.category) }
  }

  /// Whether a rule of the category counts.
  func has(_ category: CategoryID) -> Bool {
    category.index < 64
      ? categories & (1 << UInt64(category.index)) != 0 : furtherCategories.contains(category)
  }

  /// Asks of one rule alone: its topic and its category.
  mutating func narrow(to rule: Rule) {
    topics = .one(rule.topic)
    categories = 0
    furtherCategories.removeAll()
    add(rule.category)
  }

  private mutating func add(_ category: CategoryID) {
    if category.index < 64 {
      categories |= 1 << UInt64(category.index)
    } else {
      furtherCategories.append(category)
    }
  }
}
