// SPDX-License-Identifier: Apache-2.0
import FenliuTestSupport
import Foundation
import Testing

@testable import Fenliu

/// The shipped county pack, and grievances of several fields that it knows.
enum CountyPack {
  static let now = Instant(seconds: 1_795_176_000)  // 2026-11-20 20:00 in Shanghai

  static let shared: (pack: Pack, classifier: Classifier)? = {
    guard let pack = try? Pack(folder: SharedData.repository + "/rules/county"),
      let classifier = try? Classifier(pack.rules, pack.map)
    else { return nil }
    return (pack, classifier)
  }()

  static func load() throws -> (pack: Pack, classifier: Classifier) { try #require(shared) }

  static let grievances = [
    "小区物业半年不打扫楼道，电梯坏了三次没人修",
    "工地的老板拖欠我们三个月工资，至今一分没给",
    "化工厂半夜偷排废气，臭味熏得没法开窗",
    "村口到镇上的公交车说停就停，等一个小时也没有",
    "学校强制补课还收费，不去就点名批评",
    "镇卫生院乱收费，一个感冒开了八百块的药",
  ]
}

@Suite("What is promised to the people who write")
struct PromiseTests {
  @Test("no restraint case is prohibited")
  func restraint() throws {
    let (pack, classifier) = try CountyPack.load()
    let path = SharedData.repository + "/rules/common/restraint.jsonl"
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    #expect(lines.count >= 40)
    let prohibited = Set(pack.rules.rules.filter { $0.category == .prohibited }.map(\.key))
    #expect(!prohibited.isEmpty)
    var worker = classifier.makeWorker(listing: .all)
    for line in lines {
      let row = try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      var post = Post(id: try #require(row["id"] as? String), text: try #require(row["text"] as? String))
      post.title = row["title"] as? String
      let decision = worker.decide(post, at: CountyPack.now)
      #expect(!decision.matches.contains { prohibited.contains($0.rule) }, "\(post.id)")
      #expect(!departments(of: decision).contains { kind(of: $0, in: pack.map) == .security }, "\(post.id)")
    }
  }

  @Test("a prohibited rule that hits a restraint case stops the pack, and nothing silences that")
  func restraintStops() throws {
    let library = try TemporaryFolder()
    try library.write("common/restraint.jsonl", #"{"id": "r-1", "text": "这个局就是一群饭桶，天天踢皮球"}"# + "\n")
    try library.write(
      "p/rules.yaml",
      """
      fenliu: 1
      title: test
      rules:
        - id: rude  # fenliu: ignore prohibited-hits-restraint
          category: prohibited
          any: [饭桶]
          unless: [不是]
          basis: none
          owner: me
          examples: {hit: [你这个饭桶], miss: [你不是饭桶]}
      levels: {general: total >= 1}
      """)
    try library.write(
      "p/map.yaml",
      """
      fenliu: 1
      departments: {duty: {title: 值班室, kind: help, around-the-clock: true}}
      default: duty
      deadlines: {none: {read: 24h}, general: {read: 24h}, larger: {read: 24h}, major: {read: 24h}, critical: {read: 24h}}
      """)
    let checked = try CheckedPack(folder: library.path + "/p")
    let errors = checked.diagnostics.filter { $0.severity == .error }
    #expect(errors.map(\.code) == [.init("prohibited-hits-restraint")])
    #expect(throws: DiagnosticsError.self) { try Pack(folder: library.path + "/p") }
    try library.write("common/restraint.jsonl", #"{"id": "r-1", "text": "天天踢皮球"}"# + "\n")
    #expect(throws: Never.self) { try Pack(folder: library.path + "/p") }
  }

  @Test("the restraint cases that the program brings along are those of the library")
  func shippedRestraint() throws {
    let path = SharedData.repository + "/rules/common/restraint.jsonl"
    #expect(
      ShippedRestraint.lines == (try String(contentsOfFile: path, encoding: .utf8)), "run scripts/make-restraint-cases")
  }

  @Test("a pack whose library has no restraint cases is held to those that the program brings along")
  func restraintWithoutLibrary() throws {
    let library = try TemporaryFolder()
    let rules = """
      fenliu: 1
      title: test
      rules:
        - {id: rude, category: prohibited, any: [混蛋], unless: [不是], basis: none, owner: me, examples: {hit: [你这个混蛋], miss: [你不是混蛋]}}
      levels: {general: total >= 1}

      """
    try library.write("p/rules.yaml", rules)
    try library.write(
      "p/map.yaml",
      """
      fenliu: 1
      departments: {duty: {title: 值班室, kind: help, around-the-clock: true}}
      default: duty
      deadlines: {none: {read: 24h}, general: {read: 24h}, larger: {read: 24h}, major: {read: 24h}, critical: {read: 24h}}
      """)
    let checked = try CheckedPack(folder: library.path + "/p")
    let errors = checked.diagnostics.filter { $0.severity == .error }
    #expect(errors.map(\.code) == [.init("prohibited-hits-restraint")])
    #expect(errors.first?.facts["case"] == .text("restraint-001"))
    #expect(checked.files.allSatisfy { !$0.path.hasPrefix("common/") })
    // A file in which nothing can be read silences nothing.
    try library.write("common/restraint.jsonl", "\n[]\n")
    #expect(throws: DiagnosticsError.self) { try Pack(folder: library.path + "/p") }
    try library.write("p/rules.yaml", rules.replacing("混蛋", with: "齉齉"))
    #expect(throws: Never.self) { try Pack(folder: library.path + "/p") }
  }

  @Test("a grievance with something prohibited beside it is handled as without it", arguments: CountyPack.grievances)
  func prohibitedChangesNothing(grievance: String) throws {
    let (pack, classifier) = try CountyPack.load()
    var worker = classifier.makeWorker(listing: .all)
    let alone = worker.decide(Post(id: "1", text: grievance), at: CountyPack.now)
    var tried = 0
    for rule in pack.rules.rules where rule.category == .prohibited {
      for example in rule.examples where example.kind == .hit {
        // Only what says nothing else: a threat may hold a grievance or a danger of its own.
        let advert = worker.decide(Post(id: "2", text: example.text), at: CountyPack.now)
        guard advert.topics.isEmpty, advert.total == .zero, advert.withdrawn.isEmpty else { continue }
        let both = worker.decide(Post(id: "1", text: grievance + "。\n" + example.text), at: CountyPack.now)
        guard both.points.contains(where: { $0.name == "prohibited" }),
          both.topics.map(\.name) == alone.topics.map(\.name),
          both.total == alone.total
        else { continue }
        tried += 1
        #expect(both.level == alone.level, "\(example.text)")
        #expect(both.route == alone.route, "\(example.text)")
        #expect(both.deadlines == alone.deadlines, "\(example.text)")
      }
    }
    #expect(tried > 10)
  }

  @Test(
    "an announced petition raises the urgency, and goes to the department of its matter",
    arguments: CountyPack.grievances)
  func petitions(grievance: String) throws {
    let (pack, classifier) = try CountyPack.load()
    var worker = classifier.makeWorker(listing: .all)
    let alone = worker.decide(Post(id: "1", text: grievance), at: CountyPack.now)
    for announcement in ["再不解决我们就去省里集体上访", "明天大家一起去政府门口拉横幅", "再拖就找媒体曝光，起诉到法院"] {
      let both = worker.decide(Post(id: "1", text: grievance + "。" + announcement), at: CountyPack.now)
      #expect(both.points.contains { $0.name == "action" }, "\(announcement)")
      #expect(both.level >= alone.level && both.total > alone.total, "\(announcement)")
      #expect(both.route.lead == alone.route.lead, "\(announcement)")
      #expect(!both.points.contains { $0.name == "prohibited" }, "\(announcement)")
      #expect(!departments(of: both).contains { kind(of: $0, in: pack.map) == .security }, "\(announcement)")
    }
  }

  @Test("every danger is at least major and led by those who help, also beside settled matters and insults")
  func danger() throws {
    let (pack, classifier) = try CountyPack.load()
    var worker = classifier.makeWorker(listing: .all)
    var tried = 0
    for rule in pack.rules.rules where rule.category == .danger && rule.status == .active && rule.condition == nil {
      for example in rule.examples where example.kind == .hit {
        for text in [example.text, example.text + "。\n" + CountyPack.grievances[0] + "。\n谢谢，路灯已修好，问题已解决"] {
          let decision = worker.decide(Post(id: "1", text: text), at: CountyPack.now)
          tried += 1
          #expect(decision.level >= .major, "\(text)")
          #expect(kind(of: decision.route.lead, in: pack.map) == .help, "\(text)")
        }
      }
    }
    #expect(tried > 50)
  }

  @Test(
    "a post with nothing to read has an owner and a deadline for being read",
    arguments: ["😀👍", "https://example.com/a", "@某某", "привет"])
  func unread(text: String) throws {
    let (pack, classifier) = try CountyPack.load()
    var worker = classifier.makeWorker()
    let decision = worker.decide(Post(id: "1", text: text), at: CountyPack.now)
    #expect(decision.incomplete == ["unread"])
    #expect(decision.level == .general)
    #expect(decision.route.lead == pack.map.departments[pack.map.defaultDepartment.index].key)
    let steps = Set(decision.deadlines.map(\.step))
    for step in pack.map.deadlines[.none, default: []] + pack.map.deadlines[.general, default: []] {
      #expect(steps.contains(step.name))
    }
    #expect(!decision.because.isEmpty)
  }

  @Test("a post that no rule recognises has an owner and a deadline")
  func unknown() throws {
    let (pack, classifier) = try CountyPack.load()
    var worker = classifier.makeWorker()
    let decision = worker.decide(Post(id: "1", text: "春眠不觉晓"), at: CountyPack.now)
    #expect(decision.level == .none)
    #expect(decision.route.lead == pack.map.departments[pack.map.defaultDepartment.index].key)
    #expect(!decision.deadlines.isEmpty && decision.deadlines.allSatisfy { $0.due != nil })
  }

  @Test("the same post gets the same decision from every worker, and a worker forgets the post before")
  func purity() throws {
    let (_, classifier) = try CountyPack.load()
    var used = classifier.makeWorker()
    for grievance in CountyPack.grievances + CountyPack.grievances.reversed() {
      var fresh = classifier.makeWorker()
      let post = Post(id: "1", title: "标题", text: grievance)
      #expect(used.decide(post, at: CountyPack.now) == fresh.decide(post, at: CountyPack.now))
    }
  }

  private func departments(of decision: Decision) -> [String] {
    [decision.route.lead] + decision.route.assist + decision.route.notify
      + [decision.route.ifReturned].compactMap { $0 }
      + decision.beside.flatMap { [$0.lead] + $0.assist + $0.notify }
  }

  private func kind(of department: String, in map: ResponsibilityMap) -> Department.Kind? {
    map.departments.first { $0.key == department }?.kind
  }
}
