// SPDX-License-Identifier: Apache-2.0
import Glibc

// Measures the arrows of the flow one by one on a workload that Benchmarks/peers/make_workload.py wrote, and checks each
// count before it tells a time. Ends with 1 where a count is wrong.
do {
  let options = try Options(CommandLine.arguments.dropFirst())
  let workload = try Workload(options)
  var report = Report()
  for benchmark in Benchmarks.all where options.wants(benchmark.name) {
    try benchmark.run(workload, options, &report)
  }
  print("\(report.figures) figures, \(report.failures) wrong")
  exit(report.failures == 0 ? 0 : 1)
} catch let error as Options.Mistake {
  print("benchmarks: \(error.text)\n\(Options.usage)")
  exit(64)
} catch {
  print("benchmarks: \(error)")
  exit(2)
}
