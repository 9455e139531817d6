// SPDX-License-Identifier: Apache-2.0
import Fenliu
import FenliuTuning

/// What changes between two packs, in Markdown, to be read beside the change of the rules.
struct DiffMarkdown {
  let language: Language

  /// The whole page.
  func page(_ report: DiffReport) -> String {
    var lines = ["# " + say(.title), "", escaped(report.summary)]
    if report.differingParts == 0 { lines += ["", escaped(say(.samePacks))] }
    lines += table(.kinds, report.kinds) + table(.levels, report.levels) + table(.leads, report.leads)
    if !report.groups.isEmpty { lines += ["", "## " + say(.groups)] }
    for (place, group) in report.groups.enumerated() { lines += self.group(group, place + 1, of: report.posts) }
    return lines.map { $0 + "\n" }.joined()
  }

  private func say(_ sentence: DiffSentence) -> String { sentence.text(in: language) }

  private func table(_ head: DiffSentence, _ rows: [DiffReport.Row]) -> [String] {
    guard !rows.isEmpty else { return [] }
    return ["", "## " + say(head), "", "| \(say(.change)) | \(say(.posts)) |", "|---|---:|"]
      + rows.map { "| \(escaped($0.name)) | \($0.posts) |" }
  }

  private func group(_ group: DiffReport.Group, _ number: Int, of posts: Int) -> [String] {
    var cause = group.isTogether ? say(.several(group.cause)) : group.cause.joined()
    if !group.isProven { cause = group.cause.isEmpty ? say(.unproven) : say(.named(say(.unproven), cause)) }
    let head = say(.group(number: number, posts: group.posts, share: ShareText.percent(group.posts, of: posts)))
    var lines = ["", "### \(head) \(escaped(cause))", ""]
    lines += group.places.joined().map { "- \(escaped($0))" }
    lines.append("- \(escaped(say(.joined(group.kinds))))")
    guard !group.examples.isEmpty else { return lines }
    lines.append("")
    for example in group.examples {
      let place = example.place
      // The brackets stand outside: `**` between a letter and a bracket begins nothing.
      let hit = place.hit.isEmpty ? "" : "【**\(escaped(place.hit))**】"
      let text =
        (place.isCutLeft ? "…" : "") + escaped(place.left) + hit + escaped(place.right) + (place.isCutRight ? "…" : "")
      lines.append("- \(escaped(place.id)): \(escaped(say(.joined(example.changes))))  ")
      // In quotes, so that nothing of a post stands at the beginning of a line.
      lines.append("  “\(text)”")
    }
    return lines
  }

  /// The text as Markdown that shows it as it is: text of strangers is no markup.
  private func escaped(_ text: String) -> String {
    var escaped = ""
    let characters = Array(PlainText.line(text))
    for (place, character) in characters.enumerated() {
      // A bare address would become a link.
      let beginsLink =
        character == ":" && place + 1 < characters.count && characters[place + 1] == "/"
        || character == "." && escaped.hasSuffix("www")
      if beginsLink || "\\`*_{}[]<>#!|~&@".contains(character) { escaped.append("\\") }
      escaped.append(character)
    }
    return escaped
  }
}
