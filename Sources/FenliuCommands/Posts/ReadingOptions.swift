// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import FenliuCalendar
import FenliuRecords

/// How rows of posts are read, as it was typed: the same for posts that are decided and for a corpus.
struct ReadingOptions: ParsableArguments {
  @Option(name: .customLong("columns"), help: CommandSentence.helpColumns.help)
  var columnParts: [String] = []

  @Option(name: .customLong("date-order"), help: CommandSentence.helpDateOrder.help)
  var dateOrder: DateOrderName?

  @Option(name: .long, help: InputSentence.helpEncoding.help)
  var encoding: EncodingName?

  @Option(name: .customLong("max-post"), help: CommandSentence.helpMaxPost.help)
  var maxPost: ByteSize = ByteSize(bytes: RecordOptions.defaultMaxPost)

  @Option(name: .customLong("sheet"), help: WorkbookSentence.helpSheet.help)
  var sheets: [String] = []

  /// A date order as it is typed.
  enum DateOrderName: String, ExpressibleByArgument, CaseIterable {
    case dmy, mdy

    var order: DateOrder { self == .dmy ? .dayFirst : .monthFirst }
  }

  func validate() throws { _ = try names() }

  /// All that was said of columns, however often; nil where nothing was.
  var columns: String? { columnParts.isEmpty ? nil : columnParts.joined(separator: ",") }

  /// How rows are read by a pack whose calendar has this zone; with labels, where the name of their column is given.
  func recordOptions(zone: Zone, label: String? = nil) throws -> RecordOptions {
    let names = try names()
    var options = RecordOptions(
      names: label.map(names.reading(label:)) ?? names, times: TimeParser(zone: zone, dateOrder: dateOrder?.order),
      maxPost: maxPost.bytes)
    options.sheets = sheets
    if let folder = Environment.value(of: "TMPDIR"), !folder.isEmpty { options.temporaryFolder = folder }
    options.encoding = encoding?.encoding
    return options
  }

  /// Which column means what.
  private func names() throws -> ColumnNames {
    guard let columns else { return ColumnNames() }
    do {
      return try ColumnNames(parsing: columns)
    } catch {
      switch error {
      case .notAColumn(let part): throw ValidationError(CommandSentence.notAColumn(part).text)
      case .namedTwice(let part): throw ValidationError(CommandSentence.columnTwice(part).text)
      }
    }
  }
}
