// SPDX-License-Identifier: Apache-2.0
import FenliuCalendar
import FenliuMasking
import FenliuRecords
import Glibc

/// A run of `classify` that writes into a folder: begun, or gone on with where an earlier one was interrupted.
struct FolderRun {
  let options: ClassifyOptions
  /// The folder, as it was typed.
  let path: String
  let zone: Zone
  /// The folder of the pack, as it was typed.
  let pack: String
  /// How numbers of people are masked in what is written.
  let masking: Masking
  /// What the run is, to be compared with what an earlier one was.
  let request: RunRequest
  /// That the pack is the one of the last clean run; nil: it is the one of the folder.
  var lastGood: LastGood?

  /// Runs to the end; nil where an earlier run had come so far that nothing was left to decide.
  func run<Decider: PostDecider & ~Copyable>(
    _ batch: Batch, _ decider: @escaping @Sendable () -> Decider
  ) throws(CommandFailure) -> BatchSummary? {
    do {
      return options.resume ? try goOn(batch, decider) : try begin(batch, decider)
    } catch let failure as CommandFailure {
      throw failure
    } catch let failure as Batch.Failure {
      throw CommandFailure(failure)
    } catch let failure as OutputFailure {
      throw CommandFailure(.output(failure))
    } catch let failure as InputFailure {
      throw CommandFailure(.input(failure))
    } catch {
      preconditionFailure("an error of a kind that nothing here throws")
    }
  }

  private func begin<Decider: PostDecider & ~Copyable>(
    _ batch: Batch, _ decider: @escaping @Sendable () -> Decider
  ) throws -> BatchSummary {
    let home = RunFolder(try OutputFolder(path))
    if home.hasRecord { StandardError.line(ResumeSentence.beganAnew(folder: path).text) }
    let earlier = EarlierResults(folder: path).published
    // Before its files are written over: a record never speaks of bytes that are not there.
    try home.forgetInterrupted()
    // Where an input cannot be read again, nothing can be gone on with, and nothing is kept.
    let stamps = try batch.inputs.map(FileStamp.init)
    let isKept = !stamps.contains(nil)
    var decisions = try home.folder.file(decisionsName, keeping: isKept)
    var rejects = try home.folder.file("rejects.jsonl", keeping: isKept)
    Interruption.say(ResumeSentence.interrupted(isKept: isKept).text)
    guard isKept else {
      let ids = RepeatedIDs(temporaryFilesIn: path)
      let outcome = try batch.run(decisions: decisions, rejects: rejects, ids: ids, decider: decider)
      let results = try finish(outcome, at: batch.time, in: home)
      try home.folder.remove([BatchManifest.fileName])
      try home.folder.publish(results)
      try replaced(earlier, by: results, in: home)
      if !results.contains(outcome.decisions) { try home.folder.remove([outcome.decisions.name + ".partial"]) }
      return outcome.summary
    }
    var ids = RepeatedIDs(temporaryFilesIn: path, log: try home.folder.file(RunRecord.idLog, keeping: true))
    var outputs = [try decisions.checkpoint(), try rejects.checkpoint()]
    if let log = try ids.checkpoint() { outputs.append(log) }
    let record = RunRecord(
      version: request.version, time: batch.time.iso8601(in: zone), packDigest: request.packDigest,
      options: request.options, inputs: stamps.compactMap(\.self),
      state: BatchState(counted: batch.inputs.map { BatchSummary.Input(file: $0) }, outputs: outputs))
    try home.keep(record)
    return try finish(record, batch, decisions, rejects, ids, in: home, replacing: earlier, decider)
  }

  private func goOn<Decider: PostDecider & ~Copyable>(
    _ batch: Batch, _ decider: @escaping @Sendable () -> Decider
  ) throws -> BatchSummary? {
    guard unsafe access(path, F_OK) == 0 else {
      throw CommandFailure.failed(ResumeSentence.nothingToResume(folder: path))
    }
    let home = RunFolder(try OutputFolder(existing: path))
    guard home.hasRecord else {
      // The lock is held while the results are looked at.
      let answer = withExtendedLifetime(home) {
        Result { () throws(CommandFailure) in try EarlierResults(folder: path).answer(request) }
      }
      try answer.get()
      return nil
    }
    guard let record = try home.record(),
      case .success(let time) = TimeParser(zone: zone).instant(of: record.time),
      record.results != nil || record.state.outputs.first?.name == decisionsName
        || record.options != options.manifestOptions
    else { throw CommandFailure.failed(ResumeSentence.brokenRecord(path: home.recordPath)) }
    let changes = try request.changes(from: record)
    guard changes.isEmpty else { throw RunChange.refusal(.hasChanged(folder: path), changes) }
    if let results = record.results {
      try home.publish(record, results)
      StandardError.line(ResumeSentence.published(folder: path).text)
      return nil
    }
    // All is looked at before anything is changed.
    let outputs = record.state.outputs
    let decisions = try OutputFile.reopened(outputs[0], in: path)
    let rejects = try OutputFile.reopened(outputs[1], in: path)
    let ids = try RepeatedIDs.reopened(outputs[2], temporaryFilesIn: path)
    let posts = record.state.counted.reduce(0) { $0 + $1.tally.posts }
    StandardError.line(ResumeSentence.goesOn(folder: path, posts: posts).text)
    let earlier = EarlierResults(folder: path).published
    Interruption.say(ResumeSentence.interrupted(isKept: true).text)
    var batch = batch
    batch.time = time
    return try finish(record, batch, decisions, rejects, ids, in: home, replacing: earlier, decider)
  }

