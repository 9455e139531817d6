// SPDX-License-Identifier: Apache-2.0

/// The lines of one run: what was measured, the figure, its unit, what was counted; separated by tabs. Last comes a line
/// without tabs, with how many figures there are.
struct Report {
  /// How many counts were wrong.
  private(set) var failures = 0
  /// How many figures were told.
  private(set) var figures = 0

  /// Tells a figure.
  mutating func tell(_ name: String, _ figure: Double, _ unit: String, _ remark: String = "") {
    figures += 1
    print(name, Self.rounded(figure), unit, remark, separator: "\t")
  }

  /// Tells how fast some bytes were walked.
  mutating func tell(_ name: String, bytes: Int, in seconds: [Double], _ remark: String) {
    tell(name, Double(bytes) / 1e6 / seconds.median, "MB/s", remark)
  }

  /// Notes a failure unless what was counted is what the oracle counts.
  mutating func check(_ name: String, counted: Int, expected: Int, by oracle: String) {
    guard counted != expected else { return }
    failures += 1
    print(name, "WRONG", "", "counted \(counted), \(oracle) counts \(expected)", separator: "\t")
  }

  /// With three digits that mean something.
  private static func rounded(_ figure: Double) -> String {
    let scale = figure >= 100 ? 1.0 : figure >= 10 ? 10 : 100
    let value = (figure * scale).rounded() / scale
    return scale == 1 ? "\(Int(value))" : "\(value)"
  }
}
