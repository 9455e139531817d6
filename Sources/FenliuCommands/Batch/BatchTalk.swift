// SPDX-License-Identifier: Apache-2.0
import FenliuModel
import FenliuRecords

/// What is said of a batch when it is done.
enum BatchTalk {
  /// Columns that were not read, each list of names once; then the sum.
  static func lines(about summary: BatchSummary) -> [CommandSentence] {
    var lines: [CommandSentence] = []
    var told: Set<[String]> = []
    for input in summary.inputs where !input.unlisted.isEmpty && told.insert(input.unlisted).inserted {
      lines.append(.unlistedColumns(file: input.file, names: input.unlisted.map(printable)))
    }
    let total = summary.total
    if total.posts == 0 { lines.append(.noPosts) }
    if total.reasons[Reject.Reason.notUTF8.rawValue] != nil { lines.append(.saveAsUTF8) }
    if summary.repeatedIDs > 0 { lines.append(.repeatedIDs(summary.repeatedIDs)) }
    lines.append(.batchDone(posts: total.posts, decisions: total.decisions, rejects: total.rejects))
    lines.append(
      .batchLevels(
        critical: total.levels[Level.critical.rawValue], major: total.levels[Level.major.rawValue],
        larger: total.levels[Level.larger.rawValue], general: total.levels[Level.general.rawValue],
        none: total.levels[Level.none.rawValue]))
    return lines
  }

  /// A name from a file, fit for a terminal: without controls, and not endless.
  static func printable(_ name: String) -> String {
    var text = ""
    for scalar in name.unicodeScalars.prefix(40) {
      let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
      text.unicodeScalars.append(isControl ? "\u{FFFD}" : scalar)
    }
    return name.unicodeScalars.count > 40 ? text + "…" : text
  }
}
