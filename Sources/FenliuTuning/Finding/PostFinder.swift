// SPDX-License-Identifier: Apache-2.0
public import FenliuCalendar
public import FenliuMasking
import FenliuMatching
public import FenliuModel
import FenliuNormalization
import FenliuRouting

/// Finds posts that contain what somebody looks for, with what stands around it: matched exactly as rules are.
///
/// Immutable: make one, share it, and give each thread a worker of its own.
public struct PostFinder: Sendable {
  /// How much is shown, and where it is looked for.
  public struct Options: Sendable {
    /// The fields in which hits count.
    public var fields: FieldSet = .all
    /// How many columns are shown on each side.
    public var context = 30
    /// How many places of a post are shown.
    public var mostPerPost = 3
    /// Whether places and neighbours are wanted at all.
    public var showsPlaces = true
    /// How numbers of people are masked in what is shown.
    public var masking = Masking(.chinese)

    /// Three places a post, 30 columns on each side.
    public init() {}
  }

  let matcher: Matcher
  let places: PlaceFinder
  let zone: Zone
  let options: Options
  let soughtCount: Int
  /// For each rule of the matcher which of what is sought it stands for; what is to be avoided stands behind.
  let owner: [Int]

  /// Prepares the search.
  ///
  /// - Parameters:
  ///   - rules: the pack's rules, or an empty set.
  ///   - map: the pack's map, for places that posts name; nil: regions are those that posts give.
  ///   - zone: by which weeks are counted.
  ///   - sought: what to find.
  ///   - avoided: what a post must not contain.
  public init(
    _ rules: RuleSet, map: ResponsibilityMap?, zone: Zone, sought: [Sought], avoided: [Sought],
    options: Options = Options()
  ) throws {
    let (seeking, owner) = rules.seeking(sought + avoided)
    matcher = try Matcher(seeking)
    places = PlaceFinder(map?.places ?? [])
    self.zone = zone
    self.options = options
    self.owner = owner
    soughtCount = sought.count
  }

  /// A worker for one thread.
  public func makeWorker() -> Worker { Worker(self) }

  /// One thread's search; reuses its memory from post to post.
  public struct Worker: ~Copyable {
    private let finder: PostFinder
    private let normalizer = Normalizer()
    private var title = NormalizedText()
    private var text = NormalizedText()
    private var scratch: MatchScratch
    private var matches = Matches()

    init(_ finder: PostFinder) {
      self.finder = finder
      scratch = MatchScratch(finder.matcher)
    }

    /// What of it is in the post.
    ///
    /// - Parameters:
    ///   - post: the post.
    ///   - time: stands in for the post's own time where a rule asks for its date.
    public mutating func look(at post: Post, now time: Instant) -> PostSeen {
      normalizer.normalize(post.title ?? "", into: &title)
      normalizer.normalize(post.text ?? "", into: &text)
      let region =
        post.region ?? (finder.places.isEmpty ? nil : finder.places.region(title: title, text: text))
      let written = post.time ?? post.received
      let date = finder.zone.date(of: written ?? time)
      let facts = PostFacts(of: post, region: region, date: date)
      finder.matcher.match(title: title, text: text, facts: facts, scratch: &scratch, into: &matches)
      var seen = PostSeen()
      seen.week = written == nil ? nil : CalendarWeek(of: date)
      seen.region = region?.split(separator: "/").first.map { finder.options.masking.masked(String($0)) }
      seen.isIncomplete = !matches.incomplete.isEmpty
      if !matches.matches.isEmpty { collect(finder.options.masking.masked(id: post.id), into: &seen) }
      return seen
    }

    private func collect(_ id: String, into seen: inout PostSeen) {
      var hits: [Int: [Hit]] = [:]
      for match in matches.matches {
        let owner = finder.owner[match.rule.index]
        let found = matches.hits[match.hits].filter { finder.options.fields.touches($0.field) }
        // A rule may hold without a hit; then no field can say where.
        if !found.isEmpty || match.hits.isEmpty { hits[owner, default: []] += found }
      }
      if hits.keys.contains(where: { $0 >= finder.soughtCount }) { return }
      guard !hits.isEmpty else { return }
      var counts = Array(repeating: -1, count: finder.soughtCount)
      var all: [(hit: Hit, sought: Int)] = []
      for (sought, found) in hits {
        let outer = found.outermost()
        counts[sought] = outer.count
        all += outer.map { ($0, sought) }
      }
      seen.hits = counts.map { $0 < 0 ? nil : $0 }
      all.sort {
        ($0.hit.field, $0.hit.range.lowerBound, $0.hit.range.upperBound, $0.sought)
          < ($1.hit.field, $1.hit.range.lowerBound, $1.hit.range.upperBound, $1.sought)
      }
      var last: (field: Field, range: Range<Int>)?
      var maskedFields: [Field: MaskedText] = [:]
      for (hit, sought) in all {
        // Several patterns may find the same place: it is shown once.
        if let last, last.field == hit.field, last.range == hit.range { continue }
        last = (hit.field, hit.range)
        seen.placeCount += 1
        guard finder.options.showsPlaces else { continue }
        let field = hit.field == .title ? title : text
        let masked = maskedFields[hit.field] ?? MaskedText(field.originalBytes, finder.options.masking)
        maskedFields[hit.field] = masked
        seen.neighbours.append(Neighbours(of: hit.range, in: field, masked: masked))
        if seen.places.count < finder.options.mostPerPost {
          seen.places.append(
            FoundPlace(
              id: id, sought: sought, hit: hit, in: field, masked: masked, context: finder.options.context, seen: seen))
        }
      }
    }
  }
}

extension [Hit] {
  /// Those that lie in no other of them, each place once.
  fileprivate func outermost() -> [Hit] {
    let sorted = sorted {
      ($0.field, $0.range.lowerBound, -$0.range.upperBound) < ($1.field, $1.range.lowerBound, -$1.range.upperBound)
    }
    var kept: [Hit] = []
    for hit in sorted {
      // The last one kept of the field reaches furthest: what it does not hold, none holds.
      if let last = kept.last, last.field == hit.field, hit.range.upperBound <= last.range.upperBound { continue }
      kept.append(hit)
    }
    return kept
  }
}
