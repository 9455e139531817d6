// SPDX-License-Identifier: Apache-2.0
import Fenliu
import FenliuTuning

/// What changes between two packs, for a terminal.
struct DiffText {
  let style: TerminalStyle
  let language: Language

  /// The whole page.
  func page(_ report: DiffReport) -> String {
    var lines = [report.summary]
    if report.differingParts == 0 { lines.append(say(.samePacks)) }
    lines += table(.kinds, report.kinds) + table(.levels, report.levels) + table(.leads, report.leads)
    for (place, group) in report.groups.enumerated() { lines += self.group(group, place + 1, of: report.posts) }
    return lines.map { $0 + "\n" }.joined()
  }

  private func say(_ sentence: DiffSentence) -> String { sentence.text(in: language) }

  private func table(_ head: DiffSentence, _ rows: [DiffReport.Row]) -> [String] {
    guard !rows.isEmpty else { return [] }
    var table = TextTable()
    table.add(say(head), say(.posts))
    for row in rows { table.add(PlainText.line(row.name), String(row.posts)) }
    return [""] + table.lines()
  }

  private func group(_ group: DiffReport.Group, _ number: Int, of posts: Int) -> [String] {
    var lines = [""]
    let head = say(.group(number: number, posts: group.posts, share: ShareText.percent(group.posts, of: posts)))
    var cause = group.isTogether ? say(.several(group.cause)) : group.cause.joined()
    if !group.isProven { cause = group.cause.isEmpty ? say(.unproven) : say(.named(say(.unproven), cause)) }
    lines.append(style.marked(head + "  " + PlainText.line(cause), .bold))
    for place in group.places.joined() { lines.append("   " + style.marked(PlainText.line(place), .faint)) }
    lines.append("   " + say(.joined(group.kinds)))
    for example in group.examples {
      lines.append("   \(PlainText.line(example.place.id))  " + PlainText.line(say(.joined(example.changes))))
      lines.append("     " + text(of: example.place))
    }
    return lines
  }

  private func text(of place: FoundPlace) -> String {
    let hit = place.hit.isEmpty ? "" : style.marked("【\(place.hit)】", .red, .bold)
    return (place.isCutLeft ? "…" : "") + place.left + hit + place.right + (place.isCutRight ? "…" : "")
  }
}
