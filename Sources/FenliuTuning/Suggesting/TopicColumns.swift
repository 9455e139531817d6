// SPDX-License-Identifier: Apache-2.0
public import Fenliu

/// The topics between which a fit chooses, each with the label to which it leads.
public struct TopicColumns: Sendable {
  /// The topics, in the order of declaration.
  public internal(set) var topics: [TopicID] = []
  /// For each of them the class of the labels.
  var classes: [Int] = []
  /// The classes of labels to which no topic leads.
  public internal(set) var unreached: [LabelTable.ClassID] = []

  /// The topics that lead to the labels given. Those that no rule speaks for are left out where the label has others; of several
  /// that nobody speaks for the first is taken. Topics of danger and of what is prohibited are never fitted.
  public init(for labels: Set<LabelTable.ClassID>, table: LabelTable, classifier: Classifier) {
    let rules = classifier.rules
    var isSpokenFor = Array(repeating: false, count: rules.topics.count)
    var isForbidden = isSpokenFor
    for rule in rules.rules {
      guard let topic = rule.topic else { continue }
      if rule.category == .danger || rule.category == .prohibited { isForbidden[topic.index] = true }
      if rule.status == .active || rule.status == .deprecated { isSpokenFor[topic.index] = true }
    }
    let leads = rules.topics.indices.map { index in
      table.aim == .topic
        ? LabelTable.ClassID(index) : LabelTable.ClassID(classifier.lead(ofTopic: TopicID(index)).index)
    }
    for label in labels.sorted() {
      let all = rules.topics.indices.filter { leads[$0] == label && !isForbidden[$0] }
      let spoken = all.filter { isSpokenFor[$0] }
      let taken = spoken.isEmpty ? Array(all.prefix(1)) : spoken
      if taken.isEmpty { unreached.append(label) }
      topics += taken.map(TopicID.init)
      classes += taken.map { _ in label.index }
    }
    let order = topics.indices.sorted { topics[$0] < topics[$1] }
    (topics, classes) = (order.map { topics[$0] }, order.map { classes[$0] })
  }

  /// The label to which a topic leads.
  public func label(of topic: TopicID) -> LabelTable.ClassID? {
    topics.firstIndex(of: topic).map { LabelTable.ClassID(classes[$0]) }
  }
}
