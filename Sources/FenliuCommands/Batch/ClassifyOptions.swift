// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import FenliuCalendar
import FenliuRecords

/// What `classify` can be told, as it was typed.
struct ClassifyOptions: ParsableArguments {
  @Argument(help: CommandSentence.helpPosts.help)
  var posts: [String]

  @Option(name: [.customShort("o"), .customLong("output")], help: CommandSentence.helpOutput.help)
  var output: String?

  @Option(name: .long, help: CommandSentence.helpFormat.help)
  var format: TableFormat = .jsonl

  @Option(name: .long, help: CommandSentence.helpColumns.help)
  var columns: String?

  @Option(name: .customLong("date-order"), help: CommandSentence.helpDateOrder.help)
  var dateOrder: DateOrderName?

  @Option(name: .customLong("max-post"), help: CommandSentence.helpMaxPost.help)
  var maxPost: ByteSize = ByteSize(bytes: RecordOptions.defaultMaxPost)

  @Option(name: .long, help: CommandSentence.helpMatches.help)
  var matches: MatchesListed = .usual

  @Option(name: .long, help: CommandSentence.helpRejects.help)
  var rejects: String?

  @Option(name: [.short, .long], help: CommandSentence.helpJobs.help)
  var jobs: Int?

  /// How decisions are written.
  enum TableFormat: String, ExpressibleByArgument, CaseIterable {
    case jsonl, csv
  }

  /// How many matches a decision lists.
  enum MatchesListed: String, ExpressibleByArgument, CaseIterable {
    case usual, all
  }

  /// A date order as it is typed.
  enum DateOrderName: String, ExpressibleByArgument, CaseIterable {
    case dmy, mdy

    var order: DateOrder { self == .dmy ? .dayFirst : .monthFirst }
  }

  func validate() throws {
    if let jobs, !(1...1024).contains(jobs) { throw ValidationError(CommandSentence.badJobs(jobs).text) }
    if rejects != nil, output != nil { throw ValidationError(CommandSentence.rejectsAndOutput.text) }
    if posts.count(where: { $0 == "-" }) > 1 { throw ValidationError(CommandSentence.standardInputTwice.text) }
    _ = try names()
  }

  /// Which column means what.
  func names() throws -> ColumnNames {
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

  /// How rows are read by a pack whose calendar has this zone.
  func recordOptions(zone: Zone) throws -> RecordOptions {
    RecordOptions(
      names: try names(), times: TimeParser(zone: zone, dateOrder: dateOrder?.order), maxPost: maxPost.bytes)
  }

  /// What of this changes the bytes of the outputs, for the manifest.
  var manifestOptions: [BatchManifest.Option] {
    var options = [
      BatchManifest.Option("format", format.rawValue), BatchManifest.Option("matches", matches.rawValue),
      BatchManifest.Option("max-post", String(maxPost.bytes)),
    ]
    if let columns { options.append(BatchManifest.Option("columns", columns)) }
    if let dateOrder { options.append(BatchManifest.Option("date-order", dateOrder.rawValue)) }
    return options
  }
}
