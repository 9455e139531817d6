// SPDX-License-Identifier: Apache-2.0
import FenliuModel
import FenliuRecords

/// What is said of a batch when it is done.
enum BatchTalk {
  /// What the inputs turned out to be, where they are more than plain files.
  static func natures(in summary: BatchSummary) -> [InputSentence] {
    summary.inputs.flatMap { InputSentence.lines(about: $0.nature, of: $0.file) }
  }

  /// The sheets of workbooks with several, and those that were not read.
  static func sheets(in summary: BatchSummary) -> [WorkbookSentence] {
    summary.inputs.flatMap { WorkbookSentence.lines(about: $0.nature, of: $0.file) }
  }

  /// Columns that were not read, each list of names once; then the sum. `names` are those by which the rows were read.
  static func lines(about summary: BatchSummary, readBy names: ColumnNames) -> [any SpokenSentence] {
    var lines: [any SpokenSentence] = []
    var told: Set<[String]> = []
    for input in summary.inputs {
      let (columns, untold) = input.unlisted.told(rows: input.tally.posts)
      if !columns.isEmpty, told.insert(columns).inserted {
        lines.append(CommandSentence.unlistedColumns(file: input.file, names: StrangersNames.shown(columns)))
      }
      if untold > 0 { lines.append(StrangersSentence.untoldKeys(file: input.file, count: untold)) }
    }
    let total = summary.total
    if total.posts == 0 { lines.append(CommandSentence.noPosts) }
    if total.reasons[Reject.Reason.notUTF8.rawValue] != nil { lines.append(CommandSentence.saveAsUTF8) }
    if total.undated > 0, names.given[.time] != [] {
      let columns = StrangersNames.shown(told.joined().filter(looksLikeTime))
      lines.append(CommandSentence.undated(total.undated, of: total.decisions, columns: columns))
    }
    if total.future > 0 { lines.append(CommandSentence.future(total.future, of: total.decisions)) }
    // Of tables it was asked at the header.
    let texts = told.joined().filter(ColumnNames.mayBeText)
    if total.textless > 0, !texts.isEmpty, names.given[.text] == nil {
      lines.append(CommandSentence.textless(total.textless, of: total.decisions, columns: StrangersNames.shown(texts)))
    }
    if summary.repeatedIDs > 0 { lines.append(CommandSentence.repeatedIDs(summary.repeatedIDs)) }
    lines.append(CommandSentence.batchDone(posts: total.posts, decisions: total.decisions, rejects: total.rejects))
    if !total.reasons.isEmpty { lines.append(RejectSentence.reasons(total.reasons)) }
    lines.append(
      CommandSentence.batchLevels(
        critical: total.levels[Level.critical.rawValue], major: total.levels[Level.major.rawValue],
        larger: total.levels[Level.larger.rawValue], general: total.levels[Level.general.rawValue],
        none: total.levels[Level.none.rawValue]))
    let unread = total.incomplete["unread"] ?? 0
    if total.sealed > 0 || unread > 0 { lines.append(CommandSentence.withCare(sealed: total.sealed, unread: unread)) }
    return lines
  }

  /// Whether a column that was not read may be the time after all.
  private static func looksLikeTime(_ name: String) -> Bool {
    let name = name.lowercased()
    return ["时间", "日期", "time", "date"].contains { name.contains($0) }
  }
}
