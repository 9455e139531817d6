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
    var length: Int
    var growth: Growth
  }

  /// More steps than this for one text are too many: a third of what the regexes of a post may cost together.
  static let mostSteps = 2_000_000
  /// The longest text tried, in characters.
  static let longest = 2_048
  /// The shortest.
  static let shortest = 16
  /// Up to this length only an explosion takes so many steps.
  static let short = 128

  private let pattern: CompiledPattern
  private let attacks: [RegexAttack]
  private var scratch = MatchScratch()

  /// A gauge of a regex; nil where its work is proven to be small, or nothing can be run away with.
  init?(_ source: String) {
    let syntax = RegexSyntax(parsing: source)
    if let bound = syntax.stepBound, bound * Self.longest <= Self.mostSteps { return nil }
    let attacks = RegexAttack.attacks(on: source)
    guard !attacks.isEmpty,
      let pattern = try? CompiledPattern(BudgetedPattern.walk(before: syntax.counted), skipsAhead: false)
    else { return nil }
    self.attacks = attacks
    self.pattern = pattern
  }

  /// The shortest text found that takes too many steps; nil where none does.
  mutating func explosion() -> Explosion? {
    for place in attacks.indices where !isWithin(Self.mostSteps, place, Self.longest) {
      var length = Self.shortest
      while length < Self.longest, isWithin(Self.mostSteps, place, length) { length *= 2 }
      return Explosion(length: length, growth: growth(place, length))
    }
    return nil
  }

  /// How the steps grow from a quarter of a length to half of it.
  private mutating func growth(_ place: Int, _ length: Int) -> Growth {
    guard length > Self.short else { return .explosion }
    let (quarter, half) = (steps(place, length / 4), steps(place, length / 2))
    return half < quarter * 6 ? .square : .power
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
