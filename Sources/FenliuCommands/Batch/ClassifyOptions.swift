// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import FenliuEncodings
import FenliuRecords

/// What `classify` can be told, as it was typed.
struct ClassifyOptions: ParsableArguments {
  @OptionGroup var input: PostOptions

  @Option(
    name: [.customShort("o"), .customLong("output")], help: CommandSentence.helpOutput.help, completion: .directory)
  var output: String?

  @Option(name: .long, help: CommandSentence.helpFormat.help)
  var format: TableFormat = .jsonl

  @Option(name: .long, help: CommandSentence.helpMatches.help)
  var matches: MatchesListed = .usual

  @Option(name: .long, help: CommandSentence.helpRejects.help, completion: .file())
  var rejects: String?

  @Option(name: .customLong("last-good"), help: LastGoodSentence.help.help, completion: .directory)
  var lastGood: String?

  @Flag(name: .long, help: ResumeSentence.helpResume.help)
  var resume = false

  @Option(name: .long, help: ResumeSentence.helpCheckpoint.help)
  var checkpoint: ByteSize = ByteSize(bytes: 64_000_000)

  /// How decisions are written.
  enum TableFormat: String, ExpressibleByArgument, CaseIterable {
    case jsonl, csv, xlsx

    /// The name of the file that decisions are written into while the batch runs.
    var fileName: String {
      switch self {
      case .jsonl: "decisions.jsonl"
      case .csv: "decisions.csv"
      // The rows, of which the workbook is made at the end.
      case .xlsx: "decisions.rows"
      }
    }

    /// The name of the file that people get.
    var resultName: String { self == .xlsx ? "decisions.xlsx" : fileName }
  }

  /// How many matches a decision lists.
  enum MatchesListed: String, ExpressibleByArgument, CaseIterable {
    case usual, all
  }

  func validate() throws {
    if format == .xlsx, output == nil { throw ValidationError(WorkbookSentence.needsFolder.text) }
    if rejects != nil, output != nil { throw ValidationError(CommandSentence.rejectsAndOutput.text) }
    if checkpoint.bytes < 64_000 { throw ValidationError(ResumeSentence.checkpointTooSmall.text) }
    if output == "-" { throw ValidationError(CommandSentence.outputIsStream.text) }
    if resume, output == nil { throw ValidationError(ResumeSentence.needsFolder.text) }
    if resume, input.posts.contains("-") { throw ValidationError(ResumeSentence.needsFiles.text) }
  }

  /// What of this changes the bytes of the outputs, for the manifest.
  var manifestOptions: [BatchManifest.Option] {
    var options = [
      BatchManifest.Option("format", format.rawValue), BatchManifest.Option("matches", matches.rawValue),
      BatchManifest.Option("max-post", String(input.reading.maxPost.bytes)),
    ]
    if let columns = input.reading.columns { options.append(BatchManifest.Option("columns", columns)) }
    if !input.reading.sheets.isEmpty {
      options.append(BatchManifest.Option("sheet", input.reading.sheets.joined(separator: "; ")))
    }
    if let order = input.reading.dateOrder { options.append(BatchManifest.Option("date-order", order.rawValue)) }
    if let encoding = input.reading.encoding {
      options.append(BatchManifest.Option("encoding", encoding.encoding.rawValue))
    }
    return options
  }
}
