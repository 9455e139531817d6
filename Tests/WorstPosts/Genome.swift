// SPDX-License-Identifier: Apache-2.0
import FenliuTestSupport

/// How a post is put together: what it begins with, what is repeated in it, what it ends with, and how long it is.
struct Genome: CustomStringConvertible {
  /// What the post begins with.
  var prefix: String
  /// What is repeated in turn.
  var pump: [String]
  /// What it ends with.
  var suffix: String
  /// About how many bytes it has.
  var length: Int
  /// Whether its line has every character by its number, `\u6b20` for 欠.
  var isEscaped = false

  /// The longest post that a run takes unless it is told otherwise.
  static let longest = 1_000_000

  /// A post of its own.
  init(prefix: String = "", pump: [String], suffix: String = "", length: Int = Genome.longest) {
    (self.prefix, self.pump, self.suffix, self.length) = (prefix, pump, suffix, length)
  }

  /// A random post of parts out of `words`, as likely short as long.
  init(words: [String], using random: inout SplitMix64) {
    func word() -> String { words.randomElement(using: &random) ?? "a" }
    prefix = Bool.random(using: &random) ? word() : ""
    pump = (0..<Self.count(using: &random)).map { _ in word() }
    suffix = Bool.random(using: &random) ? word() : ""
    length = Self.length(using: &random)
    isEscaped = Int.random(in: 0..<16, using: &random) == 0
  }

  /// The bytes of the post, at most `length` and at most a post's most.
  var text: [UInt8] {
    let head = Array(prefix.utf8)
    let tail = Array(suffix.utf8)
    let units = pump.map { Array($0.utf8) }
    let room = max(0, min(length, Self.longest) - head.count - tail.count)
    var text = head
    text.reserveCapacity(head.count + room + tail.count)
    var used = 0
    var next = 0
    while !units.isEmpty, used + units[next].count <= room, !units[next].isEmpty {
      text.append(contentsOf: units[next])
      used += units[next].count
      next = (next + 1) % units.count
    }
    text.append(contentsOf: tail)
    return text.count <= Self.longest ? text : Array("长".utf8)
  }

  /// The same with one thing changed.
  func mutated(words: [String], using random: inout SplitMix64) -> Genome {
    var other = self
    let word = words.randomElement(using: &random) ?? "a"
    switch Int.random(in: 0..<10, using: &random) {
    case 0: other.prefix = word
    case 1: other.prefix += word
    case 2: other.suffix = word
    case 3: other.suffix = ""
    case 4, 5: other.pump.insert(word, at: Int.random(in: 0...pump.count, using: &random))
    case 6 where pump.count > 1: other.pump.remove(at: Int.random(in: 0..<pump.count, using: &random))
    case 7: other.length = Self.length(using: &random)
    case 8: (other.length, other.isEscaped) = (min(Self.longest, length * 2), !isEscaped)
    default: other.pump[Int.random(in: 0..<pump.count, using: &random)] = word
    }
    // What a hill-climber adds and never takes away would soon be longer than any post.
    if other.prefix.utf8.count > 4_000 { other.prefix = "" }
    if other.pump.count > 40 { other.pump = Array(other.pump.prefix(20)) }
    return other
  }

  var description: String {
    func short(_ text: String) -> String { text.count > 60 ? text.prefix(60) + "…" : text }
    return
      "\(length) bytes\(isEscaped ? ", escaped" : ""): '\(short(prefix))' + ('\(short(pump.joined(separator: "|")))')* + '\(short(suffix))'"
  }

  private static func count(using random: inout SplitMix64) -> Int {
    Bool.random(using: &random) ? 1 : Int.random(in: 1...12, using: &random)
  }

  /// From 64 bytes to a post's most, each doubling as likely as any other.
  private static func length(using random: inout SplitMix64) -> Int {
    let doublings = Double.random(in: 6...20, using: &random)
    var length = 1.0
    for _ in 0..<Int(doublings) { length *= 2 }
    return min(longest, Int(length * (1 + doublings - doublings.rounded(.down))))
  }
}
