// SPDX-License-Identifier: Apache-2.0
import Fenliu
import FenliuExpression
import FenliuTestSupport
import Testing

@Suite struct OutcomeTests {
  private static let time = Instant(seconds: 1_763_640_000)
  private static let posts = [
    "三十多名矿工被老板拖欠工资，没人管", "欠薪三个月，讨薪的矿工有两百名，说好的工资到账遥遥无期", "老板拖欠的工资昨天已结清，还有人欠薪",
    "瓦斯报警没人管，井下还有六十名工人，工资也拖欠着", "你好",
  ]

  private static func pack() throws -> Pack {
    try Pack(folder: SharedData.repository + "/Tests/Cases/design/mine")
  }

  @Test("an outcome says what the decision says")
  func agreesWithDecision() throws {
    let pack = try Self.pack()
    let classifier = try Classifier(pack.rules, pack.map)
    var worker = classifier.makeWorker()
    for text in Self.posts {
      let post = Post(id: "1", text: text)
      let outcome = worker.outcome(of: post, at: Self.time)
      let decision = worker.decide(post, at: Self.time)
      #expect(outcome.level == decision.level)
      #expect(outcome.total == decision.total)
      #expect(pack.map.departments[outcome.lead.index].key == decision.route.lead)
      #expect(outcome.deadlines.map(\.due) == decision.deadlines.map(\.due))
      #expect(outcome.topics.map(\.points) == decision.topics.map(\.points))
    }
  }

  @Test(
    "deadlines start when the post was received, else when it was written if that is not later than the run, else with the run"
  )
  func startOfDeadlines() throws {
    let pack = try Self.pack()
    var worker = try Classifier(pack.rules, pack.map).makeWorker()
    var post = Post(id: "1", text: Self.posts[0])
    #expect(worker.decide(post, at: Self.time).received == Self.time)
    for (written, start) in [(-60, -60), (0, 0), (60, 0)] as [(Int64, Int64)] {
      post.time = Self.time.advanced(bySeconds: written)
      #expect(worker.decide(post, at: Self.time).received == Self.time.advanced(bySeconds: start))
    }
    post.received = Self.time.advanced(bySeconds: 3600)
    #expect(worker.decide(post, at: Self.time).received == post.received)
  }

  @Test("without a rule a post comes out as if the pack did not have it")
  func withoutRule() throws {
    let pack = try Self.pack()
    var worker = try Classifier(pack.rules, pack.map).makeWorker()
    var differ = 0
    for text in Self.posts {
      let post = Post(id: "1", text: text)
      let study = worker.study(post, at: Self.time)
      for match in study.matches.matches {
        var rules = pack.rules
        rules.rules[match.rule.index].status = .draft
        var other = try Classifier(rules, pack.map).makeWorker()
        let without = worker.outcome(without: match.rule)
        #expect(without == other.outcome(of: post, at: Self.time))
        if without != study.outcome { differ += 1 }
      }
      #expect(worker.study(post, at: Self.time).outcome == study.outcome)
    }
    #expect(differ > 2)
  }

  @Test("judged by other points, levels and another map a post comes out as with a pack that has them")
  func judgedOtherwise() throws {
    let pack = try Self.pack()
    var (rules, map) = (pack.rules, pack.map)
    for place in rules.rules.indices { rules.rules[place].points = .constant(4) }
    rules.levels.removeAll { $0.level == .larger }
    map.routes.removeAll { $0.name == "wages" }
    map.deadlines[.general]?.removeLast()
    let classifier = try Classifier(pack.rules, pack.map)
    let judging = classifier.judging(by: rules, map)
    var worker = classifier.makeWorker()
    var other = try Classifier(rules, map).makeWorker()
    var differ = 0
    for text in Self.posts {
      let post = Post(id: "1", text: text)
      let study = worker.study(post, at: Self.time)
      let judged = worker.outcome(judgedBy: judging)
      #expect(judged == other.outcome(of: post, at: Self.time))
      if judged != study.outcome { differ += 1 }
    }
    #expect(differ > 2)
  }

  @Test("without a word a post comes out as if the pack did not have it")
  func withoutWord() throws {
    let pack = try Self.pack()
    let classifier = try Classifier(pack.rules, pack.map)
    var worker = classifier.makeWorker()
    var differ = 0
    for text in Self.posts {
      let post = Post(id: "1", text: text)
      let study = worker.study(post, at: Self.time)
      for source in Set(study.matches.hits.map(\.source)) {
        let found = classifier.sources[Int(source.index)]
        let without = worker.outcome(without: source)
        var other = try Classifier(pack.rules.without(found), pack.map).makeWorker()
        #expect(without == other.outcome(of: post, at: Self.time), "\(found.written) in \(text)")
        if without != study.outcome { differ += 1 }
      }
    }
    #expect(differ > 2)
  }
}

extension RuleSet {
  /// The same rules where nothing looks for what was written at this place.
  fileprivate func without(_ source: HitSource) -> RuleSet {
    func kept(_ line: Line) -> Line {
      line.filter { pattern in
        switch pattern {
        case .word(let word): word.origin != source.origin || word.written != source.written
        case .regex(let regex): regex.origin != source.origin || regex.source != source.written
        case .number(let number): number.origin != source.origin || "number \(number.name.key)" != source.written
        case .list: true
        }
      }
    }
    /// A line that must hit and looks for nothing never hits; a rule without words would lack the line altogether.
    func never(_ line: Line) -> Line {
      line.isEmpty
        ? [.word(Word(written: "\u{E000}", parts: [.init(choices: ["\u{E000}"], gap: 0)], origin: source.origin))]
        : line
    }
    var rules = self
    for index in rules.lists.indices {
      rules.lists[index].words.removeAll { $0.origin == source.origin && $0.written == source.written }
    }
    for index in rules.rules.indices {
      if case .lines(var lines) = rules.rules[index].body {
        if !lines.any.isEmpty { lines.any = never(kept(lines.any)) }
        lines.all = lines.all.map { never(kept($0)) }
        lines.none = kept(lines.none)
        lines.near = lines.near.map { .init(lines: $0.lines.map { never(kept($0)) }, within: $0.within) }
        rules.rules[index].body = .lines(lines)
      }
      if let unless = rules.rules[index].unless {
        rules.rules[index].unless = .init(any: kept(unless.any), within: unless.within)
      }
    }
    return rules
  }
}
