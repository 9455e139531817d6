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
    guard let length = manifestLength, length <= RunRecord.greatestSize else {
      throw .failed(ResumeSentence.nothingToResume(folder: folder))
    }
    guard let manifest else { throw .failed(ResumeSentence.brokenRecord(path: manifestPath)) }
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

  /// The time that the finished run was for, and the names of its results; nil where there is no manifest that can be read.
  var published: (time: String, outputs: [String])? { manifest.map { ($0.at, $0.outputs.map(\.file)) } }

  private var manifestPath: String { folder + "/" + BatchManifest.fileName }

  private var manifestLength: Int? { try? FileBeginning.length(of: manifestPath) }

  private var manifest: Manifest? {
    guard let length = manifestLength, length <= RunRecord.greatestSize, let bytes = try? FileBytes.read(manifestPath)
    else { return nil }
    return try? JSONDecoder().decode(Manifest.self, from: Data(bytes))
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
