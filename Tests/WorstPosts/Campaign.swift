// SPDX-License-Identifier: Apache-2.0
import Fenliu
import FenliuTestSupport
import FoundationEssentials
import Glibc

/// Makes posts by the thousand, climbs from those that cost much to those that cost more, and tells of the worst.
struct Campaign: Sendable {
  private let options: Options
  private let classifier: Classifier
  private let words: [String]
  private let named: [NamedPost]
  /// The time of the run: a Friday evening.
  private let time = Instant(seconds: 1_795_176_000)
  /// How many posts are kept to be measured once more.
  private static let kept = 12
  /// How many posts are made before the next are made of the best of them.
  private static let generation = 48
  /// Of so many generations all but one are of posts of up to `short` bytes, which cost little to try; what costs most a byte in them is stretched
  /// in the other one to the most that a post may have.
  private static let (longEvery, short) = (200, 16_000)

  /// A post, and what it cost.
  private struct Measured: Sendable {
    let genome: Genome
    let cost: PostCost
  }

  /// What one thread has found.
  private struct Findings: Sendable {
    var worst: [Measured] = []
    var posts = 0
    var bytes = 0
    var histogram = [Int](repeating: 0, count: Campaign.bounds.count + 1)
  }

  /// The upper ends, in milliseconds, of the classes into which costs are counted.
  private static let bounds = [1.0, 5, 10, 20, 30, 40, 50]

