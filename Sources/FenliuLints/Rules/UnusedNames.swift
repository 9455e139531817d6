// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics
import FenliuModel
import FenliuRules

/// Lists, topics and categories that a pack declares and nothing uses. What it includes from outside may be meant for others.
struct UnusedNames {
  let pack: LintedPack

  func findings() -> [Diagnostic] { lists() + topics() + categories() }

  private func lists() -> [Diagnostic] {
    let used = Set(pack.uses.joined().flatMap(\.line.lists))
      .union(pack.rules.kindLines.flatMap { $0.rule.listsUsed.map(\.index) })
      .union(pack.rules.collective.compactMap { $0.list?.index })
    return pack.rules.lists.enumerated().compactMap { place, list in
      let name = pack.places.lists[place]
      guard !used.contains(place), isOwn(name) else { return nil }
      // A file is named by no bytes of its own; its first word can be pointed at, and silenced.
      let span = name.range.isEmpty ? list.words.first?.span ?? name : name
      return Diagnostic(.warning, .unusedList, facts: ["name": .text(list.name)], at: span)
    }
  }

  private func topics() -> [Diagnostic] {
    let used = Set(pack.rules.rules.filter { $0.status != .draft }.compactMap(\.topic))
    return pack.rules.topics.enumerated().compactMap { place, topic in
      guard !used.contains(TopicID(place)), isOwn(pack.places.topics[place]),
        !pack.rules.topics.contains(where: { $0.path.hasPrefix(topic.path + ".") })
      else { return nil }
      return Diagnostic(.warning, .unusedTopic, facts: ["name": .text(topic.path)], at: pack.places.topics[place])
    }
  }

  private func categories() -> [Diagnostic] {
    let used = Set(pack.rules.rules.map(\.category))
    return pack.rules.categories.indices.dropFirst(Category.builtIn.count).compactMap { place in
      guard !used.contains(CategoryID(place)), let span = pack.places.categories[place], isOwn(span) else { return nil }
      return Diagnostic(
        .warning, .unusedCategory, facts: ["name": .text(pack.rules.categories[place].key)], at: span)
    }
  }

  /// Whether a place lies in the pack's own folder.
  private func isOwn(_ span: SourceSpan) -> Bool {
    guard let main = pack.sources.all.first?.path, let slash = main.lastIndex(of: "/") else { return true }
    return pack.sources[span.file].path.hasPrefix(main[...slash])
  }
}
