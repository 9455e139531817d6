// SPDX-License-Identifier: Apache-2.0
import Fenliu

/// Everything that was left out once, and whether a test noticed.
struct MutationRun {
  /// One thing that was left out.
  struct Row {
    var omission: Omission
    var verdict: MutationTester.Verdict
    var place: String
    var wording: OmissionSentence
    /// The case that noticed first.
    var caseName: String?
  }

  /// Rules with their parts, lists, levels; then the map.
  var rows: [Row]
  /// How many things were not left out because a program wrote them.
  var skipped: Int

  /// How many were noticed.
  var caught: Int { rows.count { $0.verdict.isCaught } }
  /// Those that no test noticed.
  var survivors: [Row] { rows.filter { !$0.verdict.isCaught } }
  /// How many rules were noticed by examples of their own and by no case.
  var byExamplesAlone: Int {
    rows.count { row in
      guard case .rule = row.omission else { return false }
      return row.verdict.example != nil && row.verdict.testCase == nil
    }
  }

  /// The share that was noticed, in hundredths of a percent, rounded down.
  var basisPoints: Int { Coverage.Share(met: caught, total: rows.count).basisPoints }

  /// Leaves one thing after the other out, on several threads. The result is the same for any number of them.
  ///
  /// - Parameters:
  ///   - atHand: the pack.
  ///   - cases: all cases.
  ///   - time: of the run.
  ///   - glob: which rules are asked about; nil: everything, map and lists too.
  ///   - includesGenerated: whether what a program wrote is left out too.
  ///   - jobs: how many threads.
  static func run(
    _ atHand: PackAtHand, cases: [TestCase], at time: Instant, narrowedTo glob: RuleGlob?, includesGenerated: Bool,
    jobs: Int
  ) throws -> MutationRun {
    let (rules, map) = (atHand.pack.rules, atHand.pack.map)
    var omissions = rules.omissions + map.omissions
    if let glob {
      omissions.removeAll { omission in !(omission.rule.map { glob.fits(rules.rules[$0.index].key) } ?? false) }
    }
    let all = omissions.count
    if !includesGenerated { omissions.removeAll(where: atHand.isGenerated) }
    let tester = try MutationTester(atHand.classifier, cases: cases, at: time)
    let asked = omissions
    let next = Monitor(0)
    let verdicts = Monitor<[MutationTester.Verdict]>(Array(repeating: .init(), count: asked.count))
    Threads.run(min(jobs, max(1, asked.count))) {
      while true {
        let place = next.withState { next in
          defer { next += 1 }
          return next
        }
        guard place < asked.count else { return }
        let verdict = tester.verdict(on: asked[place])
        verdicts.withState { $0[place] = verdict }
      }
    }
    let found = verdicts.withState { $0 }
    let rows = zip(asked, found).map { omission, verdict in
      Row(
        omission: omission, verdict: verdict, place: atHand.place(of: omission),
        wording: OmissionSentence(omission, rules: rules, map: map),
        caseName: verdict.testCase.map { cases[$0].name })
    }
    return MutationRun(rows: rows, skipped: all - asked.count)
  }
}
