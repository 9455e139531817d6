// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics
public import FenliuModel

/// What somebody expected of a post and did not get.
public enum WhyNotQuestion: Hashable, Sendable {
  /// Why no rule of the category counts.
  case category(CategoryID)
  /// Why the post does not reach the level.
  case level(Level)
  /// Why the department does not lead.
  case lead(DepartmentID)
  /// Why no rule of the topic counts, or why it does not lead.
  case topic(TopicID)
  /// Why the rule does not count.
  case rule(RuleID)

  /// No category, level, department, topic or rule has the name.
  public struct UnknownName: Error, Hashable {
    public var name: String
    /// What was probably meant.
    public var closest: String?
  }
}

extension Classifier {
  /// What a name means: a category, a level, a department, a topic, each by key or title, or a rule by its id; the first of
  /// these that has it.
  public func question(_ name: String) throws(WhyNotQuestion.UnknownName) -> WhyNotQuestion {
    if let place = rules.categories.firstIndex(where: { $0.key == name || $0.title == name }) {
      return .category(CategoryID(place))
    }
    if let level = Level(name) { return .level(level) }
    if let place = map.departments.firstIndex(where: { $0.key == name || $0.title == name }) {
      return .lead(DepartmentID(place))
    }
    if let place = rules.topics.firstIndex(where: { $0.path == name || $0.title == name }) {
      return .topic(TopicID(place))
    }
    if let place = rules.rules.firstIndex(where: { $0.key == name }) { return .rule(RuleID(place)) }
    var names = rules.categories.flatMap { [$0.key, $0.title] }
    names += Level.allCases.flatMap { [$0.key, $0.title(in: .chinese)] }
    names += map.departments.flatMap { [$0.key, $0.title] }
    names += rules.topics.flatMap { [$0.path, $0.title] } + rules.rules.map(\.key)
    throw WhyNotQuestion.UnknownName(name: name, closest: closest(to: name, among: names))
  }
}
