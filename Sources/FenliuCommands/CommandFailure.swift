// SPDX-License-Identifier: Apache-2.0
import Glibc

/// Why a command ends without having done what it was asked for, with the exit code of the program.
///
/// Wrong usage is `ValidationError` of the argument parser, which ends with 64.
enum CommandFailure: Error {
  /// The world failed: a file that cannot be read, a disk that is full. Ends with 2.
  case couldNotWork(CommandSentence)
  /// A workbook, or a sheet of it, cannot be read. Ends with 2.
  case brokenWorkbook(WorkbookSentence)
  /// An input cannot be read. Ends with 2.
  case couldNotRead(InputSentence)
  /// The work could not be done, and why has been said. Ends with 2.
  case cannotGoOn
  /// The answer is no, and all that is to be said of it has been said. Ends with 1.
  case answerIsNo
  /// Whoever read our output has gone away. A quiet end.
  case closedPipe

  /// Says what is to be said and ends the process.
  func end() -> Never {
    switch self {
    case .couldNotWork(let sentence):
      StandardError.line("fenliu: " + sentence.text)
      exit(2)
    case .brokenWorkbook(let sentence):
      StandardError.line("fenliu: " + sentence.text)
      exit(2)
    case .couldNotRead(let sentence):
      StandardError.line("fenliu: " + sentence.text)
      exit(2)
    case .cannotGoOn: exit(2)
    case .answerIsNo: exit(1)
    case .closedPipe: exit(0)
    }
  }
}
