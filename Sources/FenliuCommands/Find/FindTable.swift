// SPDX-License-Identifier: Apache-2.0
import Fenliu
import FenliuRecords
import FenliuTuning

/// What a search found, as a table for spreadsheets: a row a place, or, where only counts are wanted, a row a count.
enum FindTable {
  /// The bytes of the table. Its header does not depend on the language.
  static func bytes(of report: FindReport) -> [UInt8] {
    var csv = CSVWriter()
    csv.byteOrderMark()
    if report.isCountOnly { counts(report, &csv) } else { places(report, &csv) }
    return csv.take()
  }

  private static func places(_ report: FindReport, _ csv: inout CSVWriter) {
    for name in ["id", "pattern", "field", "start", "end", "left", "hit", "right", "week", "region"] { csv.cell(name) }
    csv.endRow()
    for place in report.places {
      csv.textCell(place.id)
      csv.textCell(report.patterns[place.sought])
      csv.cell(place.field.key)
      csv.cell(String(place.range.lowerBound))
      csv.cell(String(place.range.upperBound))
      csv.textCell(place.left)
      csv.textCell(place.hit)
      csv.textCell(place.right)
      csv.cell(place.week?.description ?? "")
      csv.textCell(place.region ?? "")
      csv.endRow()
    }
  }

  private static func counts(_ report: FindReport, _ csv: inout CSVWriter) {
    for name in ["kind", "name", "posts", "of", "hits"] { csv.cell(name) }
    csv.endRow()
    row("all", "", report.tally.all, &csv)
    for (pattern, count) in zip(report.patterns, report.tally.sought) { row("pattern", pattern, count, &csv) }
    for (week, count) in report.weeks { row("week", week?.description ?? "", count, &csv) }
    for (region, count) in report.regions { row("region", region ?? "", count, &csv) }
  }

  private static func row(_ kind: String, _ name: String, _ count: FindTally.Count, _ csv: inout CSVWriter) {
    csv.cell(kind)
    csv.textCell(name)
    for number in [count.posts, count.of, count.hits] { csv.cell(String(number)) }
    csv.endRow()
  }
}
