// SPDX-License-Identifier: Apache-2.0
import FenliuDigest
import FenliuModel
import FenliuRecords
import FoundationEssentials

/// What a run is and how far it has come: the file `progress.json` of an output folder, until the run is done.
///
/// It holds counts, digests and names, among these the names of columns that were not read; never a word of a post. Its first
/// member is the digest of the second, by which a file that was cut or changed is known.
struct RunRecord: Hashable, Sendable, Codable {
  /// The version of the program.
  var version: String
  /// The time of the run, in ISO 8601.
  var time: String
  /// The digest of the pack, in hexadecimal.
  var packDigest: String
  /// The options that change bytes of the results.
  var options: [BatchManifest.Option]
  /// The inputs as they were when the run began.
  var inputs: [FileStamp]
  /// How far it has come.
  var state: BatchState
  /// The results, once all are finished and only lack their names; the manifest is the last.
  var results: [OutputFile.Written]?

  /// The name of the file.
  static let fileName = "progress.json"
  /// The name of the log of ids, under way like a result but never one.
  static let idLog = "ids"
  /// More than a run over ten thousand inputs needs.
  static let greatestSize = 1 << 28

  private static let beginning = Array("{\"sha256\":\"".utf8)
  private static let middle = Array("\",\"run\":".utf8)
  private static let end = Array("}\n".utf8)

  /// The bytes of the file.
  func bytes() -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let run = try? encoder.encode(self) else { preconditionFailure("counts and names can always be encoded") }
    let digest = SHA256Digest(of: Array(run)).description
    return Self.beginning + digest.utf8 + Self.middle + run + Self.end
  }

  /// Whether all numbers are whole, not negative, and so small that sums of them cannot overflow.
  private static func hasPlainNumbers(_ json: [UInt8]) -> Bool {
    var isInString = false
    var isEscaped = false
    var digits = 0
    for byte in json {
      if isInString {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isInString = false
        }
        continue
      }
      digits = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) ? digits + 1 : 0
      if digits > 13 { return false }
      switch byte {
      case UInt8(ascii: "\""): isInString = true
      case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "E"): return false
      default: break
      }
    }
    return true
  }

  /// Whether the parts go together.
  private var isPossible: Bool {
    let counts = state.counted
    guard counts.map(\.file) == inputs.map(\.file), inputs.count <= 1 << 17, state.finished.count <= inputs.count,
      zip(state.finished, inputs).allSatisfy({ $0.file == $1.file }),
      counts.allSatisfy({ $0.tally.levels.count == Level.allCases.count && $0.tally.isBalanced })
    else { return false }
    if let reading = state.reading {
      guard state.finished.count < inputs.count, reading.input.file == inputs[state.finished.count].file,
        reading.position.line > 0
      else { return false }
    }
    // Names become names of files: they must stay in the folder, and be no file but those of a run.
    guard state.outputs.count == 3, state.outputs[1].name == "rejects.jsonl", state.outputs[2].name == Self.idLog,
      Self.isName(state.outputs[0].name), state.outputs[0].name.hasPrefix("decisions."),
      state.outputs[2].byteCount == 8 * counts.reduce(0, { $0 + $1.tally.decisions })
    else { return false }
    guard let results else { return true }
    return results.map(\.name).allSatisfy(Self.isName) && Set(results.map(\.name)).count == results.count
      && results.last?.name == BatchManifest.fileName && results.count <= 8
      && !results.contains { $0.name == Self.fileName }
  }

  private static func isName(_ name: String) -> Bool {
    name.utf8.first != UInt8(ascii: ".")
      && name.utf8.allSatisfy { byte in
        byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
      }
  }
}

extension RunRecord {
  /// Reads the bytes of a file; nil where they are not what `bytes` writes, or say something that cannot be.
  init?(_ bytes: [UInt8]) {
    let start = Self.beginning.count + 64 + Self.middle.count
    guard bytes.count > start + Self.end.count, bytes.starts(with: Self.beginning),
      bytes[(Self.beginning.count + 64)...].starts(with: Self.middle), bytes.suffix(Self.end.count) == Self.end[...],
      let digest = SHA256Digest(
        hexadecimal: String(decoding: bytes[Self.beginning.count..<Self.beginning.count + 64], as: UTF8.self))
    else { return nil }
    let run = Array(bytes[start..<bytes.count - Self.end.count])
    guard SHA256Digest(of: run) == digest else { return nil }
    self.init(run: run)
  }

  /// Reads the second member alone. It comes from outside like the rest: whoever changes a digest can compute another.
  init?(run: [UInt8]) {
    guard Self.hasPlainNumbers(run), let record = try? JSONDecoder().decode(RunRecord.self, from: Data(run)),
      record.isPossible
    else { return nil }
    self = record
  }
}

extension BatchManifest {
  /// The name of the file.
  static let fileName = "manifest.json"
}
