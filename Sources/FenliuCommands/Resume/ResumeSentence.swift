// SPDX-License-Identifier: Apache-2.0

/// What is said of runs that are kept and gone on with: facts, without wording.
enum ResumeSentence: SpokenSentence, Hashable, Sendable {
  case helpResume, helpCheckpoint
  case checkpointTooSmall
  case needsFolder, needsFiles
  case nothingToResume(folder: String)
  case isComplete(folder: String)
  case isOther(folder: String)
  case beganAnew(folder: String)
  case goesOn(folder: String, posts: Int)
  case published(folder: String)
  case hasChanged(folder: String)
  case change(RunChange)
  case howToBeginAnew
  case howToGoOn
  case interrupted(isKept: Bool)
  case replaced(folder: String, time: String, gone: [String])
  case brokenRecord(path: String)
  case changedOutput(String)
  case changedInput(String)
}
