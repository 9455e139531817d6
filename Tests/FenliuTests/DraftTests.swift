// SPDX-License-Identifier: Apache-2.0
import Fenliu
import FenliuRecords
import FenliuTestSupport
import Testing

/// What a batch writes of a draft, held against what is written of the decision that is made of it.
@Suite("The draft of a decision")
struct DraftTests {
  /// The posts of the packs, and some in which nearly all can be found at once.
  static func posts() throws -> [Post] {
    var posts: [Post] = []
    for file in ["/corpus/county.jsonl", "/rules/common/restraint.jsonl"] {
      var stream = try RecordStream(SharedData.repository + file, options: RecordOptions())
      var parser = RecordParser(stream.format)
      while let chunk = try stream.next() {
        parser.begin(chunk)
        while let record = parser.next() { if case .post(let post) = record { posts.append(post) } }
      }
    }
    #expect(posts.count > 200)
    let texts = posts.compactMap(\.text)
    // Each with others behind it, a telephone in between, and what JSON must escape.
    for start in stride(from: 0, to: texts.count, by: 7) {
      let several = texts[start..<min(start + 40, texts.count)].joined(separator: "\n\"电话13912345678\"\t\u{1}")
      var post = Post(id: "several \"\(start)\"", title: texts[start], text: several)
      post.views = start * 1000
      post.received = Instant(seconds: 1_795_176_000 + Int64(start) * 7_000)
      posts.append(post)
    }
    posts.append(Post(id: "zones", text: "他说：“我要跳楼” //@某某：拖欠工资 #拖欠工资# @小明我要跳楼 https://a.example/跳楼"))
    posts.append(Post(id: "nothing", text: "…"))
    return posts
  }

  @Test(
    "its line and its counts are those of the decision, in both languages, whatever is listed",
    arguments: [Language.chinese, .english], [MatchListing.usual, .all, MatchListing(matches: 2, hits: 1)])
  func sameLine(language: Language, listing: MatchListing) throws {
    let pack = try Pack(folder: SharedData.repository + "/rules/county")
    try check(pack, language, listing, try Self.posts())
  }

  @Test("of the pack of the design, too", arguments: [Language.chinese, .english])
  func design(language: Language) throws {
    try check(try Pack(folder: DesignPack.folder), language, .usual, try Self.posts())
  }

  @Test("in periods, too", arguments: [Language.chinese, .english])
  func periods(language: Language) throws {
    let pack = try Pack(folder: SharedData.repository + "/rules/county")
    try check(pack, language, .usual, try Self.posts(), map: try PeriodTests.map(pack))
  }

  private func check(
    _ pack: Pack, _ language: Language, _ listing: MatchListing, _ posts: [Post], map: ResponsibilityMap? = nil
  ) throws {
    var rules = pack.rules
    rules.language = language
    let classifier = try Classifier(rules, map ?? pack.map)
    let pieces = DecisionPieces(classifier.names)
    let zone = pack.map.calendar.zone
    var drafting = classifier.makeWorker(listing: listing)
    var deciding = classifier.makeWorker(listing: listing)
    var (drafted, decided) = (DecisionWriter(zone: zone), DecisionWriter(zone: zone))
    var counter = BatchCounter()
    var tally = BatchTally()
    for post in posts {
      drafting.draft(post, at: CountyPack.now) { draft in
        drafted.write(draft, by: pieces)
        counter.count(draft, by: pieces.names)
      }
      let decision = deciding.decide(post, at: CountyPack.now)
      decided.write(decision)
      tally.count(decision)
      let (line, expected) = (drafted.take(), decided.take())
      #expect(line == expected, "\(String(decoding: line, as: UTF8.self))")
    }
    #expect(counter.take() == tally)
    #expect(counter.take() == BatchTally())
    #expect(tally.decisions == posts.count)
  }
}
