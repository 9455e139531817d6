// SPDX-License-Identifier: Apache-2.0
import Fenliu
import FenliuRules
import FenliuTestSupport
import FenliuTuning
import Testing

@Suite struct PostFinderTests {
  private static let now = Instant(seconds: 1_763_640_000)

  private static func word(_ text: String) throws -> Sought {
    .pattern(try #require(TypedPattern(text, named: "PATTERN").pattern))
  }

  /// What a search for words sees in one post.
  private static func look(
    for sought: [String], avoiding avoided: [String] = [], in post: Post,
    _ options: PostFinder.Options = PostFinder.Options()
  ) throws -> PostSeen {
    let finder = try PostFinder(
      RuleSet(title: ""), map: nil, zone: .shanghai, sought: sought.map(word), avoided: avoided.map(word),
      options: options)
    var worker = finder.makeWorker()
    return worker.look(at: post, now: now)
  }

  @Test("a place is shown with what stands on both sides, in the post's own characters")
  func place() throws {
    let seen = try Self.look(for: ["拖欠…工资"], in: Post(id: "1", text: "老闆拖欠了我們的工資，没人管"))
    let place = try #require(seen.places.first)
    #expect(seen.places.count == 1 && seen.hits == [1])
    #expect((place.left, place.hit, place.right) == ("老闆", "拖欠了我們的工資", "，没人管"))
    #expect(place.range == 2..<10 && place.field == .text)
    #expect(!place.isCutLeft && !place.isCutRight)
  }

  @Test("each side has at most so many columns, a Chinese character being two")
  func context() throws {
    var options = PostFinder.Options()
    options.context = 5
    let seen = try Self.look(for: ["中"], in: Post(id: "1", text: "甲乙丙丁中abcdef"), options)
    let place = try #require(seen.places.first)
    #expect((place.left, place.right) == ("丙丁", "abcde"))
    #expect(place.isCutLeft && place.isCutRight)
  }

  @Test("control characters and marks that turn the direction of writing are never shown")
  func clean() throws {
    let seen = try Self.look(for: ["中"], in: Post(id: "1", text: "a\u{1B}[31m中\n\u{202E}后"))
    let place = try #require(seen.places.first)
    #expect((place.left, place.right) == ("a [31m", " 后"))
  }

  @Test("a place inside another one of the same pattern is part of it, and one that two patterns share is one")
  func outermost() throws {
    let seen = try Self.look(for: ["(拖欠|欠)…工资", "欠薪", "/欠.?薪/"], in: Post(id: "1", text: "拖欠工资，欠薪"))
    #expect(seen.hits == [1, 1, 1])
    #expect(seen.placeCount == 2)
    #expect(seen.places.map(\.hit) == ["拖欠工资", "欠薪"])
  }

  @Test("a post with an avoided pattern is not found, nor one without a hit in the field asked for")
  func leftOut() throws {
    let post = Post(id: "1", title: "欠薪", text: "说好的工资呢，昨天已结清")
    #expect(try Self.look(for: ["欠薪"], in: post).isFound)
    #expect(try !Self.look(for: ["欠薪"], avoiding: ["已结清"], in: post).isFound)
    var options = PostFinder.Options()
    options.fields = .text
    #expect(try !Self.look(for: ["欠薪"], in: post, options).isFound)
    #expect(try Self.look(for: ["工资"], in: post, options).isFound)
  }

  @Test("at most so many places of a post are kept, and all are counted")
  func most() throws {
    let seen = try Self.look(for: ["好"], in: Post(id: "1", text: "好，好，好，好，好"))
    #expect(seen.places.count == 3 && seen.placeCount == 5 && seen.hits == [5])
  }

  @Test("neighbours are two Chinese characters or a whole word; marks and ends have none")
  func neighbours() throws {
    let seen = try Self.look(for: ["钱"], in: Post(id: "1", text: "老板欠钱 WAGES不给，钱。三钱"))
    #expect(seen.neighbours.map(\.left) == ["板欠", nil, "三"])
    #expect(seen.neighbours.map(\.right) == ["wages", nil, nil])
  }

  @Test("a list of the pack counts without what it allows, a rule as in a decision, whatever the pack allows")
  func ofPack() throws {
    let pack = try Pack(folder: SharedData.repository + "/Tests/Cases/design/mine")
    let rule = try #require(pack.rules.rules.firstIndex { $0.topic != nil })
    let finder = try PostFinder(
      pack.rules, map: pack.map, zone: .shanghai, sought: [.rules([RuleID(rule)])], avoided: [])
    var worker = finder.makeWorker()
    var decider = try Classifier(pack.rules, pack.map).makeWorker()
    var found = 0
    for text in ["三十多名矿工被老板拖欠工资，没人管", "老板拖欠的工资昨天已结清", "你好", "欠薪三个月"] {
      let post = Post(id: "1", text: text)
      let seen = worker.look(at: post, now: Self.now)
      let study = decider.study(post, at: Self.now)
      #expect(seen.isFound == study.matches.matches.contains { $0.rule.index == rule }, "\(text)")
      if seen.isFound { found += 1 }
    }
    #expect(found > 0)
  }

  @Test(
    "weeks are those of ISO 8601",
    arguments: [
      ("2026-01-01", "2026-W01"), ("2025-12-29", "2026-W01"), ("2025-12-28", "2025-W52"), ("2021-01-03", "2020-W53"),
      ("2026-11-20", "2026-W47"), ("1969-12-31", "1970-W01"),
    ])
  func weeks(date: String, week: String) throws {
    #expect(CalendarWeek(of: try #require(LocalDate(date))).description == week)
  }

  @Test("posts are counted by week and by the first part of their region, among all that were looked at")
  func tally() throws {
    var (first, second) = (Post(id: "1", text: "欠薪"), Post(id: "2", text: "天气"))
    first.region = "山西省/吕梁市"
    first.time = Self.now
    second.region = "山西省"
    var tally = FindTally(sought: 1, mostPlaces: 0)
    tally.add(try Self.look(for: ["欠薪"], in: first))
    tally.add(try Self.look(for: ["欠薪"], in: second))
    let region = try #require(tally.regions["山西省"])
    let week = try #require(tally.weeks[nil])
    #expect((region.posts, region.hits, region.of) == (1, 1, 2))
    #expect((week.posts, week.hits, week.of) == (0, 0, 1))
    #expect(tally.weeks.count == 2)
    #expect(tally.places.isEmpty && tally.placeCount == 1)
  }
}
