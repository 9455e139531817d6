// SPDX-License-Identifier: Apache-2.0

/// Marks what may be the name of a person, so that no such word is ever proposed.
///
/// Errs on the side of the person: a word that is lost is found by an analyst, a name that slips through stands in a public file.
/// A name is a surname with the one or two characters behind it, where
/// - the surname hardly begins an ordinary word (王, 李, 张 …) and this is none of those it does begin (张贴, 周边), or
/// - it is a surname of any kind (高, 方, 许 …) with a title behind the name (老师, 局长), a cue before it (我叫, 患者), or the same
///   characters stand so elsewhere at least twice, and in one of ten of their places, or
/// - it is masked: 张某, 李某某.
///
/// In English it is what follows a title (mr, mrs, dr), and given names that are no ordinary words.
struct NameGuard {
  /// How often each run of characters was met beside a title or cue, and at all.
  private var spotted: [String: (beside: Int, all: Int)] = [:]

  /// Learns from all runs which characters stand beside titles and cues.
  init(learningFrom runs: some Sequence<TextUnits.Run>) {
    for run in runs where run.kind == .han {
      let units = run.units.map(String.init)
      for place in units.indices where NameTables.commonSurnames.contains(units[place]) {
        for length in 2...3 where place + length <= units.count {
          let name = units[place..<place + length].joined()
          let isBeside = Self.hasTitle(units, at: place + length) || Self.hasCue(units, before: place)
          spotted[name, default: (0, 0)].all += 1
          if isBeside { spotted[name]!.beside += 1 }
        }
      }
    }
    spotted = spotted.filter { $0.value.beside >= 2 && $0.value.beside * 10 >= $0.value.all }
  }

  /// For each unit of a run whether it is part of a name.
  func marks(of run: TextUnits.Run) -> [Bool] {
    let units = run.units.map(String.init)
    var marks = Array(repeating: false, count: units.count)
    func mark(_ range: Range<Int>) { for place in range.clamped(to: 0..<units.count) { marks[place] = true } }
    switch run.kind {
    case .alphabet:
      for place in units.indices {
        if NameTables.englishNames.contains(units[place]) { mark(place..<place + 1) }
        if NameTables.englishTitles.contains(units[place]) { mark(place..<place + 3) }
      }
    case .han:
      for place in units.indices {
        if units[place] == "某" { mark(max(0, place - 1)..<place + 2) }
        if let length = length(of: units, at: place) { mark(place..<place + length) }
        if "小老阿".contains(units[place]), place + 1 < units.count, isPlain(units, at: place + 1) {
          mark(place..<place + 2)
        }
      }
    }
    return marks
  }

  /// How long the name is that begins at a place, with its title; nil where none does.
  private func length(of units: [String], at place: Int) -> Int? {
    let rest = units.count - place
    let plain = isPlain(units, at: place)
    guard plain || NameTables.commonSurnames.contains(units[place]) else { return nil }
    for given in 0...2 where given + 3 <= rest && Self.hasTitle(units, at: place + 1 + given) { return given + 3 }
    if plain { return min(3, rest) }
    if Self.hasCue(units, before: place) { return min(3, rest) }
    for length in [3, 2] where length <= rest && spotted[units[place..<place + length].joined()] != nil {
      return length
    }
    return nil
  }

  /// Whether a surname stands here that hardly begins an ordinary word, and this is no such word.
  private func isPlain(_ units: [String], at place: Int) -> Bool {
    let next = place + 1 < units.count ? units[place + 1] : ""
    guard NameTables.plainSurnames.contains(units[place]) || NameTables.plainSurnames.contains(units[place] + next)
    else { return false }
    if NameTables.ordinary.contains(units[place] + next) { return false }
    return place == 0 || !NameTables.ordinaryEnds.contains(units[place - 1] + units[place])
  }

  private static func hasTitle(_ units: [String], at place: Int) -> Bool {
    place + 1 < units.count && NameTables.titles.contains(units[place] + units[place + 1])
  }

  private static func hasCue(_ units: [String], before place: Int) -> Bool {
    place >= 2 && NameTables.cues.contains(units[place - 2] + units[place - 1])
  }
}
