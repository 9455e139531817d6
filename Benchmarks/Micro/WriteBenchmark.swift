// SPDX-License-Identifier: Apache-2.0
import Fenliu
import FenliuRecords
import FoundationEssentials

/// How fast decisions become lines of JSON.
enum WriteBenchmark {
  /// What is read back of a line.
  private struct Line: Decodable {
    let id: String
    let total: Double
    let because: [String]
  }

  static func run(_ workload: Workload, _ options: Options, _ report: inout Report) throws {
    let pack = try workload.pack("whole")
    var worker = try Classifier(pack.rules, pack.map).makeWorker()
    let decisions = workload.posts.prefix(5_000).enumerated().map { number, text in
      worker.decide(Post(id: "p\(number)", text: text), at: Workload.time)
    }
    var writer = DecisionWriter(zone: .shanghai)
    let (seconds, counted) = Stopwatch.rounds(options.rounds) {
      var bytes = 0
      for decision in decisions {
        writer.write(decision)
        bytes += writer.bytes.count
        _ = writer.take()
      }
      return bytes
    }
    var characters = 0
    let decoder = JSONDecoder()
    for decision in decisions {
      writer.write(decision)
      let bytes = writer.take()
      let line = try decoder.decode(Line.self, from: Data(bytes))
      let isSame = line.id == decision.id && line.total == decision.total.value && line.because == decision.because
      report.check("write", counted: isSame ? 1 : 0, expected: 1, by: "a second reader")
      characters += bytes.count
    }
    report.check("write", counted: counted, expected: characters, by: "the lines one by one")
    report.tell("write", bytes: counted, in: seconds, "\(decisions.count) decisions")
    report.tell("write each", seconds.median / Double(decisions.count) * 1e9, "ns a decision")
  }
}
