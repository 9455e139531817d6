// SPDX-License-Identifier: Apache-2.0
import FenliuCalendar
import FenliuDiagnostics
import FenliuMatching
import FenliuModel
import FenliuNormalization
import FoundationEssentials

/// Criticism, bad news, an announced petition are never prohibited: no rule of that category may hit one of the restraint cases.
///
/// The cases are `common/restraint.jsonl` of the library, one post a line with `text` and perhaps `title`; those that the program brings
/// along where the library has no such file, or none that can be read. A rule that hits one is an error that no comment silences.
struct RestraintCheck {
  /// The file of the cases; none where the library has none.
  let files: [PackFile]

  private struct Case: Decodable {
    var id: String
    var title: String?
    var text: String
  }

  /// The check by the cases of a library.
  init(library: String) {
    let path = "common/restraint.jsonl"
    let contents = FileManager.default.contents(atPath: library + "/" + path)
    files = contents.map { [PackFile(path: path, bytes: Array($0))] } ?? []
  }

  /// The cases. A line that is no post is passed over: the tests of the library see to it that there is none.
  private var cases: [Case] {
    func read(_ bytes: some Sequence<UInt8>) -> [Case] {
      let decoder = JSONDecoder()
      return Data(bytes).split(separator: UInt8(ascii: "\n")).compactMap {
        try? decoder.decode(Case.self, from: Data($0))
      }
    }
    let own = files.flatMap { read($0.bytes) }
    return own.isEmpty ? read(ShippedRestraint.lines.utf8) : own
  }

  /// An error for each rule of `prohibited` that hits a case, with the first case it hits. A pack without such rules costs nothing.
  func violations(in rules: RuleSet) throws -> [Diagnostic] {
    var prohibited = rules
    prohibited.rules = rules.rules.filter { $0.category == .prohibited }
    for index in prohibited.rules.indices { prohibited.rules[index].replaces = [] }
    guard !prohibited.rules.isEmpty else { return [] }
    let matcher = try ExampleTester.matcher(for: prohibited)
    let normalizer = Normalizer()
    var scratch = MatchScratch(matcher)
    var (title, text, matches) = (NormalizedText(), NormalizedText(), Matches())
    var found: [Diagnostic] = []
    var told: Set<RuleID> = []
    let facts = PostFacts(date: LocalDate(dayNumber: 0))
    for restraint in cases {
      normalizer.normalize(restraint.title ?? "", into: &title)
      normalizer.normalize(restraint.text, into: &text)
      matcher.match(title: title, text: text, facts: facts, scratch: &scratch, into: &matches)
      for rule in matches.matches.map(\.rule) where told.insert(rule).inserted {
        found.append(
          Diagnostic(
            .error, .prohibitedHitsRestraint,
            facts: ["rule": .text(prohibited.rules[rule.index].key), "case": .text(restraint.id)],
            at: prohibited.rules[rule.index].span))
      }
    }
    return found
  }
}

extension Diagnostic.Code {
  /// A rule of `prohibited` hits a case that none may hit. Facts: `rule`, `case`.
  public static let prohibitedHitsRestraint = Self("prohibited-hits-restraint")
}
