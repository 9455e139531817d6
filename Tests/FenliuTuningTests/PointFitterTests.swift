// SPDX-License-Identifier: Apache-2.0
import Fenliu
import FenliuCalendar
import FenliuTestSupport
import FenliuTuning
import Testing

@Suite("points of words that a pack has") struct PointFitterTests {
  static let rules = """
    rules:
      - {id: lamps, category: field, topic: street.lamps, any: [$lamps], each: {max: 6}}
      - {id: classes, category: field, topic: school.classes, any: [$classes], each: {max: 6}}

    """

  /// 围墙 speaks for the school although walls are the street's.
  private func sample() throws -> (SuggestSample, [LabelledPost]) {
    let sample = try SuggestSample(
      words: "word\tpoints\n吵\t1\n",
      rules: "words: {lamps: {file: lamps.tsv}, classes: {file: classes.tsv}}\n" + Self.rules,
      others: ["lamps.tsv": "word\tpoints\n路灯\t1\n", "classes.tsv": "word\tpoints\n围墙\t4\n补课\t4\n"])
    let posts = sample.posts(lamp: { "\($0)路灯\($0.last!)围墙" }, lesson: { "\($0)补课\($0.last!)多" })
    return (sample, posts)
  }

  private func changes(_ sample: SuggestSample, _ posts: [LabelledPost], _ limits: SuggestionLimits) -> [PointFitter
    .Change]
  {
    var worker = sample.classifier.makeWorker()
    var uses: [[PointUse]] = []
    for post in posts {
      let study = worker.study(post.post, at: Instant(seconds: 0))
      uses.append(
        PointUse.all(in: study, of: post.post, rules: sample.classifier.rules, sources: sample.classifier.sources))
    }
    return PointFitter(
      posts, given: sample.outcomes(posts), uses: uses, copies: NearCopies(posts.map(\.post)),
      columns: sample.columns(posts), rules: sample.classifier.rules, limits: limits
    ).changes(learningFrom: Array(posts.indices))
  }

  @Test(
    "a word that misleads loses points, one that leads well gains, within the bounds, and the posts go where they belong"
  )
  func mends() throws {
    let (sample, posts) = try sample()
    let found = changes(sample, posts, SuggestionLimits(maxPoints: 9))
    let rules = sample.classifier.rules.with(found)
    func points(_ word: String) -> Double? {
      rules.lists.flatMap(\.words).first { $0.written == word }?.points?.value
    }
    #expect(try #require(points("围墙")) < 4)
    #expect(try #require(points("路灯")) > 1)
    for change in found {
      #expect(change.after >= .one && change.after <= Points(9) && change.after.hundredths % 100 == 0)
    }
    var worker = try Classifier(rules, sample.classifier.map).makeWorker()
    for post in posts {
      #expect(sample.table.classes(of: worker.outcome(of: post.post, at: Instant(seconds: 0))) == [post.label])
    }
  }

  @Test("half points are given only where they are asked for")
  func halves() throws {
    let (sample, posts) = try sample()
    for change in changes(sample, posts, SuggestionLimits(hasHalves: true)) {
      #expect(change.after.hundredths % 50 == 0 && change.after > .zero)
    }
  }

  @Test("points are written into their cells, and every other byte stays")
  func rewrites() throws {
    let text = "# 表\nword\tpoints\ttags\tnote\n路灯\t1\ta b\t好 # 说明\r\n坏\t 2 \t\t\n补课\t1\n"
    let new = try #require(
      PointRewriter.rewrite(Array(text.utf8), points: [3: Points(5), 4: Points(0.5)], separator: UInt8(ascii: "\t")))
    #expect(
      String(decoding: new, as: UTF8.self)
        == "# 表\nword\tpoints\ttags\tnote\n路灯\t5\ta b\t好 # 说明\r\n坏\t 0.5 \t\t\n补课\t1\n")
  }

  @Test("a file without a column of points, or a line without its cell, is not written by guess")
  func refuses() {
    let tab = UInt8(ascii: "\t")
    #expect(PointRewriter.rewrite(Array("word\tnote\n路灯\tx\n".utf8), points: [2: .one], separator: tab) == nil)
    #expect(PointRewriter.rewrite(Array("word\tpoints\n路灯\n".utf8), points: [2: .one], separator: tab) == nil)
    #expect(
      PointRewriter.rewrite(Array("word,points\n\"路,灯\",1\n".utf8), points: [2: .one], separator: UInt8(ascii: ","))
        == nil)
  }
}
