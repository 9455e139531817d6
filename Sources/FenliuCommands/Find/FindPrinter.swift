// SPDX-License-Identifier: Apache-2.0
import Fenliu
import FenliuTuning

/// What a search found, for people: places under each other, then the counts.
struct FindPrinter {
  let style: TerminalStyle
  let language: Language

  /// The whole page.
  func page(_ report: FindReport) -> String {
    var lines: [String] = []
    if !report.isCountOnly, !report.places.isEmpty { lines += places(report.places) + [""] }
    let all = report.tally.all
    lines.append(
      say(
        .found(posts: all.posts, of: all.of, share: ShareText.percent(all.posts, of: all.of), hits: all.hits)))
    if report.patterns.count > 1 || report.isCountOnly {
      lines += table(.pattern, zip(report.patterns, report.tally.sought).map { ($0, $1) })
    }
    lines += table(.week, report.weeks.map { ($0.week?.description ?? say(.unknown), $0.count) })
    lines += table(.region, report.regions.map { ($0.region ?? say(.unknown), $0.count) })
    if !report.isCountOnly {
      let sides = neighbours(.before, report.tally.left) + neighbours(.behind, report.tally.right)
      if !sides.isEmpty { lines += [""] + sides }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private func say(_ sentence: FindSentence) -> String { sentence.text(in: language) }

  /// The places, each on a line, so that the hits begin in the same column.
  private func places(_ places: [FoundPlace]) -> [String] {
    let lefts = places.map { ($0.isCutLeft ? "…" : "") + $0.left }
    let ids = places.map { PlainText.line($0.id) }
    let idWidth = ids.map { DisplayWidth.columns(of: $0) }.max() ?? 0
    let leftWidth = lefts.map { DisplayWidth.columns(of: $0) }.max() ?? 0
    return places.indices.map { index in
      let (place, id, left) = (places[index], ids[index], lefts[index])
      let room = String(repeating: " ", count: idWidth - DisplayWidth.columns(of: id))
      let indent = String(repeating: " ", count: leftWidth - DisplayWidth.columns(of: left))
      let hit = style.marked("【\(place.hit)】", .red, .bold)
      let line = style.marked(id, .faint) + room + "  " + indent + left + hit + place.right
      return line.trimmingBlanks() + (place.isCutRight ? "…" : "")
    }
  }

  private func table(_ head: FindSentence, _ rows: [(name: String, count: FindTally.Count)]) -> [String] {
    guard !rows.isEmpty else { return [] }
    var table = TextTable()
    table.add(say(head), say(.posts), say(.of), say(.share), say(.hits))
    for (name, count) in rows where count.posts > 0 || head.isPattern {
      table.add(
        PlainText.line(name), String(count.posts), String(count.of), ShareText.percent(count.posts, of: count.of),
        String(count.hits))
    }
    return [""] + table.lines()
  }

  private func neighbours(_ head: FindSentence, _ counts: [String: Int]) -> [String] {
    guard !counts.isEmpty else { return [] }
    let most = FindTally.most(counts, FindReport.neighbours).map { "\($0.neighbour) \($0.count)" }
    return [say(.neighbours(say(head), most))]
  }
}

extension FindSentence {
  /// Whether it heads the patterns, of which all are told, also those that were not found.
  fileprivate var isPattern: Bool { if case .pattern = self { true } else { false } }
}

extension String {
  /// The text without blanks at its end.
  fileprivate func trimmingBlanks() -> String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
