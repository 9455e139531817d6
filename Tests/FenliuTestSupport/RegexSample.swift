// SPDX-License-Identifier: Apache-2.0

/// A random regex that knows texts it may match.
///
/// Regexes and texts are made of so few characters that they often meet. Each regex is written twice: `plain` in normalized
/// characters, `source` as an author may write it, with traditional and full-width forms in their place. Both must find
/// the same in normalized text once `source` is folded.
public struct RegexSample: Sendable {
  /// The regex in normalized characters.
  public let plain: String
  /// The same regex in other forms of the same characters.
  public let source: String
  private let tree: Tree

  /// Makes a regex; most often one that PCRE2 accepts.
  public init(using random: inout some RandomNumberGenerator) {
    tree = Self.choice(depth: Int.random(in: 1...3, using: &random), using: &random)
    plain = tree.text(\.plain)
    source = tree.text(\.source)
  }

  /// A normalized text: half of them random, half around something the regex may match.
  public func text(using random: inout some RandomNumberGenerator) -> String {
    if Bool.random(using: &random) { return Self.noise(longest: 12, using: &random) }
    return Self.noise(longest: 3, using: &random) + tree.sample(using: &random)
      + Self.noise(longest: 3, using: &random)
  }

  private static func noise(longest: Int, using random: inout some RandomNumberGenerator) -> String {
    let scalars = ["没", "发", "欠", "薪", "a", "b", "k", "1", ",", "\n"]
    return (0..<Int.random(in: 0...longest, using: &random)).map { _ in
      scalars.randomElement(using: &random) ?? ""
    }
    .joined()
  }
}

/// How regexes are made.
extension RegexSample {
  struct Leaf: Sendable {
    let plain: String
    let source: String
    let samples: [String]

    init(_ plain: String, _ source: String, _ samples: [String]) {
      (self.plain, self.source, self.samples) = (plain, source, samples)
    }

    init(_ plain: String, _ samples: [String]) { self.init(plain, plain, samples) }
  }

  indirect enum Tree: Sendable {
    case leaf(Leaf)
    case sequence([Tree])
    case choice([Tree])
    /// With what it opens, and whether it uses up what it matches.
    case group(String, Tree, isConsuming: Bool)
    /// With the quantifier as written, and numbers of rounds it allows.
    case loop(Tree, String, ClosedRange<Int>)
  }

  private static let leaves: [Leaf] = [
    Leaf("没", ["没"]), Leaf("发", ["发"]), Leaf("欠", ["欠"]), Leaf("薪", ["薪"]), Leaf("没", "沒", ["没"]),
    Leaf("发", "發", ["发"]),
    Leaf("a", ["a"]), Leaf("b", ["b"]), Leaf("k", ["k"]), Leaf("a", "Ａ", ["a"]),
    Leaf("a", "A", ["a"]),
    Leaf("k", "K", ["k"]),
    Leaf("1", ["1"]), Leaf("[1]", "１", ["1"]), Leaf(",", [","]), Leaf("\\n", ["\n"]),
    Leaf("没", "\\x{6C92}", ["没"]), Leaf("\\Q薪a\\E", ["薪a"]), Leaf("\\Q没b\\E", "\\Q沒B\\E", ["没b"]),
    Leaf("\\,", [","]),
    Leaf("没发", "沒發", ["没发"]), Leaf("欠薪", ["欠薪"]), Leaf("ab", ["ab"]), Leaf("\\*", "＊", ["*"]),
    Leaf("(?:)", "\u{200B}", [""]),
  ]
  private static let sets: [Leaf] = [
    Leaf("[没发]", "[沒發]", ["没", "发"]), Leaf("[^没]", "[^沒]", ["发", "a"]),
    Leaf("[ab]", "[ＡB]", ["a", "b"]),
    Leaf("[a-k]", "[ａ-ｋ]", ["a", "k"]), Leaf("[^a-k]", "[^Ａ-Ｋ]", ["欠", "1"]), Leaf("\\d", ["1"]),
    Leaf("\\D", ["欠"]),
    Leaf("\\w", ["a", "1"]), Leaf(".", ["没", "b"]), Leaf("[[:alpha:]]", ["a"]), Leaf("薪{0}", [""]),
    Leaf("[欠薪1]", "[欠薪１]", ["欠", "1"]),
    Leaf("\\p{Han}", ["薪"]), Leaf("[^\\n]", ["薪", "a"]), Leaf("\\N", ["没"]),
    Leaf("[\\d,]", [",", "1"]),
    Leaf("[]a]", ["a"]),
    Leaf("[没-]", "[沒-]", ["没"]), Leaf("\\s", ["\n"]), Leaf("[\\Q没]\\E]", "[\\Q沒]\\E]", ["没"]),
  ]
  private static let oddities: [Leaf] = [
    Leaf("^", [""]), Leaf("$", [""]), Leaf("\\A", [""]), Leaf("\\z", [""]), Leaf("\\Z", [""]),
    Leaf("\\G", [""]),
    Leaf("(?#欠)", [""]), Leaf("(?i)", [""]), Leaf("(?s)", [""]), Leaf("(?x)", [""]),
    Leaf("(?m)", [""]),
    Leaf("\\Q\\E", [""]),
    Leaf("(?<=欠)", [""]), Leaf("(?<!薪)", [""]), Leaf("(?<=a|没)", "(?<=Ａ|沒)", [""]),
    Leaf("(?<![ab])", [""]),
    Leaf("\\1", ["没", "a"]), Leaf("(?1)", ["没", "a"]), Leaf("(?(1)欠|薪)", ["欠", "薪"]),
    Leaf("\\g{-1}", ["没"]),
    Leaf("\\11", ["\t"]), Leaf("\\R", ["\n"]), Leaf("\\X", ["没"]),
  ]
  private static let quantifiers: [(String, ClosedRange<Int>)] = [
    ("*", 0...3), ("+", 1...3), ("?", 0...1), ("{2}", 2...2), ("{1,3}", 1...3), ("{0,2}", 0...2),
    ("{2,}", 2...4),
    ("{9}", 9...9),
  ]
  private static let openings = ["(", "(", "(?:", "(?>", "(?|", "(?i:", "(?-i:", "(?s:", "(?x: "]
  private static let looks = ["(?=", "(?!", "(*pla:"]

