// SPDX-License-Identifier: Apache-2.0

/// Everything that commands say to people besides diagnostics and results: facts, without wording.
///
/// Each language has one table (`CommandSentence+English.swift`, `CommandSentence+Chinese.swift`); the compiler sees to it
/// that none lacks a sentence.
enum CommandSentence: SpokenSentence, Hashable, Sendable {
  case aboutFenliu
  case helpPack, helpLang, helpAt, helpNoColour
  case noPack
  case forgottenPack(String)
  case packIsFile(String)
  case packWithoutRules(String, packs: [String])
  case packWithoutMap(String)
  case badTime(String)
  case aboutClassify
  case helpPosts, helpOutput, helpFormat, helpColumns, helpDateOrder, helpMaxPost, helpMatches, helpRejects, helpJobs
  case badJobs(Int)
  case rejectsAndOutput, standardInputTwice, outputIsStream
  case notAColumn(String)
  case columnTwice(String)
  case folderInUse(String)
  case noTextColumn(file: String, found: [String], closest: String?)
  case unsureText(file: String, candidates: [String])
  case missingColumn(file: String, name: String, found: [String], closest: String?)
  case wideSeparator(file: String, mark: String)
  case ambiguousColumn(file: String, column: String, names: [String])
  case sameColumn(file: String, name: String)
  case brokenHeader(file: String)
  case unlistedColumns(file: String, names: [String])
  case undated(Int, of: Int, columns: [String])
  case future(Int, of: Int)
  case textless(Int, of: Int, columns: [String])
  case withCare(sealed: Int, unread: Int)
  case repeatedIDs(Int)
  case noPosts
  case saveAsUTF8
  case batchDone(posts: Int, decisions: Int, rejects: Int)
  case batchLevels(critical: Int, major: Int, larger: Int, general: Int, none: Int)
  case postsSoFar(Int)
  case rowsRejected(Int)
  case cannotRead(path: String, reason: String)
  case cannotWrite(path: String, reason: String)
  case badText(file: String, line: Int, encoding: String)
  case formatterDiffers
}
