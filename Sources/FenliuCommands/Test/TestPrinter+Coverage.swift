// SPDX-License-Identifier: Apache-2.0
import Fenliu

extension TestPrinter {
  /// What examples and cases reach: shares, then what they do not reach.
  func lines(of coverage: Coverage) -> [String] {
    var table = TextTable()
    table.add("", TestSentence.headMet.text(in: language), TestSentence.headTotal.text(in: language), "")
    for measure in Coverage.Measure.allCases {
      let share = coverage.share(of: measure)
      table.add(
        TestSentence.measure(measure).text(in: language), String(share.met), String(share.total),
        percent(share.basisPoints))
    }
    return ["", heading(.coverage)] + table.lines() + gaps(coverage) + words(coverage)
  }

  private func gaps(_ coverage: Coverage) -> [String] {
    let (rules, map) = (pack.rules, pack.map)
    var lines: [String] = []
    func list(_ sentence: TestSentence, _ names: [String]) {
      guard !names.isEmpty else { return }
      lines.append(said(sentence, row(names)))
    }
    func keys(_ uses: [Coverage.RuleUse]) -> [String] { uses.map { rules.rules[$0.rule.index].key } }
    list(.neverHit, keys(coverage.rules.filter { $0.examples + $0.cases == 0 }))
    list(.neverHitByCases, keys(coverage.rules.filter { $0.cases == 0 && $0.examples > 0 }))
    list(
      .neverTaken,
      coverage.routes.filter { $0.lead + $0.beside == 0 }.map {
        $0.route.map { map.routes[$0.index].name } ?? "default"
      })
    list(
      .neverFits,
      coverage.escalations.indices.filter { coverage.escalations[$0] == 0 }.map { map.escalations[$0].written })
    list(
      .neverCounts, coverage.categories.filter { $0.cases == 0 }.map { rules.categories[$0.category.index].key })
    list(.neverReached, Level.allCases.filter { coverage.levels[$0.rawValue] == 0 }.map { $0.title(in: language) })
    for (sentence, isMissing) in [
      (TestSentence.neverDue, { (use: Coverage.StepUse) in use.produced == 0 }),
      (.neverCompared, { $0.produced > 0 && $0.compared == 0 }),
    ] {
      let missing = coverage.steps.filter(isMissing)
      list(
        sentence,
        Level.allCases.compactMap { level in
          let steps = missing.filter { $0.level == level }.map(\.step)
          return steps.isEmpty ? nil : "\(level.title(in: language)) (\(steps.joined(separator: ", ")))"
        })
    }
    return lines
  }

  private func words(_ coverage: Coverage) -> [String] {
    var lists: [String] = []
    var inRules = Coverage.Share(met: 0, total: 0)
    var names: [String] = []
    var others: [String] = []
    for use in coverage.words {
      switch use.owner {
      case .list(let list):
        lists.append("$\(pack.rules.lists[list.index].name) \(use.met)/\(use.words)")
        if isVerbose { names += never(use, "$" + pack.rules.lists[list.index].name) }
      case .rule(let rule):
        inRules.met += use.met
        inRules.total += use.words
        if isVerbose { names += never(use, pack.rules.rules[rule.index].key) }
      case .allow:
        others.append(said(.allowedPhrases, "\(use.met)/\(use.words)"))
        if isVerbose { names += never(use, "allow") }
      }
    }
    let rules = said(.wordsOfRules, "\(inRules.met)/\(inRules.total)")
    return [said(.neverMet, row(lists)), rules] + others + names
  }

  /// Names in a row that a terminal can show: the first ten and how many more there are, all of them where they are asked for.
  private func row(_ names: [String]) -> String {
    let most = isVerbose ? names.count : 10
    let rest = names.count > most ? [TestSentence.andMore(names.count - most).text(in: language)] : []
    return (names.prefix(most) + rest).joined(separator: language == .chinese ? "、" : ", ")
  }

  private func said(_ sentence: TestSentence, _ what: String) -> String {
    sentence.text(in: language) + (language == .chinese ? "：" : ": ") + what
  }

  private func never(_ use: Coverage.WordUse, _ owner: String) -> [String] {
    use.never.map { "  \(owner)  \($0.written)  " + style.marked(pack.rules.describe($0.origin), .faint) }
  }
}
