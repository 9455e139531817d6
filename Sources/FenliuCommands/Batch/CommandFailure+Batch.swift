// SPDX-License-Identifier: Apache-2.0
import FenliuCompression
import FenliuDiagnostics
import FenliuEncodings
import FenliuRecords

extension CommandFailure {
  /// Why a batch failed, in words.
  init(_ failure: Batch.Failure) {
    switch failure {
    case .output(.closedPipe): self = .closedPipe
    case .output(.inUse(let path)): self = .couldNotWork(.folderInUse(path))
    case .output(.changed(let path)): self = .failed(ResumeSentence.changedOutput(path))
    case .output(.system(let path, let number)):
      self = .couldNotWork(.cannotWrite(path: path, reason: SystemReason.text(of: number)))
    case .input(.changed(let file)): self = .failed(ResumeSentence.changedInput(file))
    case .input(.system(let file, let number)):
      self = .couldNotWork(.cannotRead(path: file, reason: SystemReason.text(of: number)))
    case .input(.workbook(let file, let failure)):
      self = .failed(WorkbookSentence.unreadable(file: file, failure))
    case .input(.noSheet(let file, let name, let found)):
      self = .failed(WorkbookSentence.noSheet(file: file, name: name, found: found))
    case .input(.noText(let file, let found)):
      let names = Column.text.usualNames + Column.title.usualNames
      let near = found.first { closest(to: $0, among: names) != nil }
      self = .couldNotWork(
        .noTextColumn(file: file, found: StrangersNames.found(found), closest: near.map(StrangersNames.shown)))
    case .input(.unsureText(let file, let candidates)):
      self = .couldNotWork(.unsureText(file: file, candidates: StrangersNames.shown(candidates)))
    case .input(.missingColumn(let file, let name, let found)):
      self = .couldNotWork(
        .missingColumn(
          file: file, name: name, found: StrangersNames.found(found),
          closest: closest(to: name, among: found).map(StrangersNames.shown)))
    case .input(.wideSeparator(let file, let mark)): self = .couldNotWork(.wideSeparator(file: file, mark: mark))
    case .input(.ambiguousColumn(let file, _, let names)) where Set(names).count == 1:
      self = .couldNotWork(.sameColumn(file: file, name: StrangersNames.shown(names[0])))
    case .input(.ambiguousColumn(let file, let column, let names)):
      self = .couldNotWork(.ambiguousColumn(file: file, column: column.key, names: StrangersNames.shown(names)))
    case .input(.brokenHeader(let file)): self = .couldNotWork(.brokenHeader(file: file))
    case .input(.otherFormat(let file, let found)): self = .failed(InputSentence.otherFormat(file: file, found))
    case .input(.headerNotText(let file, let encoding)):
      self = .failed(InputSentence.headerNotText(file: file, encoding: encoding.rawValue))
    case .input(.noConverter(let file, let encoding)):
      self = .failed(InputSentence.noConverter(file: file, encoding: encoding.rawValue))
    case .input(.truncated(let file, let compression, let bytes, let contents)):
      self = .failed(
        InputSentence.truncated(file: file, container: compression.rawValue, bytes: bytes, contents: contents))
    case .input(.compression(let file, let compression, let failure)):
      let (container, offset) = (compression.rawValue, failure.offset)
      switch failure.kind {
      case .damaged: self = .failed(InputSentence.damaged(file: file, container: container, offset: offset))
      case .trailingBytes: self = .failed(InputSentence.trailingBytes(file: file, container: container, offset: offset))
      case .windowTooLarge: self = .failed(InputSentence.windowTooLarge(file: file))
      }
    case .input(.bareReturns(let file)): self = .failed(InputSentence.bareReturns(file: file))
    }
  }
}
