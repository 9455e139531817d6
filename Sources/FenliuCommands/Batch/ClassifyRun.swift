// SPDX-License-Identifier: Apache-2.0
import FenliuCalendar
import FenliuMasking
import FenliuRecords
import Glibc

/// One run of `classify`, after its options were understood: where the results go, and what is said about them.
struct ClassifyRun {
  let options: ClassifyOptions
  let time: Instant
  /// Whether somebody asked for that time; a run that is gone on with keeps its own else.
  let isTimeGiven: Bool
  let zone: Zone
  /// How a table shows departments, by their keys.
  let leads: [String: DecisionTable.Lead]
  /// The folder of the pack, as it was typed.
  let pack: String
  /// The digest of the pack, in hexadecimal.
  let packDigest: String
  /// How numbers of people are masked in what is written: in the pack's language, so that bytes do not depend on the machine.
  let masking: Masking
  /// That the pack is the one of the last clean run; nil: it is the one of the folder.
  var lastGood: LastGood?

  /// Runs the batch with the deciders that `decider` makes, one for each thread.
  func run<Decider: PostDecider & ~Copyable>(
    records: RecordOptions, decider: @escaping @Sendable () -> Decider
  ) throws(CommandFailure) {
    LargeBuffers.goBackToTheSystem()
    let sizes = try options.input.totalSize()
    var batch = Batch(
      inputs: options.input.posts, options: records, jobs: options.input.threads, time: time, zone: zone)
    batch.asTable = options.format != .jsonl
    batch.leads = leads
    batch.isForSpreadsheets = options.format != .xlsx
    let summary: BatchSummary?
    if let folder = options.output {
      if StandardError.isTerminal { batch.progressTotal = .some(sizes) }
      let request = RunRequest(
        version: ProgramVersion.current, time: isTimeGiven ? time.iso8601(in: zone) : nil, packDigest: packDigest,
        options: options.manifestOptions, inputs: options.input.posts)
      var run = FolderRun(options: options, path: folder, zone: zone, pack: pack, masking: masking, request: request)
      run.lastGood = lastGood
      summary = try run.run(batch, decider)
    } else {
      do throws(Batch.Failure) {
        summary = try ontoStandardOutput(batch, decider)
      } catch {
        throw CommandFailure(error)
      }
    }
    guard let summary else { return }
    for line in BatchTalk.natures(in: summary) { StandardError.line(line.text) }
    for line in BatchTalk.sheets(in: summary) { StandardError.line(line.text) }
    for line in BatchTalk.lines(about: summary, readBy: records.names) { StandardError.line(line.text) }
    let rejects = summary.total.rejects
    if rejects > 0, let folder = options.output {
      let path = folder + "/rejects.jsonl"
      let first = FirstRejects(of: path, inputs: options.input.posts.count).places
      StandardError.line(RejectSentence.places(file: path, count: rejects, first: first).text)
    }
  }

  /// Writes decisions to standard output, rejects to the file that was named, else to standard error.
  private func ontoStandardOutput<Decider: PostDecider & ~Copyable>(
    _ batch: Batch, _ decider: @escaping @Sendable () -> Decider
  ) throws(Batch.Failure) -> BatchSummary {
    do {
      let temporary = Environment.value(of: "TMPDIR") ?? "/tmp"
      guard let path = options.rejects else {
        return try batch.run(
          decisions: .standardOutput, rejects: .standardError, ids: RepeatedIDs(temporaryFilesIn: temporary),
          decider: decider
        ).summary
      }
      let slash = path.lastIndex(of: "/")
      let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
      let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
      let outcome = try batch.run(
        decisions: .standardOutput, rejects: try OutputFile(name, in: folder),
        ids: RepeatedIDs(temporaryFilesIn: temporary), decider: decider)
      try OutputFolder.publish([outcome.rejects], in: folder)
      return outcome.summary
    } catch let failure as Batch.Failure {
      throw failure
    } catch let failure as OutputFailure {
      throw .output(failure)
    } catch {
      preconditionFailure("an error of a kind that nothing here throws")
    }
  }
}
