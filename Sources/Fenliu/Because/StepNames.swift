// SPDX-License-Identifier: Apache-2.0
import FenliuModel

/// What reasons call the steps of deadlines, by their keys in decisions; made once for the keys that the map can give.
struct StepNames: Sendable {
  /// What a step is called.
  struct Name: Sendable {
    /// The title of the step in the map, else what the language calls it.
    let title: String
    /// Whether the key is that of the step's last day: `resolve-at-latest`.
    let isAtLatest: Bool
  }

  private static let suffix = "-at-latest"
  private let titles: [String: String]
  private let wording: any ReasonWording.Type
  private var names: [String: Name] = [:]

  init(_ map: ResponsibilityMap, wording: any ReasonWording.Type) {
    titles = map.stepTitles
    self.wording = wording
    let steps = map.deadlines.values.flatMap { $0 } + map.routes.flatMap(\.deadlines)
    for step in Set(steps.map(\.name) + ["notify"]) {
      names[step] = make(step)
      names[step + Self.suffix] = make(step + Self.suffix)
    }
  }

  /// What the step of a key is called.
  func name(of key: String) -> Name { names[key] ?? make(key) }

  /// What the step is called after which another comes.
  func base(_ key: String) -> String { titles[key] ?? key }

  private func make(_ key: String) -> Name {
    let isAtLatest = key.hasSuffix(Self.suffix)
    let step = isAtLatest ? String(key.dropLast(Self.suffix.count)) : key
    return Name(title: titles[step] ?? wording.title(ofStep: step), isAtLatest: isAtLatest)
  }
}
