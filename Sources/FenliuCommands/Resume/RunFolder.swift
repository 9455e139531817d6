// SPDX-License-Identifier: Apache-2.0
import FenliuRecords

/// The output folder of a run that can be gone on with: where its record is kept, and its results get their names.
///
/// At every moment the folder holds one of these, whatever is switched off:
///
/// - a record, and files under way that begin with the bytes it names;
/// - a record that names finished results, each of which stands under its temporary name or its own;
/// - the results, the manifest among them, and no record.
///
/// A manifest that is there beside a record is the one of an older run, whose results are there too: they go together until
/// the new results get their names, before which the old manifest is taken away. The new one comes last.
final class RunFolder: Sendable {
  let folder: OutputFolder

  /// Takes over the folder.
  init(_ folder: consuming OutputFolder) { self.folder = folder }

  /// Whether a run was interrupted here.
  var hasRecord: Bool { folder.has(RunRecord.fileName) }

  /// The path of the record, for messages.
  var recordPath: String { folder.path + "/" + RunRecord.fileName }

  /// The record; nil where it is damaged, or none.
  func record() throws(OutputFailure) -> RunRecord? {
    guard let length = try FileBeginning.length(of: recordPath), length <= RunRecord.greatestSize else { return nil }
    do throws(CommandFailure) {
      return RunRecord(try FileBytes.read(recordPath))
    } catch {
      return nil
    }
  }

  /// Keeps the record in the place of the one before.
  func keep(_ record: RunRecord) throws(OutputFailure) { try folder.replace(RunRecord.fileName, with: record.bytes()) }

  /// Forgets the run, and takes what it left under temporary names away.
  func forget(_ state: BatchState) throws(OutputFailure) {
    try folder.remove([RunRecord.fileName] + state.outputs.map { $0.name + ".partial" })
  }

  /// The same for an interrupted run that is not gone on with, whose record may be damaged.
  func forgetInterrupted() throws(OutputFailure) {
    let outputs = try record()?.state.outputs.map(\.name) ?? []
    let working = outputs + [RunRecord.idLog, RunRecord.fileName]
    try folder.remove([RunRecord.fileName] + working.map { $0 + ".partial" })
  }

  /// Gives the finished results of the record their names, or those that lack them.
  ///
  /// Throws `changed` before anything is done where a result is not what the record says.
  func publish(_ record: RunRecord, _ results: [OutputFile.Written]) throws(OutputFailure) {
    guard let manifest = results.last else { preconditionFailure("a run has a manifest") }
    var waiting: [OutputFile.Written] = []
    for result in results {
      let partial = OutputFile.path(of: result.name, in: folder.path)
      let isWaiting = folder.has(result.name + ".partial")
      let path = isWaiting ? partial : folder.path + "/" + result.name
      // The length is looked at too: a digest is of so many bytes, behind which others might stand.
      guard try FileBeginning.length(of: path) == result.byteCount,
        try FileBeginning.digest(of: path, count: result.byteCount) == result.digest
      else { throw .changed(path: path) }
      if isWaiting { waiting.append(result) }
    }
    if waiting.contains(manifest) { try folder.remove([BatchManifest.fileName]) }
    try folder.publish(waiting.filter { $0 != manifest })
    try folder.publish(waiting.filter { $0 == manifest })
    let left = record.state.outputs.filter { output in !results.contains { $0.name == output.name } }
    try folder.remove(left.map { $0.name + ".partial" } + [RunRecord.fileName])
  }
}
