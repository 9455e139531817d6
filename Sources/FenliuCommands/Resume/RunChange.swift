// SPDX-License-Identifier: Apache-2.0
import FenliuCalendar
import FenliuRecords

/// What is not as it was when an earlier run began, so that going on would mix two runs.
enum RunChange: Hashable, Sendable {
  case version(old: String, new: String)
  case pack(old: String, new: String)
  /// An option; nil where it was not given.
  case option(String, old: String?, new: String?)
  case time(old: String, new: String)
  case inputCount(old: Int, new: Int)
  case inputName(place: Int, old: String, new: String)
  case inputLength(file: String, old: Int, new: Int)
  case inputTime(file: String)
  /// What had been read of the input is not what stands there.
  case inputContent(file: String)
  /// The input is something that cannot be read twice.
  case inputIsNoFile(file: String)

  /// Says what changed, and how to begin anew.
  static func refusal(_ headline: ResumeSentence, _ changes: [RunChange]) -> CommandFailure {
    StandardError.line("fenliu: " + headline.text)
    for change in changes { StandardError.line("  " + ResumeSentence.change(change).text) }
    StandardError.line(ResumeSentence.howToBeginAnew.text)
    return .cannotGoOn
  }
}

/// What a run was asked for, to be compared with what an earlier one was.
struct RunRequest: Hashable, Sendable {
  /// The version of the program.
  var version: String
  /// The time that was asked for, in ISO 8601 with the offset of the pack's zone; nil where none was.
  var time: String?
  /// The digest of the pack, in hexadecimal.
  var packDigest: String
  /// The options that change bytes of the results.
  var options: [BatchManifest.Option]
  /// The inputs as they were named.
  var inputs: [String]

  /// What differs from an earlier run, but for the inputs' contents.
  func changes(from version: String, _ time: String, _ packDigest: String, _ options: [BatchManifest.Option])
    -> [RunChange]
  {
    var changes: [RunChange] = []
    if version != self.version { changes.append(.version(old: version, new: self.version)) }
    if packDigest != self.packDigest { changes.append(.pack(old: packDigest, new: self.packDigest)) }
    if let asked = self.time, asked != time { changes.append(.time(old: time, new: asked)) }
    let old = Dictionary(options.map { ($0.name, $0.value) }) { first, _ in first }
    let new = Dictionary(self.options.map { ($0.name, $0.value) }) { first, _ in first }
    for name in Set(old.keys).union(new.keys).sorted() where old[name] != new[name] {
      changes.append(.option(name, old: old[name], new: new[name]))
    }
    return changes
  }

  /// What differs in the names of the inputs: their number, or the first one that is another.
  func changes(fromInputs old: [String]) -> [RunChange] {
    if old.count != inputs.count { return [.inputCount(old: old.count, new: inputs.count)] }
    for (place, names) in zip(old, inputs).enumerated() where names.0 != names.1 {
      return [.inputName(place: place + 1, old: names.0, new: names.1)]
    }
    return []
  }

  /// What differs from the run of a record. What had been read of the inputs is read again.
  func changes(from record: RunRecord) throws(InputFailure) -> [RunChange] {
    var changes = changes(from: record.version, record.time, record.packDigest, record.options)
    let names = self.changes(fromInputs: record.inputs.map(\.file))
    if !names.isEmpty { return changes + names }
    var untouched: Set<String> = []
    for old in record.inputs {
      guard let new = try FileStamp(old.file) else {
        changes.append(.inputIsNoFile(file: old.file))
        continue
      }
      if new.byteCount != old.byteCount {
        changes.append(.inputLength(file: old.file, old: old.byteCount, new: new.byteCount))
      } else if new.modified != old.modified {
        changes.append(.inputTime(file: old.file))
      } else {
        untouched.insert(old.file)
      }
    }
    // Reading takes long; there is no use in it once the answer is no.
    guard changes.isEmpty else { return changes }
    let read = record.state.finished + (record.state.reading.map { [$0.input] } ?? [])
    for input in read where untouched.contains(input.file) {
      if try FileBeginning.digest(ofInput: input.file, count: input.byteCount) != input.digest {
        changes.append(.inputContent(file: input.file))
      }
    }
    return changes
  }
}
