// SPDX-License-Identifier: Apache-2.0
import FenliuCalendar
import FenliuRecords
import Glibc

/// One run of `classify`, after its options were understood: where the results go, and what is said about them.
struct ClassifyRun {
  let options: ClassifyOptions
  let time: Instant
  let zone: Zone
  /// The folder of the pack, as it was typed.
  let pack: String
  /// The digest of the pack, in hexadecimal.
  let packDigest: String

  /// Runs the batch with the deciders that `decider` makes, one for each thread.
  func run<Decider: PostDecider & ~Copyable>(
    records: RecordOptions, decider: @escaping @Sendable () -> Decider
  ) throws(CommandFailure) {
    let sizes = try options.input.totalSize()
    var batch = Batch(
      inputs: options.input.posts, options: records, jobs: options.input.threads, time: time, zone: zone)
    batch.asTable = options.format != .jsonl
    batch.isForSpreadsheets = options.format != .xlsx
    do {
      let summary: BatchSummary
      if let folder = options.output {
        if StandardError.isTerminal { batch.progressTotal = .some(sizes) }
        summary = try intoFolder(folder, batch, decider)
      } else {
        summary = try ontoStandardOutput(batch, decider)
      }
      for line in BatchTalk.natures(in: summary) { StandardError.line(line.text) }
      for line in BatchTalk.sheets(in: summary) { StandardError.line(line.text) }
      for line in BatchTalk.lines(about: summary) { StandardError.line(line.text) }
    } catch {
      throw CommandFailure(error)
    }
  }

  /// Writes decisions, rejects, summary and manifest into a folder, and gives them their names all at the end.
  private func intoFolder<Decider: PostDecider & ~Copyable>(
    _ path: String, _ batch: Batch, _ decider: @escaping @Sendable () -> Decider
  ) throws(Batch.Failure) -> BatchSummary {
    do {
      let folder = try OutputFolder(path)
      let outcome = try batch.run(
        decisions: try folder.file(options.format.fileName),
        rejects: try folder.file("rejects.jsonl"), temporaryFilesIn: path, decider: decider)
      let summary = try write("summary.json", outcome.summary.json(), in: folder)
      var manifest = BatchManifest(
        version: ProgramVersion.current, time: time.iso8601(in: zone), pack: pack, packDigest: packDigest)
      manifest.options = options.manifestOptions
      manifest.inputs = outcome.inputs
      manifest.outputs = [try finished(outcome.decisions, in: folder), outcome.rejects, summary]
      let last = try write("manifest.json", manifest.json(), in: folder)
      try folder.publish(manifest.outputs + [last])
      try removeRows(outcome.decisions, in: folder)
      return outcome.summary
    } catch let failure as Batch.Failure {
      throw failure
    } catch let failure as OutputFailure {
      throw .output(failure)
    } catch {
      preconditionFailure("an error of a kind that nothing here throws")
    }
  }

  /// The file of decisions that people get: where they want a workbook, it is made of the rows that were written.
  private func finished(
    _ decisions: OutputFile.Written, in folder: borrowing OutputFolder
  ) throws(OutputFailure) -> OutputFile.Written {
    guard options.format == .xlsx else { return decisions }
    let made = try DecisionWorkbook.make(
      "decisions.xlsx", in: folder, of: "\(folder.path)/\(decisions.name).partial", at: Int(time.seconds))
    if made.cutCount > 0 { StandardError.line(WorkbookSentence.cellsCut(made.cutCount).text) }
    return made.file
  }

  /// Removes the rows that a workbook was made of.
  private func removeRows(_ rows: OutputFile.Written, in folder: borrowing OutputFolder) throws(OutputFailure) {
    guard options.format == .xlsx else { return }
    let path = "\(folder.path)/\(rows.name).partial"
    guard unsafe unlink(path) == 0 else { throw .system(path: path, number: errno) }
  }

  private func write(
    _ name: String, _ bytes: [UInt8], in folder: borrowing OutputFolder
  ) throws(OutputFailure) -> OutputFile.Written {
    var file = try folder.file(name)
    try file.write(bytes)
    return try file.finish()
  }

  /// Writes decisions to standard output, rejects to the file that was named, else to standard error.
  private func ontoStandardOutput<Decider: PostDecider & ~Copyable>(
    _ batch: Batch, _ decider: @escaping @Sendable () -> Decider
  ) throws(Batch.Failure) -> BatchSummary {
    do {
      let temporary = Environment.value(of: "TMPDIR") ?? "/tmp"
      guard let path = options.rejects else {
        return try batch.run(
          decisions: .standardOutput, rejects: .standardError, temporaryFilesIn: temporary, decider: decider
        ).summary
      }
      let slash = path.lastIndex(of: "/")
      let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
      let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
      let outcome = try batch.run(
        decisions: .standardOutput, rejects: try OutputFile(name, in: folder), temporaryFilesIn: temporary,
        decider: decider)
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
