// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Fenliu
import FenliuTuning

/// `fenliu find`: where posts have something, with what stands around it.
struct FindCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "find", abstract: FindSentence.aboutFind.text,
    usage: "fenliu find [<options>] <pattern> <posts> ...\nfenliu find [<options>] -e <pattern> ... <posts> ...",
    discussion: """
      fenliu find '拖欠…工资' posts.csv
      fenliu find -e 欠薪 -e '/工资\\d+元/' --not 已结清 --sort right posts.jsonl
      fenliu find 'topic:labour.*' --pack rules/county --count posts.jsonl
      """)

  /// How results are printed.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, csv
  }

  /// By which side places are sorted.
  enum Side: String, ExpressibleByArgument, CaseIterable {
    case left, right
  }

  /// A field as it is typed.
  enum FieldName: String, ExpressibleByArgument, CaseIterable {
    case title, text

    var field: Field { self == .title ? .title : .text }
  }

  @Option(name: [.customShort("e"), .customLong("pattern")], help: FindSentence.helpPattern.help)
  var patterns: [String] = []
  @Option(name: .customLong("not"), help: FindSentence.helpNot.help) var avoided: [String] = []
  @Option(name: .customLong("where"), help: FindSentence.helpWhere.help) var fields: [FieldName] = []
  @Option(name: .long, help: FindSentence.helpContext.help) var context = 30
  @Option(name: .customLong("max-per-post"), help: FindSentence.helpMaxPerPost.help) var maxPerPost = 3
  @Option(name: .long, help: FindSentence.helpLimit.help) var limit = "50"
  @Option(name: .long, help: FindSentence.helpSort.help) var sort: Side?
  @Flag(name: .long, help: FindSentence.helpCount.help) var count = false
  @Option(name: .long, help: FindSentence.helpFormat.help) var format = Format.text
  @OptionGroup var shared: SharedOptions
  @OptionGroup var posts: PostOptions

  func validate() throws {
    // Without -e the first argument is the pattern.
    if posts.posts.count < (patterns.isEmpty ? 2 : 1) { throw ValidationError(FindSentence.noPosts.text) }
    if !(0...1000).contains(context) {
      throw ValidationError(FindSentence.notACount(option: "--context", String(context)).text)
    }
    if maxPerPost < 1 {
      throw ValidationError(FindSentence.notACount(option: "--max-per-post", String(maxPerPost)).text)
    }
    _ = try mostPlaces()
  }

  func run() throws {
    var (inputs, wanted) = (posts, patterns)
    if wanted.isEmpty { wanted = [inputs.posts.removeFirst()] }
    // Wrong names end the run before the pack is read.
    _ = try inputs.totalSize()
    let atHand = shared.pack == nil ? nil : try PackAtHand.load(shared)
    let parser = SoughtParser(rules: atHand?.pack.rules, usesColour: shared.talkStyle.hasColour)
    let zone = atHand?.pack.map.calendar.zone ?? .shanghai
    var options = PostFinder.Options()
    options.context = context
    options.mostPerPost = maxPerPost
    options.showsPlaces = !count
    options.masking = (atHand?.pack.rules.language ?? SpokenLanguage.current).masking
    if !fields.isEmpty { options.fields = FieldSet(fields.map { FieldSet($0.field) }) }
    let finder = try PostFinder(
      atHand?.pack.rules ?? RuleSet(title: ""), map: atHand?.pack.map, zone: zone,
      sought: try wanted.map(parser.sought), avoided: try avoided.map(parser.sought), options: options)
    let limit = try mostPlaces()
    let now = try shared.time(in: zone)
    // What is sorted must be known whole before the first of it can be shown.
    let tally = Monitor(FindTally(sought: wanted.count, mostPlaces: sort == nil ? limit : Int.max))
    let seen = try PostPass(inputs, records: inputs.recordOptions(zone: zone)).run {
      finder.makeWorker()
    } value: { worker, post, _ in
      worker.look(at: post, now: now)
    } take: { values in
      tally.withState { tally in for value in values { tally.add(value) } }
    }
    seen.tellRejects()
    let found = tally.withState { $0 }
    let report = FindReport(
      patterns: wanted, tally: found, places: Array(sorted(found.places).prefix(limit)), isCountOnly: count)
    switch format {
    case .text:
      try StandardOutput.page(FindPrinter(style: shared.outputStyle, language: SpokenLanguage.current).page(report))
    case .json: try StandardOutput.write(bytes: FindJSON.bytes(of: report))
    case .csv: try StandardOutput.write(bytes: FindTable.bytes(of: report))
    }
    if found.placeCount > report.places.count, !count {
      StandardError.line(FindSentence.placesShown(shown: report.places.count, of: found.placeCount).text)
    }
    let slips = SoughtSlip(rules: atHand?.pack.rules)
    for (pattern, count) in zip(wanted, found.sought) where count.posts == 0 { tell(slips, pattern) }
    for pattern in avoided { tell(slips, pattern) }
    if found.incomplete > 0 { StandardError.line(FindSentence.incomplete(found.incomplete).text) }
    if found.all.posts == 0 { throw CommandFailure.answerIsNo }
  }

  /// Says what was probably meant by a pattern that looks like a slip.
  private func tell(_ slips: SoughtSlip, _ pattern: String) {
    guard let meant = slips.meant(by: pattern) else { return }
    StandardError.line(FindSentence.slip(pattern, meant: meant).text)
  }

  private func mostPlaces() throws -> Int {
    if limit == "all" { return Int.max }
    guard let number = Int(limit), number >= 0 else {
      throw ValidationError(FindSentence.notALimit(limit).text)
    }
    return number
  }

  /// The places by what stands on the side that was asked for; from the place outwards, so that equal neighbours come together.
  private func sorted(_ places: [FoundPlace]) -> [FoundPlace] {
    guard let sort else { return places }
    let keys = places.map { place in
      sort == .right ? Array(place.right.unicodeScalars) : place.left.unicodeScalars.reversed()
    }
    return places.indices.sorted {
      if keys[$0] == keys[$1] { return $0 < $1 }
      return keys[$0].lexicographicallyPrecedes(keys[$1])
    }.map { places[$0] }
  }
}

/// What a search found, as it is printed.
struct FindReport {
  /// What was sought, as it was typed.
  var patterns: [String]
  var tally: FindTally
  /// The places to show.
  var places: [FoundPlace]
  var isCountOnly: Bool

  /// How many neighbours of a side are told.
  static let neighbours = 10

  /// The known weeks in their order, then the posts without one; empty where nobody knows of any post.
  var weeks: [(week: CalendarWeek?, count: FindTally.Count)] {
    let known = tally.weeks.compactMap { week, count in week.map { ($0, count) } }.sorted { $0.0 < $1.0 }
    guard !known.isEmpty else { return [] }
    return known.map { ($0.0, $0.1) } + (tally.weeks[nil].map { [(nil, $0)] } ?? [])
  }

  /// The known regions, most posts first, then the posts without one; empty where nobody knows of any post.
  var regions: [(region: String?, count: FindTally.Count)] {
    let known = tally.regions.compactMap { region, count in region.map { ($0, count) } }
      .sorted { ($1.1.posts, $1.1.of, $0.0) < ($0.1.posts, $0.1.of, $1.0) }
    guard !known.isEmpty else { return [] }
    return known.map { ($0.0, $0.1) } + (tally.regions[nil].map { [(nil, $0)] } ?? [])
  }
}
