// SPDX-License-Identifier: Apache-2.0
import Fenliu
import FenliuTuning
import Testing

@Suite("near-copies and folds") struct FoldsTests {
  static let text = "城南菜市场门口每天早上都有三轮车停在人行道上，行人只能走到马路中间去，希望有人来管一管这件事情"
  static let other = "体育馆周末不开门，学生和家长去了几次都白跑一趟，请把开放的钟点写在门口，节假日也应当让大家进去锻炼"

  @Test("a text with some words added is a near-copy, whatever its signs; another text is not")
  func copies() {
    let posts = [
      Post(id: "a", text: Self.text), Post(id: "b", text: Self.other),
      Post(id: "c", title: "再说一次", text: "各位：" + Self.text.replacing("，", with: " ") + "！！"),
    ]
    let copies = NearCopies(posts)
    #expect(copies.first == [0, 1, 0])
    #expect(copies.count == 2)
  }

  @Test("short texts are copies only when they are the same")
  func short() {
    let posts = ["路灯坏了没人修", "路灯坏了没人管", "路灯坏了，没人修。"].enumerated().map { Post(id: "\($0)", text: $1) }
    #expect(NearCopies(posts).first == [0, 1, 0])
  }

  @Test("near-copies are in one part, the parts depend on ids alone, and each post is asked for once")
  func folds() {
    var posts = (0..<60).map { Post(id: "post-\($0)", text: "第\($0)件事情 路灯") }
    posts.append(Post(id: "x", text: Self.text))
    posts.append(Post(id: "y", text: Self.text + "谢谢"))
    let folds = Folds(posts, copies: NearCopies(posts))
    #expect(folds.part[60] == folds.part[61])
    #expect(Set(folds.part) == [0, 1, 2, 3, 4])
    let fewer = Array(posts[..<30])
    #expect(Array(folds.part[..<30]) == Folds(fewer, copies: NearCopies(fewer)).part)
    #expect((0..<5).flatMap { folds.split($0).asked }.sorted() == Array(posts.indices))
    for part in 0..<5 { #expect(Set(folds.split(part).asked).isDisjoint(with: folds.split(part).learnt)) }
  }

  @Test("the part of an id is the first eight bytes of its SHA-256, modulo the number of parts")
  func known() {
    // printf abc | sha256sum begins with ba7816bf8f01cfea; 0xba7816bf8f01cfea mod 5 is 0.
    let posts = [Post(id: "abc", text: "一")]
    #expect(Folds(posts, copies: NearCopies(posts)).part == [Int(0xba78_16bf_8f01_cfea % 5 as UInt64)])
  }

  @Test("too few posts or labels are refused, with how many are missing")
  func shortage() throws {
    let sample = try SuggestSample()
    let posts = SuggesterTests.separable(sample)
    #expect(LabelShortage(posts, copies: NearCopies(posts.map(\.post))) == nil)
    let few = posts.filter { $0.post.id.hasPrefix("l") } + posts.filter { $0.post.id.hasPrefix("s") }.prefix(4)
    let shortage = try #require(LabelShortage(few, copies: NearCopies(few.map(\.post))))
    #expect(shortage.labels == 2 && shortage.short.map(\.posts) == [4] && shortage.short.map(\.missing) == [6])
    let one = posts.filter { $0.post.id.hasPrefix("l") }
    #expect(try #require(LabelShortage(one, copies: NearCopies(one.map(\.post)))).labels == 1)
  }
}
