// SPDX-License-Identifier: Apache-2.0

/// What the regexes of one post may still cost, in counted steps.
///
/// Steps are counted, never clocked, so the same post with the same rules always ends at the same place. `docs/regex.md`
/// has the measurements of what a step costs. Create one for each post, pass it to every `BudgetedPattern`.
public struct Charge: Hashable, Sendable {
  /// The steps that one post may cost, all regexes and fields together: about 25 ms of one core.
  public static let stepsPerPost = 10_000_000

  /// What the matcher grants to the regexes of one post, and what a lint calls too much for one of them: about 10 ms of one core.
  public static let stepsInMatching = 4_000_000

  /// The steps that were granted.
  public let total: Int
  /// The steps that were charged; may pass `total` by the last search.
  public private(set) var spent = 0

  /// Grants `total` steps.
  public init(total: Int = Charge.stepsPerPost) { self.total = total }

  /// The steps left; never below 0.
  public var remaining: Int { max(0, total - spent) }

  /// Whether nothing is left: every further regex is incomplete.
  public var isUsedUp: Bool { spent >= total }

  /// Takes `steps` away.
  public mutating func pay(_ steps: Int) {
    let (sum, overflows) = spent.addingReportingOverflow(max(0, steps))
    spent = overflows ? .max : sum
  }
}
