// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Fenliu
import FenliuLints
import FenliuRecords

/// Files of posts in which rules are counted, read as `classify` reads them.
struct CorpusFiles {
  let names: [String]
  let options: RecordOptions

  /// In how many of the posts each rule hits, and some of the posts, if that is asked. What is no post is counted on standard error.
  func count(by rules: RuleSet, isSampled: Bool) throws -> (count: CorpusCount, sample: PostSample) {
    var counter = try CorpusCounter(rules)
    var sample = PostSample()
    var source = ChunkSource(names, options: options)
    var rejects = 0
    while let work = source.take() {
      var parser = RecordParser(work.format)
      parser.begin(work.chunk)
      while let record = parser.next() {
        switch record {
        case .post(let post):
          counter.add(post)
          if isSampled { sample.add(post) }
        case .reject: rejects += 1
        }
      }
    }
    if let failure = source.failure { throw CommandFailure(.input(failure)) }
    InputSentence.tell(source.finished)
    let count = counter.count
    StandardError.line(CheckSentence.corpusRead(posts: count.posts, rejects: rejects).text)
    return (count, sample)
  }
}

/// A share as it is typed: `5%` or `0.05`.
struct Share: ExpressibleByArgument {
  let value: Double

  static let usual = Share(value: CheckedPack.Lints.usualShare)

  var defaultValueDescription: String { "\(Int((value * 100).rounded()))%" }

  private init(value: Double) { self.value = value }

  init?(argument: String) {
    let isPercent = argument.hasSuffix("%")
    guard let number = Double(isPercent ? String(argument.dropLast()) : argument) else { return nil }
    let value = isPercent ? number / 100 : number
    guard value >= 0, value <= 1 else { return nil }
    self.value = value
  }
}
