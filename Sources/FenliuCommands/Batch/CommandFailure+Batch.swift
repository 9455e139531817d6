// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics
import FenliuRecords

extension CommandFailure {
  /// Why a batch failed, in words.
  init(_ failure: Batch.Failure) {
    switch failure {
    case .output(.closedPipe): self = .closedPipe
    case .output(.inUse(let path)): self = .couldNotWork(.folderInUse(path))
    case .output(.system(let path, let number)):
      self = .couldNotWork(.cannotWrite(path: path, reason: SystemReason.text(of: number)))
    case .input(.system(let file, let number)):
      self = .couldNotWork(.cannotRead(path: file, reason: SystemReason.text(of: number)))
    case .input(.otherFormat(let file, let found)): self = .couldNotWork(.otherFormat(file: file, found: found))
    case .input(.noText(let file, let found)):
      self = .couldNotWork(.noTextColumn(file: file, found: found.map(BatchTalk.printable)))
    case .input(.missingColumn(let file, let name, let found)):
      self = .couldNotWork(
        .missingColumn(
          file: file, name: name, found: found.map(BatchTalk.printable),
          closest: closest(to: name, among: found).map(BatchTalk.printable)))
    case .input(.wideSeparator(let file, let mark)): self = .couldNotWork(.wideSeparator(file: file, mark: mark))
    case .input(.ambiguousColumn(let file, let column, let names)):
      self = .couldNotWork(.ambiguousColumn(file: file, column: column.key, names: names))
    case .input(.brokenHeader(let file)): self = .couldNotWork(.brokenHeader(file: file))
    }
  }
}
