// SPDX-License-Identifier: Apache-2.0
import Fenliu
import FenliuCalendar
import FenliuTestSupport
import FenliuTuning
import FoundationEssentials
import Testing

@Suite("words from labelled posts") struct SuggesterTests {
  /// Two words that tell the labels apart, with other characters on both sides each time.
  static func separable(_ sample: SuggestSample) -> [LabelledPost] {
    sample.posts(lamp: { "\($0)路灯\($0.last!)坏" }, lesson: { "\($0)补课\($0.last!)多" })
  }

  @Test("a word that tells the labels apart is proposed for the topic that leads to its label, and decides")
  func separates() throws {
    let sample = try SuggestSample()
    let posts = Self.separable(sample)
    let found = sample.suggestions(posts)
    let lamp = try #require(found.first { $0.word == "路灯" })
    #expect(sample.classifier.rules.topics[lamp.topic.index].path == "street.lamps")
    #expect(lamp.support == 12 && lamp.right == 12 && lamp.precision == 1)
    #expect(lamp.posts == ["l0", "l1", "l2"])
    #expect(found.contains { $0.word == "补课" })
    let rules = SuggestedRules(found, in: sample.classifier.rules).inForce
    var worker = try Classifier(rules, sample.classifier.map).makeWorker()
    for post in posts {
      #expect(sample.table.classes(of: worker.outcome(of: post.post, at: Instant(seconds: 0))) == [post.label])
    }
  }

  @Test("the same posts give the same suggestions, down to the files")
  func deterministic() throws {
    let sample = try SuggestSample()
    let posts = Self.separable(sample)
    let texts = (0..<2).map { _ in
      let rules = SuggestedRules(sample.suggestions(posts), in: sample.classifier.rules)
      return SuggestionFiles(rules, in: sample.classifier.rules, made: "made").files.map { $0.path + $0.text }
    }
    #expect(texts[0] == texts[1] && texts[0].count == 3)
  }

  @Test(
    "a word of fewer than five different posts is never proposed, whatever is asked for, and near-copies are one post")
  func support() throws {
    let sample = try SuggestSample()
    var posts = Self.separable(sample)
    for number in 0..<4 {
      posts.append(sample.post("m\(number)", "\(SuggestSample.places[number])油烟\(number)", "street"))
    }
    for number in 0..<9 { posts.append(sample.post("c\(number)", "摊贩占道", "street")) }
    let limits = SuggestionLimits(minSupport: 1)
    #expect(limits.minSupport == 5)
    let found = sample.suggestions(posts, limits)
    #expect(!found.isEmpty && found.allSatisfy { $0.support >= 5 })
    #expect(!found.contains { $0.word.contains("油烟") || $0.word.contains("摊贩") })
  }

  @Test(
    "what has digits, a single letter or a mask is never proposed",
    arguments: ["12号", "A1区", "K3县", "b", "张某", "某处", "138"])
  func digits(token: String) throws {
    let sample = try SuggestSample()
    let posts = sample.posts(lamp: { "\($0)，\(token)，路灯\($0.last!)坏" }, lesson: { "\($0)补课\($0.last!)多" })
    let found = sample.suggestions(posts)
    #expect(found.contains { $0.word == "路灯" })
    for suggestion in found {
      #expect(!suggestion.word.contains { $0.isNumber || $0.isASCII || $0 == "某" }, "\(suggestion.word)")
    }
  }

  @Test(
    "the name of a person is never proposed, nor a part of it",
    arguments: [
      "王建国", "李明", "张伟老师", "刘书记", "欧阳文秀", "高强老师", "投诉人方正华", "老周", "小陈", "患者林小雨", "何局长",
    ])
  func names(name: String) throws {
    let sample = try SuggestSample()
    let posts = sample.posts(lamp: { "\($0)，\(name)，路灯\($0.last!)坏" }, lesson: { "\($0)补课\($0.last!)多" })
    let found = sample.suggestions(posts)
    #expect(found.contains { $0.word == "路灯" })
    let surname = name.hasPrefix("投诉人") ? "方正华" : name.hasPrefix("患者") ? "林小雨" : name
    for suggestion in found {
      #expect(!suggestion.word.contains(surname.prefix(2)) && !surname.contains(suggestion.word), "\(suggestion.word)")
    }
  }

  @Test(
    "an ordinary word that begins or ends like a surname is proposed all the same",
    arguments: ["张贴", "周边", "桥梁", "师傅", "黄金"])
  func ordinary(word: String) throws {
    let sample = try SuggestSample()
    let posts = sample.posts(lamp: { "\($0)\(word)\($0.first!)" }, lesson: { "\($0)补课\($0.last!)多" })
    #expect(sample.suggestions(posts).contains { $0.word == word })
  }

