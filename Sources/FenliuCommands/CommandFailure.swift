// SPDX-License-Identifier: Apache-2.0
import Glibc

/// Why a command ends without having done what it was asked for, with the exit code of the program.
///
/// Wrong usage is `ValidationError` of the argument parser, which ends with 64.
enum CommandFailure: Error {
  /// The world failed: a file that cannot be read, a disk that is full. Ends with 2.
  case couldNotWork(CommandSentence)
  /// The same, in a sentence of another table. Ends with 2.
  case failed(any SpokenSentence & Sendable)
  /// The work could not be done, and why has been said. Ends with 2.
  case cannotGoOn
  /// The answer is no, and all that is to be said of it has been said. Ends with 1.
  case answerIsNo
  /// Whoever read our output has gone away. A quiet end.
  case closedPipe

  /// The same failure, with a second sentence on the next line.
  func followed(by second: some SpokenSentence & Sendable) -> CommandFailure {
    switch self {
    case .couldNotWork(let first): .failed(TwoSentences(first: first, second: second))
    case .failed(let first): .failed(TwoSentences(first: first, second: second))
    case .cannotGoOn, .answerIsNo, .closedPipe: self
    }
  }

  /// Says what is to be said and ends the process.
  func end() -> Never {
    switch self {
    case .couldNotWork(let sentence):
      StandardError.line("fenliu: " + sentence.text)
      exit(2)
    case .failed(let sentence):
      StandardError.line("fenliu: " + sentence.text)
      exit(2)
    case .cannotGoOn: exit(2)
    case .answerIsNo: exit(1)
    case .closedPipe: exit(0)
    }
  }
}

/// One sentence after the other, each on its line.
private struct TwoSentences: SpokenSentence, Sendable {
  let first: any SpokenSentence & Sendable
  let second: any SpokenSentence & Sendable

  var english: String { first.english + "\n" + second.english }
  var chinese: String { first.chinese + "\n" + second.chinese }
}
