// SPDX-License-Identifier: Apache-2.0

/// What to measure, on what, and how often.
struct Options: Sendable {
  /// The words of the command line make no sense.
  struct Mistake: Error { let text: String }

  static let usage = """
    usage: benchmarks FOLDER [NAME…] [--rounds N] [--megabytes N] [--sizes N,N…] [--pack DIR]
      FOLDER        a workload of Benchmarks/peers/make_workload.py
      NAME          \(Benchmarks.all.map(\.name).joined(separator: ", ")); none: all
      --rounds N    measures N times and takes the median (5)
      --megabytes N of the posts, the first N (20)
      --sizes N,N   of scan and regexes only these numbers of words or regexes
      --pack DIR    a second pack for decide, beside that of the workload
    """

  /// The folder of the workload.
  private(set) var folder = ""
  /// The names asked for; none: all.
  private(set) var names: [String] = []
  private(set) var rounds = 5
  private(set) var megabytes = 20
  /// The numbers of words or regexes asked for; none: the usual ones.
  private(set) var sizes: [Int] = []
  private(set) var pack: String?

  init(_ arguments: some Sequence<String>) throws {
    var arguments = arguments.makeIterator()
    while let argument = arguments.next() {
      guard argument.hasPrefix("--") else {
        if folder.isEmpty { folder = argument } else { names.append(argument) }
        continue
      }
      guard let value = arguments.next() else { throw Mistake(text: "\(argument) wants a value") }
      switch argument {
      case "--rounds": rounds = try Self.number(value)
      case "--megabytes": megabytes = try Self.number(value)
      case "--sizes": sizes = try value.split(separator: ",").map { try Self.number(String($0)) }
      case "--pack": pack = value
      default: throw Mistake(text: "there is no option \(argument)")
      }
    }
    guard !folder.isEmpty else { throw Mistake(text: "a workload is missing") }
    for name in names where !Benchmarks.all.contains(where: { $0.name == name }) {
      throw Mistake(text: "nothing is named \(name)")
    }
  }

  func wants(_ name: String) -> Bool { names.isEmpty || names.contains(name) }

  /// The sizes asked for, or the usual ones.
  func sizes(usual: [Int]) -> [Int] { sizes.isEmpty ? usual : sizes }

  private static func number(_ text: String) throws -> Int {
    guard let number = Int(text), number > 0 else { throw Mistake(text: "\(text) is no number above 0") }
    return number
  }
}
