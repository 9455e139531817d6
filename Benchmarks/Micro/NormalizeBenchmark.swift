// SPDX-License-Identifier: Apache-2.0
import FenliuFolding
import FenliuModel
import FenliuNormalization

/// How fast texts become normal form with a way back: texts that need no change, and texts as people write them.
enum NormalizeBenchmark {
  static func run(_ workload: Workload, _ options: Options, _ report: inout Report) throws {
    measure("normalize normal", workload.posts, options, &report)
    measure("normalize raw", try workload.rawTexts(), options, &report)
  }

  private static func measure(_ name: String, _ texts: [String], _ options: Options, _ report: inout Report) {
    let normalizer = Normalizer()
    var buffer = NormalizedText()
    let (seconds, counted) = Stopwatch.rounds(options.rounds) {
      var bytes = 0
      for text in texts {
        normalizer.normalize(text, into: &buffer)
        bytes += buffer.bytes.count
      }
      return bytes
    }
    report.check(
      name, counted: counted, expected: texts.reduce(0) { $0 + Folding.fold($1).utf8.count }, by: "folding word by word"
    )
    report.tell(
      name, bytes: texts.reduce(0) { $0 + $1.utf8.count }, in: seconds, "\(texts.count) texts become \(counted) bytes")
  }
}
