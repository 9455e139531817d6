// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import FenliuCalendar
import FenliuRecords
import Glibc

/// Which posts a command reads and how, as it was typed: the same for all that read posts.
struct PostOptions: ParsableArguments {
  @Argument(help: CommandSentence.helpPosts.help, completion: .file())
  var posts: [String]

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

  @Option(name: [.short, .long], help: CommandSentence.helpJobs.help)
  var jobs: Int?

  /// A date order as it is typed.
  enum DateOrderName: String, ExpressibleByArgument, CaseIterable {
    case dmy, mdy

    var order: DateOrder { self == .dmy ? .dayFirst : .monthFirst }
  }

  func validate() throws {
    if let jobs, !(1...1024).contains(jobs) { throw ValidationError(CommandSentence.badJobs(jobs).text) }
    if posts.count(where: { $0 == "-" }) > 1 { throw ValidationError(CommandSentence.standardInputTwice.text) }
    _ = try names()
  }

  /// All that was said of columns, however often; nil where nothing was.
  var columns: String? { columnParts.isEmpty ? nil : columnParts.joined(separator: ",") }

  /// How many threads work: what was asked for, else as many as there are processors.
  var threads: Int { jobs ?? Threads.processors }

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

  /// The bytes of all inputs together, nil where one is no file. So a name that was mistyped is told before any work.
  func totalSize() throws(CommandFailure) -> Int? {
    var total: Int? = 0
    for path in posts where path != "-" {
      var status = stat()
      guard unsafe stat(path, &status) == 0, unsafe access(path, R_OK) == 0 else {
        throw .couldNotWork(.cannotRead(path: path, reason: SystemReason.text(of: errno)))
      }
      total = status.st_mode & S_IFMT == S_IFREG ? total.map { $0 + Int(status.st_size) } : nil
    }
    return posts.contains("-") ? nil : total
  }

  /// Which column means what.
  private func names() throws -> ColumnNames { try Self.names(columns) }

  /// Which column means what, as it was typed.
  static func names(_ columns: String?) throws -> ColumnNames {
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
