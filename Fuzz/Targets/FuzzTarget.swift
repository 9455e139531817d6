// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials

/// One part of the program that takes bytes from outside, and what must hold of it whatever they are.
///
/// An instance lives as long as the campaign, so that what is dear is made once.
protocol FuzzTarget: AnyObject {
  init() throws
  /// Fails, by `expect`, where something does not hold of the input.
  func run(_ bytes: [UInt8])
}

/// The targets by name.
enum FuzzTargets {
  static var all: [(name: String, type: any FuzzTarget.Type)] {
    [
      ("calendar", CalendarTarget.self),
      ("cases", CasesTarget.self),
      ("compression", CompressionTarget.self),
      ("csv", CSVTarget.self),
      ("decide", DecideTarget.self),
      ("disguise", DisguiseTarget.self),
      ("encodings", EncodingsTarget.self),
      ("expression", ExpressionTarget.self),
      ("extraction", ExtractionTarget.self),
      ("jsonl", JSONLinesTarget.self),
      ("map", MapTarget.self),
      ("masks", MasksTarget.self),
      ("matching", MatchingTarget.self),
      ("normalization", NormalizationTarget.self),
      ("progress", ProgressTarget.self),
      ("regex", RegexTarget.self),
      ("rules", RulesTarget.self),
      ("scan", ScanTarget.self),
      ("times", TimesTarget.self),
      ("words", WordsTarget.self),
      ("xlsx", WorkbookTarget.self),
    ]
  }

  /// The one that the environment names.
  static func chosen() -> any FuzzTarget {
    let name = ProcessInfo.processInfo.environment["FUZZ_TARGET"] ?? ""
    guard let type = all.first(where: { $0.name == name })?.type else {
      fatalError("FUZZ_TARGET is one of \(all.map(\.name).joined(separator: ", "))")
    }
    do {
      return try type.init()
    } catch {
      fatalError("\(name) cannot begin: \(error)")
    }
  }
}

/// Ends the campaign with a sentence where something does not hold; libFuzzer then keeps the input.
func expect(_ holds: Bool, _ sentence: @autoclosure () -> String) {
  if !holds { fatalError(sentence()) }
}

/// Ends the campaign where two things differ that should be equal.
func expectEqual<T: Equatable>(_ found: T, _ expected: T, _ sentence: @autoclosure () -> String) {
  if found != expected { fatalError("\(sentence()):\n\(found)\nis not\n\(expected)") }
}
