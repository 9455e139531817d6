// SPDX-License-Identifier: Apache-2.0
import Fenliu
import FenliuRecords
import FoundationEssentials

/// What one post costs from its line to the line of its decision, step by step, in seconds of CPU.
struct PostCost {
  /// Reading the line to a post, with its share of what reading its chunk costs.
  var parsing = 0.0
  /// All of `decide`.
  var deciding = 0.0
  /// Writing the decision as a line of JSON.
  var writing = 0.0
  /// What the decision says was not looked at to the end.
  var incomplete: [String] = []
  /// The sum of the steps.
  var total: Double { parsing + deciding + writing }
}

/// One thread's way from lines to lines, with a watch at each step.
struct CostMeter: ~Copyable {
  private var worker: Classifier.Worker
  private var writer: DecisionWriter
  private let time: Instant
  private let file: String

  /// A meter of posts decided by `classifier` at `time`, which come in through a file of that name.
  init(_ classifier: Classifier, at time: Instant, through file: String) {
    worker = classifier.makeWorker()
    writer = DecisionWriter(zone: .shanghai)
    self.time = time
    self.file = file
  }

  /// What each of these posts costs. They hold no quote, no backslash and no control but line ends.
  mutating func costs(of genomes: [Genome]) throws -> [PostCost] {
    var lines: [UInt8] = []
    for genome in genomes {
      lines.append(contentsOf: #"{"id":"w","text":""#.utf8)
      genome.isEscaped ? Self.append(escaped: genome.text, to: &lines) : Self.append(genome.text, to: &lines)
      lines.append(contentsOf: "\"}\n".utf8)
    }
    try Data(lines).write(to: URL(filePath: file))
    var costs: [PostCost] = []
    var stream = try RecordStream(file, options: RecordOptions())
    var parser = RecordParser(stream.format)
    while let chunk = try stream.next() {
      let size = Double(chunk.bytes.count)
      let start = Stopwatch.threadTime()
      parser.begin(chunk)
      let begun = Stopwatch.threadTime() - start
      while true {
        let start = Stopwatch.threadTime()
        guard let record = parser.next() else { break }
        let parsed = Stopwatch.threadTime()
        guard case .post(let post) = record else {
          // Nothing but white space.
          costs.append(PostCost(parsing: parsed - start, incomplete: ["reject"]))
          continue
        }
        let decision = worker.decide(post, at: time)
        let decided = Stopwatch.threadTime()
        writer.write(decision)
        let written = Stopwatch.threadTime()
        _ = writer.take()
        let share = Double(post.text?.utf8.count ?? 0) / size
        costs.append(
          PostCost(
            parsing: parsed - start + begun * share, deciding: decided - parsed, writing: written - decided,
            incomplete: decision.incomplete))
      }
    }
    precondition(costs.count == genomes.count, "every text becomes a decision")
    return costs
  }

  private static func append(_ text: [UInt8], to line: inout [UInt8]) {
    for byte in text {
      if byte == UInt8(ascii: "\n") { line.append(contentsOf: #"\n"#.utf8) } else { line.append(byte) }
    }
  }

  /// Every character by its number in UTF-16.
  private static func append(escaped text: [UInt8], to line: inout [UInt8]) {
    let digits = Array("0123456789abcdef".utf8)
    for unit in String(decoding: text, as: UTF8.self).utf16 {
      line.append(contentsOf: #"\u"#.utf8)
      for shift in [12, 8, 4, 0] as [UInt16] { line.append(digits[Int(unit >> shift & 0xF)]) }
    }
  }
}