  private static func choice(depth: Int, using random: inout some RandomNumberGenerator) -> Tree {
    let branches =
      Int.random(in: 0..<4, using: &random) == 0 ? Int.random(in: 2...3, using: &random) : 1
    return .choice((0..<branches).map { _ in sequence(depth: depth, using: &random) })
  }

  private static func sequence(depth: Int, using random: inout some RandomNumberGenerator) -> Tree {
    .sequence(
      (0..<Int.random(in: 1...4, using: &random)).map { _ in part(depth: depth, using: &random) })
  }

  private static func part(depth: Int, using random: inout some RandomNumberGenerator) -> Tree {
    let part: Tree
    switch Int.random(in: 0..<20, using: &random) {
    case 0..<9: part = .leaf(pick(leaves, using: &random))
    case 9..<13: part = .leaf(pick(sets, using: &random))
    case 13..<15: return .leaf(pick(oddities, using: &random))
    default:
      guard depth > 0 else { return .leaf(pick(leaves, using: &random)) }
      let content = choice(depth: depth - 1, using: &random)
      part =
        Int.random(in: 0..<5, using: &random) == 0
        ? .group(pick(looks, using: &random), content, isConsuming: false)
        : .group(pick(openings, using: &random), content, isConsuming: true)
    }
    guard Int.random(in: 0..<3, using: &random) == 0 else { return part }
    let (text, rounds) = pick(quantifiers, using: &random)
    return .loop(part, text + pick(["", "", "", "?", "+"], using: &random), rounds)
  }

  private static func pick<T>(_ values: [T], using random: inout some RandomNumberGenerator) -> T {
    values[Int.random(in: 0..<values.count, using: &random)]
  }
}

extension RegexSample.Tree {
  func text(_ spelling: (RegexSample.Leaf) -> String) -> String {
    switch self {
    case .leaf(let leaf): spelling(leaf)
    case .sequence(let parts): parts.map { $0.text(spelling) }.joined()
    case .choice(let branches): branches.map { $0.text(spelling) }.joined(separator: "|")
    case .group(let opening, let content, _): opening + content.text(spelling) + ")"
    case .loop(let body, let quantifier, _): body.text(spelling) + quantifier
    }
  }

  func sample(using random: inout some RandomNumberGenerator) -> String {
    switch self {
    case .leaf(let leaf): return leaf.samples.randomElement(using: &random) ?? ""
    case .sequence(let parts): return parts.map { $0.sample(using: &random) }.joined()
    case .choice(let branches):
      return branches.randomElement(using: &random)?.sample(using: &random) ?? ""
    case .group(_, let content, let isConsuming):
      return isConsuming ? content.sample(using: &random) : ""
    case .loop(let body, _, let rounds):
      return (0..<Int.random(in: rounds, using: &random)).map { _ in body.sample(using: &random) }
        .joined()
    }
  }
}
