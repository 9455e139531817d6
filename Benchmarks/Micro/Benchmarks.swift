// SPDX-License-Identifier: Apache-2.0

/// A thing to be measured, under the name by which it is asked for.
struct Benchmark: Sendable {
  /// The name: one word.
  let name: String
  /// Measures and checks; what came of it goes into the report.
  let run: @Sendable (_ workload: Workload, _ options: Options, _ report: inout Report) throws -> Void
}

/// All there are, in the order of the flow.
enum Benchmarks {
  static let all: [Benchmark] = [
    Benchmark(name: "normalize", run: NormalizeBenchmark.run),
    Benchmark(name: "scan", run: ScanBenchmark.run),
    Benchmark(name: "regexes", run: RegexBenchmark.run),
    Benchmark(name: "score", run: ScoreBenchmark.run),
    Benchmark(name: "route", run: RouteBenchmark.run),
    Benchmark(name: "write", run: WriteBenchmark.run),
    Benchmark(name: "decide", run: DecideBenchmark.run),
  ]
}
