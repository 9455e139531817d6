// SPDX-License-Identifier: Apache-2.0
import FenliuPCRE2
import FenliuRegexSyntax

/// Measures what a regex costs on texts made against it, in the steps that PCRE2 counts: the same on every machine.
///
/// The regex is run behind a walk over the start offsets, as `BudgetedPattern` does, so that one count covers a whole search.
struct RegexGauge: ~Copyable {
  /// How the work of a regex grows with the text.
  enum Growth: String {
    case square = "grows-square"
    case power = "grows-power"
    case explosion = "grows-explosion"
  }

  /// A text on which a regex takes more steps than `mostSteps`.
  struct Explosion {
    /// In characters.
    var length: Int
    /// The steps that half of it takes.
    var stepsOfHalf: Int
    var growth: Growth
  }

  /// More steps than this for one text are too many: what all regexes of a post may cost together.
  static let mostSteps = Charge.stepsInMatching
  /// The longest text tried, in characters.
  static let longest = 2_048
  /// The shortest.
  static let shortest = 16
  /// Lengths at which attacks are compared before the longest is tried, and steps within which the first is harmless: what
  /// grows with the cube or faster and is too much in the end is over them already.
  private static let (first, second, harmless) = (256, 512, 8_000)

  private let pattern: CompiledPattern
  private let attacks: [RegexAttack]
  private var scratch = MatchScratch()

  /// A gauge of a regex; nil where its work is proven to be small, or nothing can be run away with.
  init?(_ source: String) { self.init(source, attacks: RegexAttack.attacks(on: source)) }

  /// The same with attacks that somebody thought of.
  init?(_ source: String, attacks: [RegexAttack]) {
    let syntax = RegexSyntax(parsing: source)
    if let bound = syntax.stepBound, bound * Self.longest <= Self.mostSteps { return nil }
    guard !attacks.isEmpty,
      let pattern = try? CompiledPattern(BudgetedPattern.walk(before: syntax.counted), skipsAhead: false)
    else { return nil }
    self.attacks = attacks
    self.pattern = pattern
  }

  /// The shortest text found that takes too many steps; nil where none does.
  mutating func explosion() -> Explosion? {
    for place in attacks.indices where isPromising(place) && !isWithin(Self.mostSteps, place, Self.longest) {
      var length = Self.shortest
      while length < Self.longest, isWithin(Self.mostSteps, place, length) { length *= 2 }
      return Explosion(
        length: length, stepsOfHalf: steps(place, length / 2), growth: growth(place, length))
    }
    return nil
  }

  /// Whether the longest text of an attack may take too many steps, as far as shorter ones tell. Most attacks are harmless,
  /// and to run all of them to their end would take seconds.
  private mutating func isPromising(_ place: Int) -> Bool {
    guard !isWithin(Self.harmless, place, Self.first) else { return false }
    guard isWithin(Self.mostSteps, place, Self.second) else { return true }
    let (first, second) = (Double(steps(place, Self.first)), Double(steps(place, Self.second)))
    return second * (second / first) * (second / first) * 2 > Double(Self.mostSteps)
  }

  /// How the steps grow from a quarter of a length to half of it. Where twice the length takes a hundred times the steps, one
  /// character more takes several times.
  private mutating func growth(_ place: Int, _ length: Int) -> Growth {
    guard length > 2 * Self.shortest else { return .explosion }
    let (quarter, half) = (steps(place, length / 4), steps(place, length / 2))
    return half > quarter * 100 ? .explosion : half > quarter * 6 ? .power : .square
  }

  /// The steps of a search, found by asking with greater and greater limits.
  private mutating func steps(_ place: Int, _ length: Int) -> Int {
    var high = 64
    while high < Self.mostSteps, !isWithin(high, place, length) { high *= 2 }
    var low = high / 2
    // Invariant: `low` steps are too few, `high` are enough.
    while high - low > high / 32 {
      let middle = (low + high) / 2
      if isWithin(middle, place, length) { high = middle } else { low = middle }
    }
    return high
  }

  /// Whether a search of the attack ends within so many steps.
  private mutating func isWithin(_ steps: Int, _ place: Int, _ length: Int) -> Bool {
    let text = Array(attacks[place].text(characters: length).utf8)
    do {
      _ = try pattern.firstMatch(in: text.span, limit: UInt32(steps), scratch: &scratch)
      return true
    } catch {
      return false
    }
  }
}
