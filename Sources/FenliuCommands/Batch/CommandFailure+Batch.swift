// SPDX-License-Identifier: Apache-2.0
import FenliuCompression
import FenliuEncodings
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
    case .input(.otherFormat(let file, let found)): self = .couldNotRead(.otherFormat(file: file, found))
    case .input(.headerNotText(let file, let encoding)):
      self = .couldNotRead(.headerNotText(file: file, encoding: encoding.rawValue))
    case .input(.noConverter(let file, let encoding)):
      self = .couldNotRead(.noConverter(file: file, encoding: encoding.rawValue))
    case .input(.truncated(let file, let compression, let bytes, let contents)):
      self = .couldNotRead(
        .truncated(file: file, container: compression.rawValue, bytes: bytes, contents: contents))
    case .input(.compression(let file, let compression, let failure)):
      let (container, offset) = (compression.rawValue, failure.offset)
      switch failure.kind {
      case .damaged: self = .couldNotRead(.damaged(file: file, container: container, offset: offset))
      case .trailingBytes: self = .couldNotRead(.trailingBytes(file: file, container: container, offset: offset))
      case .windowTooLarge: self = .couldNotRead(.windowTooLarge(file: file))
      }
    case .input(.bareReturns(let file)): self = .couldNotRead(.bareReturns(file: file))
    }
  }
}