  @Test("a piece of a word is pruned to the whole, and a longer one that tells no more than a part to the part")
  func nested() throws {
    let sample = try SuggestSample()
    let posts = sample.posts(lamp: { "\($0)公积金\($0.last!)贷" }, lesson: { "\($0)补课\($0.last!)多" })
    let words = sample.suggestions(posts).map(\.word)
    #expect(words.contains("公积金") && !words.contains("公积") && !words.contains("积金"))
    let ends = ["费", "班", "费", "班", "点", "点", "费", "班", "点", "费", "班", "点"]
    let longer = sample.posts(
      lamp: { "\($0)路灯\($0.last!)坏" },
      lesson: { place in "\(place)补课\(ends[SuggestSample.places.firstIndex(of: place)!])\(place.last!)" })
    let found = sample.suggestions(longer).map(\.word)
    #expect(found.contains("补课") && !found.contains("补课费") && !found.contains("补课班"))
  }

  @Test("greetings, places and words of grammar are never proposed", arguments: ["您好", "尊敬的领导", "青山镇", "我们的", "希望解决"])
  func idle(word: String) throws {
    let sample = try SuggestSample()
    let posts = sample.posts(lamp: { "\(word)，\($0)路灯\($0.last!)坏" }, lesson: { "\($0)补课\($0.last!)多" })
    #expect(!sample.suggestions(posts).contains { word.contains($0.word) })
  }

  @Test(
    "no more words of a label are proposed than asked for, and no more points than asked for; excluded words stay out")
  func limits() throws {
    let sample = try SuggestSample()
    let posts = sample.posts(
      lamp: { "\($0)路灯\($0.last!)坏\($0.first!)油烟" }, lesson: { "\($0)补课\($0.last!)多\($0.first!)校服" })
    let found = sample.suggestions(posts, SuggestionLimits(maxWords: 1, maxPoints: 3))
    #expect(found.count == 2 && found.allSatisfy { $0.points <= Points(3) })
    let without = sample.suggestions(posts, SuggestionLimits(excluded: ["路灯"]))
    #expect(!without.isEmpty && !without.contains { $0.word.contains("路灯") })
  }

  @Test("English posts give whole words and pairs of them")
  func english() throws {
    let sample = try SuggestSample()
    let fillers = [
      "near bridge", "behind mill", "by river", "outside shop", "under hill", "along canal", "past church",
      "around corner",
      "beside barn", "before gate", "beyond field", "above pond",
    ]
    let posts = SuggestSample.places.indices.flatMap { number in
      [
        sample.post("l\(number)", "Street lamp broken \(fillers[number]), mr Brown", "street"),
        sample.post("s\(number)", "Extra lessons cancelled \(fillers[number])", "school"),
      ]
    }
    let words = sample.suggestions(posts).map(\.word)
    #expect(words.contains { $0.contains("lamp") } && words.contains { $0.contains("lessons") }, "\(words)")
    #expect(!words.contains { $0.contains("brown") || $0 == "mr" })
  }

  @Test("a suggestion never grades: its rules take the category of the pack that has no floor and the lowest cap")
  func category() throws {
    let sample = try SuggestSample()
    let rules = SuggestedRules(sample.suggestions(Self.separable(sample)), in: sample.classifier.rules)
    for list in rules.lists { #expect(sample.classifier.rules.categories[list.category.index].key == "field") }
  }

  @Test("a list that must have two hits says nothing of a post with one")
  func leastHits() throws {
    let sample = try SuggestSample()
    let found = sample.suggestions(Self.separable(sample))
    let rules = SuggestedRules(found, in: sample.classifier.rules, leastHits: 2).inForce
    var worker = try Classifier(rules, sample.classifier.map).makeWorker()
    func topics(_ text: String) -> [Scores.TopicScore] {
      worker.outcome(of: Post(id: "1", text: text), at: Instant(seconds: 0)).topics
    }
    #expect(topics("路灯").isEmpty)
    #expect(topics("路灯，还是路灯").count == 1)
    let text = SuggestionFiles(
      SuggestedRules(found, in: sample.classifier.rules, leastHits: 2), in: sample.classifier.rules, made: "made"
    ).files[0].text
    #expect(text.contains("    when: count(words) >= 2\n"))
  }

  @Test("the files load as part of the pack, as drafts that change nothing")
  func files() throws {
    for leastHits in 1...2 { try load(leastHits) }
  }

  private func load(_ leastHits: Int) throws {
    let sample = try SuggestSample()
    let rules = SuggestedRules(
      sample.suggestions(Self.separable(sample)), in: sample.classifier.rules, leastHits: leastHits)
    for file in SuggestionFiles(rules, in: sample.classifier.rules, made: "made").files {
      try sample.folder.write("p/suggested/" + file.path, file.text)
    }
    let path = sample.folder.path + "/p/rules.yaml"
    let own = try String(contentsOfFile: path, encoding: .utf8)
    try sample.folder.write(
      "p/rules.yaml",
      own.replacing(
        "include: [words/*.tsv]", with: "include: [words/*.tsv, suggested/rules.yaml, suggested/words/*.tsv]"))
    let pack = try Pack(folder: sample.folder.path + "/p")
    #expect(pack.rules.rules.count == 2 && pack.rules.rules.allSatisfy { $0.status == .draft })
    #expect(pack.rules.lists.flatMap(\.words).first { $0.written == "路灯" }?.points == rules.lists[0].words[0].points)
    var worker = try Classifier(pack.rules, pack.map).makeWorker()
    #expect(worker.outcome(of: Post(id: "1", text: "路灯坏了"), at: Instant(seconds: 0)).topics.isEmpty)
  }
}