  /// Loads the pack that was asked for.
  init(_ options: Options) throws {
    self.options = options
    let attacks = WildRegex.all
    if let folder = options.pack {
      let pack = try Pack(folder: folder)
      classifier = try Classifier(pack.rules, pack.map)
      words = try Vocabulary.words(of: [folder, folder + "/../common"])
      named = NamedPost.all(words: words)
    } else {
      let folder = FileManager.default.temporaryDirectory.path + "/fenliu-worst-pack-\(getpid())"
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(atPath: folder) }
      try Data(WildPack.rules(of: attacks).utf8).write(to: URL(filePath: folder + "/rules.yaml"))
      try Data(WildPack.map.utf8).write(to: URL(filePath: folder + "/map.yaml"))
      let pack = try Pack(folder: folder)
      classifier = try Classifier(pack.rules, pack.map)
      words = attacks.flatMap { [$0.prefix, $0.unit, $0.suffix] }.filter { !$0.isEmpty } + Vocabulary.signs
      named = attacks.flatMap { attack in
        [300, 3_000, 30_000, 300_000, Genome.longest].map { length in
          NamedPost(
            "\(attack.name), \(length)",
            Genome(prefix: attack.prefix, pump: [attack.unit], suffix: attack.suffix + "拖欠工资", length: length))
        }
      }
    }
  }

  /// Measures the named posts, then as many others as were asked for; the seconds that the worst costs.
  func run() async throws -> Double {
    var worst = try await measureNamed()
    if !options.namedOnly { worst = max(worst, try await search()) }
    return worst
  }

  private func measureNamed() async throws -> Double {
    var meter = CostMeter(classifier, at: time, through: temporaryFile(0))
    var rows: [(String, PostCost)] = []
    var posts = named
    if let pump = options.pump {
      posts = posts.filter { $0.name == pump }
      if posts.isEmpty { posts = [NamedPost(pump, Genome(pump: pump.split(separator: "|").map(String.init)))] }
    }
    for post in posts { rows.append((post.name, try settled(post.genome, &meter))) }
    rows.sort { $0.1.total > $1.1.total }
    print("ms\tparse\tdecide\twrite\tpost")
    for (name, cost) in rows.prefix(options.namedOnly ? rows.count : 10) { print(Self.line(cost, name)) }
    return rows.first?.1.total ?? 0
  }

  /// The least of some measurements: what the post itself costs, without what disturbed one of them.
  private func settled(_ genome: Genome, _ meter: inout CostMeter) throws -> PostCost {
    var least: PostCost?
    for _ in 0..<options.rounds {
      let cost = try meter.costs(of: [genome])[0]
      if cost.total < least?.total ?? .infinity { least = cost }
    }
    return least ?? PostCost()
  }

  private func search() async throws -> Double {
    let findings = try await withThrowingTaskGroup(of: Findings.self) { group in
      for thread in 0..<options.threads { group.addTask { try climb(thread) } }
      var all = Findings()
      for try await found in group {
        all.worst += found.worst
        all.posts += found.posts
        all.bytes += found.bytes
        for index in all.histogram.indices { all.histogram[index] += found.histogram[index] }
      }
      return all
    }
    print("\(findings.posts) posts, \(findings.bytes) bytes")
    for (index, count) in findings.histogram.enumerated() {
      let name = index < Self.bounds.count ? "up to \(Self.bounds[index]) ms" : "over \(Self.bounds.last ?? 0) ms"
      print("\(name)\t\(count)")
    }
    var meter = CostMeter(classifier, at: time, through: temporaryFile(0))
    var again: [Measured] = []
    for found in findings.worst {
      again.append(Measured(genome: found.genome, cost: try settled(found.genome, &meter)))
    }
    again.sort { $0.cost.total > $1.cost.total }
    print("ms\tparse\tdecide\twrite\tthe worst, measured again")
    for found in again.prefix(Self.kept) { print(Self.line(found.cost, found.genome.description)) }
    return again.first?.cost.total ?? 0
  }

  private func climb(_ thread: Int) throws -> Findings {
    var random = SplitMix64(seed: options.seed &* 1_000 &+ UInt64(thread))
    var meter = CostMeter(classifier, at: time, through: temporaryFile(thread + 1))
    var findings = Findings()
    // Some climbs start anew, so that one hill is not all that is seen.
    var (parents, short): ([Measured], [Measured]) = ([], [])
    var age = 0
    while findings.posts < options.posts / options.threads {
      if age % (40 * Self.longEvery) == 0 { (parents, short) = ([], []) }
      let isLong = age % Self.longEvery == 0
      age += 1
      let genomes = (0..<Self.generation).map { place in
        var genome = genome(place, isLong ? parents : short, using: &random)
        if isLong, place % 4 == 3, let stretched = short.randomElement(using: &random) {
          genome = stretched.genome
          genome.length = Genome.longest
        } else if !isLong {
          genome.length = min(genome.length, Self.short)
        }
        return genome
      }
      for (genome, cost) in zip(genomes, try meter.costs(of: genomes)) {
        findings.posts += 1
        findings.bytes += genome.length
        findings.histogram[Self.bounds.firstIndex { cost.total * 1000 <= $0 } ?? Self.bounds.count] += 1
        let measured = Measured(genome: genome, cost: cost)
        Self.keep(measured, in: &findings.worst, most: Self.kept) { $0.cost.total }
        if isLong {
          Self.keep(measured, in: &parents, most: 8) { $0.cost.total }
        } else if genome.length * 4 >= Self.short {
          Self.keep(measured, in: &short, most: 8) { $0.cost.total / Double($0.genome.length) }
        }
      }
    }
    return findings
  }

  /// A new post: at random, or from one of those that cost most.
  private func genome(_ place: Int, _ parents: [Measured], using random: inout SplitMix64) -> Genome {
    if place % 2 == 1, let parent = parents.randomElement(using: &random) {
      return parent.genome.mutated(words: words, using: &random)
    }
    if place == 0, let post = named.randomElement(using: &random) {
      return post.genome.mutated(words: words, using: &random)
    }
    return Genome(words: words, using: &random)
  }

  private static func keep(
    _ measured: Measured, in list: inout [Measured], most: Int, by weight: (Measured) -> Double
  ) {
    if list.count == most, weight(measured) <= weight(list[most - 1]) { return }
    list.append(measured)
    list.sort { weight($0) > weight($1) }
    if list.count > most { list.removeLast() }
  }

  private func temporaryFile(_ number: Int) -> String {
    FileManager.default.temporaryDirectory.path + "/fenliu-worst-\(getpid())-\(number).jsonl"
  }

  private static func line(_ cost: PostCost, _ name: String) -> String {
    let times = [cost.total, cost.parsing, cost.deciding, cost.writing].map { rounded($0 * 1000) }
    let few = cost.incomplete.prefix(4).joined(separator: " ") + (cost.incomplete.count > 4 ? " …" : "")
    return (times + [name.replacing("\n", with: "␊"), few]).joined(separator: "\t")
  }

  private static func rounded(_ number: Double) -> String { "\((number * 100).rounded() / 100)" }
}
