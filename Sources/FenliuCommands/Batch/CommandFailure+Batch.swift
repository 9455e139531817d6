// SPDX-License-Identifier: Apache-2.0
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
    case .input(.workbook(let file, let failure)):
      self = .brokenWorkbook(.unreadable(file: file, failure))
    case .input(.noSheet(let file, let name, let found)):
      self = .brokenWorkbook(.noSheet(file: file, name: name, found: found))
    case .input(.noText(let file, let found)): self = .couldNotWork(.noTextColumn(file: file, found: found))
    case .input(.missingColumn(let file, let name, let found)):
      self = .couldNotWork(.missingColumn(file: file, name: name, found: found))
    case .input(.ambiguousColumn(let file, let column, let names)):
      self = .couldNotWork(.ambiguousColumn(file: file, column: column.key, names: names))
    case .input(.brokenHeader(let file)): self = .couldNotWork(.brokenHeader(file: file))
    }
  }
}
