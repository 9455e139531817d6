// SPDX-License-Identifier: Apache-2.0
public import Fenliu

/// What the labels of a set of posts mean in a pack: the departments, topics, categories or levels that they name.
///
/// A label is a key, a title, or of departments one of the names by which posts call them, compared without regard to case and
/// white space around it. What it means is called a class, so that labels of two spellings are one.
public struct LabelTable: Sendable {
  /// The place of a class in `classes`.
  public struct ClassID: Hashable, Sendable, Comparable {
    /// The place.
    public let index: Int
    /// A place.
    public init(_ index: Int) { self.index = index }
    public static func < (left: ClassID, right: ClassID) -> Bool { left.index < right.index }
  }

  /// What a label means.
  public enum Meaning: Hashable, Sendable {
    /// This class.
    case one(ClassID)
    /// Several, which is a mistake of whoever named them.
    case several([ClassID])
    /// Nothing of the pack.
    case unknown
  }

  /// A class: what can be decided.
  public struct Class: Hashable, Sendable {
    /// The key in the pack.
    public var key: String
    /// The word people use.
    public var title: String
  }

  /// What is compared.
  public let aim: LabelAim
  /// Everything that can be decided, in the order of the pack. Of topics the last one is that there is none.
  public let classes: [Class]
  private var keys: [String: [ClassID]] = [:]
  private var titles: [String: [ClassID]] = [:]
  private var names: [String: [ClassID]] = [:]

  /// The classes of a pack.
  public init(_ aim: LabelAim, rules: RuleSet, map: ResponsibilityMap) {
    self.aim = aim
    switch aim {
    case .lead:
      classes = map.departments.map { Class(key: $0.key, title: $0.title) }
      for (index, department) in map.departments.enumerated() {
        for name in department.names { names[Self.folded(name), default: []].append(ClassID(index)) }
      }
    case .topic:
      classes = rules.topics.map { Class(key: $0.path, title: $0.title) } + [Class(key: "none", title: "无")]
    case .category: classes = rules.categories.map { Class(key: $0.key, title: $0.title) }
    case .level:
      let language = rules.language
      classes = Level.allCases.map { Class(key: $0.key, title: $0.title(in: language)) }
    }
    for (index, one) in classes.enumerated() {
      keys[Self.folded(one.key), default: []].append(ClassID(index))
      titles[Self.folded(one.title), default: []].append(ClassID(index))
    }
    if aim == .level {
      for level in Level.allCases {
        titles[Self.folded(level.title(in: .chinese)), default: []] = [ClassID(level.rawValue)]
      }
    }
  }

  /// What a label means. A key comes before a title, a title before a name.
  public func meaning(of label: String) -> Meaning {
    let folded = Self.folded(label)
    guard let found = keys[folded] ?? titles[folded] ?? names[folded] else { return .unknown }
    return found.count == 1 ? .one(found[0]) : .several(found)
  }

  /// What was decided, as classes: exactly one, but for categories, of which there may be several or none.
  public func classes(of outcome: Outcome) -> [ClassID] {
    switch aim {
    case .lead: [ClassID(outcome.lead.index)]
    case .topic: [ClassID(outcome.leadingTopic?.index ?? classes.count - 1)]
    case .category: outcome.categories.map { ClassID($0.category.index) }
    case .level: [ClassID(outcome.level.rawValue)]
    }
  }

  public subscript(_ id: ClassID) -> Class { classes[id.index] }

  private static func folded(_ text: String) -> String {
    var folded = ""
    for scalar in text.unicodeScalars where !scalar.properties.isWhitespace {
      folded += scalar.properties.lowercaseMapping
    }
    return folded
  }
}
