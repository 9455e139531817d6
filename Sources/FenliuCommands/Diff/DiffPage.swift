// SPDX-License-Identifier: Apache-2.0
import Fenliu
import FenliuTuning

/// What changes between two packs, as a page for a browser.
struct DiffPage {
  let language: Language

  /// The bytes of the page.
  func bytes(_ report: DiffReport) -> [UInt8] {
    var page = HTMLPage(title: say(.title), language: language)
    page.paragraph(report.summary)
    if report.differingParts == 0 { page.paragraph(say(.samePacks)) }
    for (head, rows) in [(DiffSentence.kinds, report.kinds), (.levels, report.levels), (.leads, report.leads)]
    where !rows.isEmpty {
      page.section(say(head), isOpen: true) { page in page.table(table(rows)) }
    }
    if !report.groups.isEmpty {
      page.section(say(.groups), isOpen: true) { page in
        for (place, group) in report.groups.enumerated() {
          let head = say(
            .group(number: place + 1, posts: group.posts, share: ShareText.percent(group.posts, of: report.posts)))
          page.group(head + "  " + cause(of: group), isOpen: place < 3) { page in add(group, to: &page) }
        }
      }
    }
    return page.bytes
  }

  private func say(_ sentence: DiffSentence) -> String { sentence.text(in: language) }

  private func table(_ rows: [DiffReport.Row]) -> ReportTable {
    var table = ReportTable([.init(title: say(.change), isNumber: false), .init(title: say(.posts))])
    for row in rows { table.add(.text(row.name), .count(row.posts)) }
    return table
  }

  private func cause(of group: DiffReport.Group) -> String {
    let cause = group.isTogether ? say(.several(group.cause)) : group.cause.joined()
    if group.isProven { return cause }
    return group.cause.isEmpty ? say(.unproven) : say(.named(say(.unproven), cause))
  }

  private func add(_ group: DiffReport.Group, to page: inout HTMLPage) {
    for place in group.places.joined() { page.note(place) }
    page.paragraph(say(.joined(group.kinds)))
    for example in group.examples {
      var post = HTMLPost(id: example.post.id, title: example.post.title, text: example.post.text)
      post.facts = [(name: say(.change), value: say(.joined(example.changes)))]
      let mark = HTMLMarks.Stretch(range: example.place.range, label: cause(of: group))
      if example.place.field == .title { post.titleMarks = [mark] } else { post.textMarks = [mark] }
      page.post(post)
    }
  }
}
