// SPDX-License-Identifier: Apache-2.0
import FenliuEvasion
import FenliuKeywords
import FenliuModel

/// A rule set poured into tables that are quick to walk.
///
/// From left to right, as a post is matched:
///
///     literal ─ consumers → atom ─ uses → group ─ triggers → rule
///
/// A *literal* is what the scan finds. An *atom* is a word, a regex or a number pattern, each once however many rules
/// use it. A *group* is a word list, or the patterns of one line that are not lists; it collects the hits of a post. A line
/// of a rule is a few groups, so that a list of ten thousand words in fifty rules is collected once.
///
/// Invariant: every `…Starts` has one entry more than there are things, and never decreases.
struct Plan: Sendable {
  /// Finds the literals; its ids are places in `literals`.
  let scanner: KeywordScanner
  let literals: [Literal]
  let consumers: [Consumer]

  /// Finds words in disguise; its targets are atoms. nil where no rule asks for any.
  let disguises: DisguiseScanner?

  let gapWords: [GapWord]
  /// The parts of all words with gaps, word by word.
  let parts: [GapPart]
  /// What may stand for each part, part by part.
  let choices: [PartChoice]
  let units: [Unit]
  /// How many people each word of `collective` stands for. Their atoms come first: the place here is the atom.
  let collective: [Double]
  /// For each regex, how many bytes apart its literals are looked at as one; `UInt32.max` where it is searched as a whole.
  let reaches: [UInt32]

  let useStarts: [UInt32]
  let uses: [Use]

  /// What collects hits.
  var groups: [Group]
  /// The groups of each word list: one for each way in which rules look for its words in disguise, none where no rule names it.
  let listGroups: [[UInt32]]
  /// Where the words of `collective` are collected.
  let collectives: [Collective]
  let triggerStarts: [UInt32]
  /// The rules that a hit of a group sets off.
  let triggers: [UInt32]

  /// All rules that can count, in the order of the rule set.
  var rules: [RulePlan]
  /// Rules whose condition may hold though nothing of them hits.
  var unconditional: [UInt32]

  /// Where each hit comes from, for people; a `HitSourceID` is a place here.
  let sources: [HitSource]

  /// Who cares for a literal.
  struct Literal: Sendable, BitwiseCopyable {
    /// Where what waits for it begins in `consumers`, and where it ends.
    var first: UInt32
    var end: UInt32
    /// How many of those that wait for it are not there for `kinds` alone.
    var ofRules: UInt32
    /// Whether a rule of `danger` or a regex waits for it, so that it is looked at however many others there are.
    var isVital: Bool
    /// Whether nothing but regexes waits for it, and no word with gaps has it as a part.
    var opensOnlyRegexes: Bool
    /// Whether it is a part of a word with gaps.
    var isPart: Bool
  }

  /// Something that waits for a literal.
  struct Consumer: Sendable, BitwiseCopyable {
    enum Kind: UInt8, Sendable, BitwiseCopyable {
      /// A word without gap; `target` is its atom.
      case word
      /// The rarest part of a word with gaps; `target` is its place in `gapWords`.
      case gapWord
      /// A unit of numbers; `target` is its place in `units`.
      case unit
      /// A literal without which a regex cannot match; `target` is the regex.
      case regex
    }
    var kind: Kind
    /// Whether the first character must not touch a letter or digit.
    var checksStart: Bool
    /// Whether the last character must not touch a letter or digit.
    var checksEnd: Bool
    var target: UInt32
  }

  /// A group that collects the hits of an atom, and what it calls the atom.
  struct Use: Sendable, BitwiseCopyable {
    var group: UInt32
    var source: UInt32
  }

  /// A unit with the number patterns that read it.
  struct Unit: Sendable {
    var unit: NumberUnit
    var readers: [Reader]

    struct Reader: Sendable {
      var atom: UInt32
      var least: Double
    }
  }

  /// The words that a line of `collective` takes from a list, or its own.
  struct Collective: Sendable {
    var line: Int
    /// The list; nil for words of its own.
    var list: WordListID?
    /// One for each least number that a pattern asks.
    var groups: [UInt32]
  }

  /// What collects hits.
  struct Group: Sendable, BitwiseCopyable {
    /// The group of the phrases inside which a hit does not count, -1 if there are none. They come with a list.
    var allow: Int32
    /// Whether a rule of `danger` needs the hits, so that they are kept beyond what others get.
    var isUrgent: Bool
    /// Whether nothing but lines of `kinds` needs the hits, so that they take no room from those of rules.
    var isOfKinds = false
  }
}

/// A word with gaps or choices.
struct GapWord: Sendable {
  var atom: UInt32
  /// The places of its parts among those of all such words.
  var parts: Range<Int>
  /// Whether a rule of `danger` needs it, so that its parts are gathered beyond what others get.
  var isUrgent = false
  /// Whether only lines of `kinds` need it, so that its parts are gathered apart.
  var isOfKinds = false
}

/// One part of a word with gaps.
struct GapPart: Sendable {
  /// The most characters before it.
  var gap: Int
  /// The places of what may stand for it.
  var choices: Range<Int>
}

/// A literal that may stand for a part of a word.
struct PartChoice: Sendable, BitwiseCopyable {
  var literal: UInt32
  /// Whether its first character must not touch a letter or digit.
  var checksStart: Bool
  /// Whether its last character must not touch a letter or digit.
  var checksEnd: Bool
}

extension Plan {
  /// Whether something that may stand for it was seen of every part.
  func isWhole(_ parts: Range<Int>, _ occurrences: borrowing Occurrences) -> Bool {
    for part in parts {
      var isSeen = false
      for choice in self.parts[part].choices where occurrences.contains(choices[choice].literal) {
        isSeen = true
        break
      }
      guard isSeen else { return false }
    }
    return true
  }
}

/// What a line of a rule looks in.
struct LinePlan: Sendable {
  var groups: [UInt32]
}

/// A rule as it is evaluated.
struct RulePlan: Sendable {
  /// Lines that must hit near each other.
  struct Near: Sendable {
    var lines: [LinePlan]
    var within: ProximityPlan
  }

  var id: RuleID
  var isShadow: Bool
  /// Whether it is of the category `danger`: it is evaluated first, and the pack's allow is nothing to it.
  var isDanger: Bool
  /// Whether it is of the category `prohibited`: what stands in quotation marks is nothing to it.
  var isProhibited = false
  var fields: FieldSet
  var polarity: Polarity
  /// Whether words in disguise do not count for it.
  var isPlainOnly = false
  var from: Rule.Season?
  var until: Rule.Season?
  var condition: ConditionPlan?
  /// The group of its own allowed phrases, -1 without.
  var allow: Int32
  /// The group of the pack's allowed phrases, -1 without, or where they do not apply.
  var packAllow: Int32
  var any: LinePlan?
  /// Whether it has `all`.
  var hasAll = false
  /// `near`, and `all` in front of them.
  var near: [Near]
  var none: LinePlan?
  var unless: LinePlan?
  var unlessWithin: ProximityPlan
  var when: ConditionPlan?
  /// The named patterns of `when`.
  var patterns: [LinePlan]

  /// Whether it asks what stands in quotation marks: `prohibited` for its hits, `danger` for what takes them away.
  var asksQuotations: Bool { isProhibited || (isDanger && unless != nil) }
}
