// SPDX-License-Identifier: Apache-2.0
import FenliuDigest
import FenliuRecords
import FoundationEssentials

/// The finished results in a folder where no run was interrupted: are they what a run was asked for?
struct EarlierResults {
  /// The folder, as it was typed.
  let folder: String

  /// Says that the run is complete; throws where there are no results, or those of another run.
  ///
  /// Inputs and results are read again and compared with the manifest, so that a yes means that all is there.
  func answer(_ request: RunRequest) throws(CommandFailure) {
    let path = folder + "/" + BatchManifest.fileName
    guard let length = try? FileBeginning.length(of: path), length <= RunRecord.greatestSize else {
      throw .failed(ResumeSentence.nothingToResume(folder: folder))
    }
    guard let manifest = try? JSONDecoder().decode(Manifest.self, from: Data(try FileBytes.read(path))) else {
      throw .failed(ResumeSentence.brokenRecord(path: path))
    }
    let changes: [RunChange]
    do throws(InputFailure) { changes = try self.changes(request, manifest) } catch {
      throw CommandFailure(.input(error))
    }
    guard changes.isEmpty else { throw RunChange.refusal(.isOther(folder: folder), changes) }
    for output in manifest.outputs {
      let path = folder + "/" + output.file
      guard (try? FileBeginning.length(of: path)) == output.bytes,
        (try? FileBeginning.digest(of: path, count: output.bytes)) == output.sha256
      else { throw .failed(ResumeSentence.changedOutput(path)) }
    }
    StandardError.line(ResumeSentence.isComplete(folder: folder).text)
  }

  /// What a finished run left in the folder.
  struct Published {
    /// The time that it was run for, as its manifest has it.
    var time: String
    /// The names of its results.
    var outputs: [String]
  }

  /// What stands in the folder, by its manifest; nil where there is none that can be read.
  func published() -> Published? {
    let path = folder + "/" + BatchManifest.fileName
    guard let length = try? FileBeginning.length(of: path), length <= RunRecord.greatestSize,
      let bytes = try? FileBytes.read(path), let manifest = try? JSONDecoder().decode(Manifest.self, from: Data(bytes))
    else { return nil }
    return Published(time: manifest.at, outputs: manifest.outputs.map(\.file))
  }

  private func changes(_ request: RunRequest, _ manifest: Manifest) throws(InputFailure) -> [RunChange] {
    let options = manifest.options.map { BatchManifest.Option($0.key, $0.value) }
    let changes =
      request.changes(from: manifest.fenliu, manifest.at, manifest.pack.sha256, options)
      + request.changes(fromInputs: manifest.inputs.map(\.file))
    guard changes.isEmpty else { return changes }
    for input in manifest.inputs {
      guard let stamp = try FileStamp(input.file) else { return [.inputIsNoFile(file: input.file)] }
      if stamp.byteCount != input.bytes {
        return [.inputLength(file: input.file, old: input.bytes, new: stamp.byteCount)]
      }
      if try FileBeginning.digest(ofInput: input.file, count: input.bytes) != input.sha256 {
        return [.inputContent(file: input.file)]
      }
    }
    return []
  }

  /// What is read of a manifest.
  private struct Manifest: Decodable {
    struct Pack: Decodable { let sha256: String }
    struct File: Decodable {
      let file: String
      let bytes: Int
      let sha256: SHA256Digest
    }

    let fenliu: String
    let at: String
    let pack: Pack
    let options: [String: String]
    let inputs: [File]
    let outputs: [File]
  }
}
