// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import FenliuCalendar
import FenliuRecords
import Glibc

/// Which posts a command reads and how, as it was typed: the same for all that read posts.
struct PostOptions: ParsableArguments {
  @Argument(help: CommandSentence.helpPosts.help, completion: .file())
  var posts: [String]

  @OptionGroup var reading: ReadingOptions

  @Option(name: [.short, .long], help: CommandSentence.helpJobs.help)
  var jobs: Int?

  func validate() throws {
    if let jobs, !(1...1024).contains(jobs) { throw ValidationError(CommandSentence.badJobs(jobs).text) }
    if posts.count(where: { $0 == "-" }) > 1 { throw ValidationError(CommandSentence.standardInputTwice.text) }
  }

  /// How many threads work: what was asked for, else as many as there are processors.
  var threads: Int { jobs ?? Threads.processors }

  /// How rows are read by a pack whose calendar has this zone; with labels, where the name of their column is given.
  func recordOptions(zone: Zone, label: String? = nil) throws -> RecordOptions {
    try reading.recordOptions(zone: zone, label: label)
  }

  /// The bytes of all inputs together, nil where one is no file. So a name that was mistyped is told before any work.
  func totalSize() throws(CommandFailure) -> Int? {
    var total: Int? = 0
    for path in posts where path != "-" {
      var status = stat()
      guard unsafe stat(path, &status) == 0, unsafe access(path, R_OK) == 0 else {
        throw .couldNotWork(.cannotRead(path: path, reason: SystemReason.text(of: errno)))
      }
      total = status.st_mode & S_IFMT == S_IFREG ? total.map { $0 + Int(status.st_size) } : nil
    }
    return posts.contains("-") ? nil : total
  }
}