  /// Decides what is left, and gives the results their names.
  private func finish<Decider: PostDecider & ~Copyable>(
    _ record: RunRecord, _ batch: Batch, _ decisions: consuming OutputFile, _ rejects: consuming OutputFile,
    _ ids: consuming RepeatedIDs, in home: RunFolder, replacing earlier: (time: String, outputs: [String])?,
    _ decider: @escaping @Sendable () -> Decider
  ) throws(CommandFailure) -> BatchSummary {
    var batch = batch
    // A checkpoint comes at the end of a chunk.
    batch.options.chunkSize = min(batch.options.chunkSize, options.checkpoint.bytes / 2)
    let latest = Monitor(record)
    batch.keeping = Batch.Keeping(every: options.checkpoint.bytes, start: record.state) { state throws(OutputFailure) in
      var record = record
      record.state = state
      try home.keep(record)
      latest.withState { $0 = record }
    }
    let failure: Batch.Failure
    do throws(Batch.Failure) {
      let outcome = try batch.run(decisions: decisions, rejects: rejects, ids: ids, decider: decider)
      do throws(OutputFailure) {
        var record = latest.withState { $0 }
        let results = try finish(outcome, at: batch.time, in: home)
        record.results = results
        try home.keep(record)
        try home.publish(record, results)
        try replaced(earlier, by: results, in: home)
        return outcome.summary
      } catch {
        throw .output(error)
      }
    } catch {
      failure = error
    }
    let state = latest.withState { $0.state }
    if case .input = failure, state.isAtStart {
      // Nothing can be gone on with: the first of the inputs are not what they should be, and will be others.
      try? home.forget(state)
      throw CommandFailure(failure)
    }
    throw CommandFailure(failure).followed(by: ResumeSentence.howToGoOn)
  }

  /// Says that the results of an earlier run are gone, and takes away those in another form that nothing took the place of: beside a
  /// manifest that does not name them they would be taken for this run's.
  private func replaced(
    _ earlier: (time: String, outputs: [String])?, by results: [OutputFile.Written], in home: RunFolder
  ) throws(OutputFailure) {
    guard let earlier else { return }
    let left = earlier.outputs.filter { name in
      ClassifyOptions.TableFormat.allCases.contains { $0.resultName == name } && !results.contains { $0.name == name }
    }
    try home.folder.remove(left)
    StandardError.line(ResumeSentence.replaced(folder: path, time: earlier.time, gone: left).text)
  }

  /// Writes what is made of the outcome at the end; all results, the manifest being the last.
  private func finish(
    _ outcome: Batch.Outcome, at time: Instant, in home: RunFolder
  ) throws(OutputFailure) -> [OutputFile.Written] {
    var counted = outcome.summary
    counted.lastGood = lastGood
    let summary = try write("summary.json", counted.json(masking), in: home)
    var manifest = BatchManifest(
      version: request.version, time: time.iso8601(in: zone), pack: pack, packDigest: request.packDigest)
    manifest.lastGood = lastGood
    manifest.options = request.options
    manifest.inputs = outcome.inputs
    manifest.outputs = [try readable(outcome.decisions, at: time, in: home), outcome.rejects, summary]
    return manifest.outputs + [try write(BatchManifest.fileName, manifest.json(), in: home)]
  }

  private func write(_ name: String, _ bytes: [UInt8], in home: RunFolder) throws(OutputFailure) -> OutputFile.Written {
    var file = try home.folder.file(name)
    try file.write(bytes)
    return try file.finish()
  }

  /// The file of decisions that people get: where they want a workbook, it is made of the rows that were written.
  private func readable(
    _ decisions: OutputFile.Written, at time: Instant, in home: RunFolder
  ) throws(OutputFailure) -> OutputFile.Written {
    guard options.format == .xlsx else { return decisions }
    let rows = OutputFile.path(of: decisions.name, in: path)
    let made = try DecisionWorkbook.make("decisions.xlsx", in: home.folder, of: rows, at: Int(time.seconds))
    if made.cutCount > 0 { StandardError.line(WorkbookSentence.cellsCut(made.cutCount).text) }
    return made.file
  }

  private var decisionsName: String { options.format.fileName }
}
