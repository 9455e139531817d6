// SPDX-License-Identifier: Apache-2.0
import Fenliu
import FenliuTestSupport
import FenliuTuning
import Testing

@Suite struct PackComparerTests {
  /// A post that the edit at the same place of `PackEdits.edits` changes.
  static let posts = [
    "全班等着", "整村停水", "全班没水", "老板打白条", "老板克扣", "老板欠薪", "村口塌方", "工友围在门口，欠薪", "工地扬尘", "克扣的已结清", "咨询开户",
    "讨薪，坑洼", "坑洼", "讨薪",
  ]

  @Test("one edit is named as the cause of what it changes", arguments: PackEdits.edits.indices)
  func single(place: Int) throws {
    let edit = PackEdits.edits[place]
    let changes = try PackEdits.changes(
      from: PackEdits.classifier(with: []), to: PackEdits.classifier(with: [edit]),
      of: [Post(id: "1", text: Self.posts[place])])
    #expect(changes.map(\.cause.parts) == [[edit.part]], "\(Self.posts[place])")
    #expect(changes.first?.cause.isProven == true)
  }

  @Test(
    "an edit taken back is named too, and the other way round the change is turned round",
    arguments: PackEdits.edits.indices)
  func turned(place: Int) throws {
    let edit = PackEdits.edits[place]
    let (plain, edited) = (try PackEdits.classifier(with: []), try PackEdits.classifier(with: [edit]))
    let post = Post(id: "1", text: Self.posts[place])
    let there = try PackEdits.changes(from: plain, to: edited, of: [post])
    let back = try PackEdits.changes(from: edited, to: plain, of: [post])
    #expect(back.map(\.cause.parts) == [[edit.part]])
    #expect(back.first?.compared.change.level.old == there.first?.compared.change.level.new)
  }

  @Test("two words of which neither alone changes the level are named together")
  func together() throws {
    let words = PackEdits.Edit(
      part: .list("pay"), file: "words/pay.tsv", old: "讨薪\t1\n", new: "讨薪\t1\n白条\t2\n拖着不发\t2\n")
    let changes = try PackEdits.changes(
      from: PackEdits.classifier(with: []), to: PackEdits.classifier(with: [words]),
      of: [Post(id: "1", text: "坑洼，打白条，拖着不发")])
    let change = try #require(changes.first)
    #expect(change.compared.change.level.old == .general && change.compared.change.level.new == .larger)
    #expect(Set(change.cause.parts) == [.word("白条", in: .list("pay")), .word("拖着不发", in: .list("pay"))])
  }

  @Test(
    "lines of kinds that come, go or change their order are told, with the posts whose kind alone changes",
    arguments: [
      ("  - {kind: ask, any: [请问]}\n", "", "请问", "ask", nil),
      ("  - {kind: 催办, any: [催一下]}\n", "", "催一下", "催办", nil),
      ("  - {kind: 催办,", "  - {kind: praise, any: [感谢]}\n  - {kind: 催办,", "感谢", nil, "praise"),
      (
        "  - {kind: ask, any: [请问]}\n  - {kind: 催办, any: [催一下]}\n",
        "  - {kind: 催办, any: [催一下]}\n  - {kind: ask, any: [请问]}\n", "请问，催一下", "ask", "催办"
      ),
      ("kinds:\n  - {kind: ask, any: [请问]}\n  - {kind: 催办, any: [催一下]}\n", "", "请问", "ask", nil),
    ] as [(String, String, String, String?, String?)])
  func kinds(old: String, new: String, text: String, before: String?, after: String?) throws {
    let edit = PackEdits.Edit(part: .kinds, file: "rules.yaml", old: old, new: new)
    let (plain, edited) = (try PackEdits.classifier(with: []), try PackEdits.classifier(with: [edit]))
    #expect(PackComparer(old: plain, new: edited).changedParts.map(\.part) == [.kinds])
    for (from, to, turn) in [(plain, edited, (before, after)), (edited, plain, (after, before))] {
      let changes = try PackEdits.changes(
        from: from, to: to, of: [Post(id: "1", text: text), Post(id: "2", text: "欠薪")])
      #expect(changes.map(\.compared.change.kinds) == [[.request]])
      let kind = try #require(changes.first).compared.change.kind
      #expect(kind.old == turn.0 && kind.new == turn.1)
      #expect(changes.map(\.cause.parts) == [[.kinds]] && changes[0].cause.isProven)
    }
  }

  @Test("a list that only kinds use is named where its words change a kind")
  func kindsByList() throws {
    let lists = PackEdits.Edit(
      part: .kinds, file: "rules.yaml", old: "kinds:\n",
      new: "words: {urge: [催办, 快点]}\nkinds:\n  - {kind: 催办, any: [$urge]}\n")
    let fewer = PackEdits.Edit(part: .list("urge"), file: "rules.yaml", old: "[催办, 快点]", new: "[催办]")
    let changes = try PackEdits.changes(
      from: PackEdits.classifier(with: [lists]), to: PackEdits.classifier(with: [lists, fewer]),
      of: [Post(id: "1", text: "快点")])
    #expect(changes.map(\.cause.parts) == [[.word("快点", in: .list("urge"))]])
  }

  @Test("the same pack changes nothing, nor do places, titles, notes and examples")
  func same() throws {
    let moved = PackEdits.Edit(
      part: .rule("road"), file: "rules.yaml", old: "rules:\n",
      new: "rules:\n  # a comment\n")
    let titled = PackEdits.Edit(
      part: .rule("road"), file: "rules.yaml", old: "points: 2}",
      new: "points: 2, title: Road, note: see above, examples: {hit: [坑洼]}}")
    let (plain, other) = (try PackEdits.classifier(with: []), try PackEdits.classifier(with: [moved, titled]))
    #expect(PackComparer(old: plain, new: other).changedParts.isEmpty)
    #expect(try PackEdits.changes(from: plain, to: other, of: Self.posts.map { Post(id: "1", text: $0) }).isEmpty)
  }

  @Test("what differs is found part by part, whether posts show it or not")
  func parts() throws {
    let comparer = PackComparer(
      old: try PackEdits.classifier(with: []), new: try PackEdits.classifier(with: PackEdits.edits))
    let parts = Set(comparer.changedParts.map(\.part))
    for edit in PackEdits.edits { #expect(parts.contains(edit.part), "\(edit.part)") }
    #expect(comparer.change(of: .rule("dust")) == .added)
    #expect(comparer.change(of: .rule("settled")) == .removed)
    #expect(comparer.change(of: .word("欠薪", in: .list("pay"))) == .changed)
    // Beside the edits only what holds edited words: the lists and the rule.
    #expect(parts.count == PackEdits.edits.count + 3)
  }

  @Test("with the cause taken out both packs say the same", arguments: Seeds.standard.prefix(12))
  func property(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let applied = PackEdits.edits.filter { _ in Bool.random(using: &random) }
    let snippets = Self.posts + ["工人聚在路上", "路灯坏", "你好", "请问", "催一下"]
    let posts = (0..<60).map { number in
      let count = Int.random(in: 1...4, using: &random)
      let text = (0..<count).map { _ in snippets.randomElement(using: &random) ?? "" }.joined(separator: "，")
      return Post(id: String(number), text: text)
    }
    let (old, new) = (try PackEdits.classifier(with: []), try PackEdits.classifier(with: applied))
    let changes = try PackEdits.changes(from: old, to: new, of: posts)
    for post in posts {
      let isChanged = changes.contains { $0.compared.post.id == post.id }
      #expect(isChanged == (Visible(post, old) != Visible(post, new)), "\(post.text ?? "")")
    }
    var sides: [Set<PackPart>: (old: Classifier, new: Classifier, mixed: Classifier, other: Classifier)] = [:]
    for (compared, cause) in changes {
      let key = Set(cause.parts)
      if sides[key] == nil {
        // A list or rule of which several words changed stands for all of them.
        let edits = applied.filter { edit in
          key.contains(edit.part)
            || { if case .word(_, in: .list(let name)) = edit.part { key.contains(.list(name)) } else { false } }()
            || { if case .word(_, in: .rule(let name)) = edit.part { key.contains(.rule(name)) } else { false } }()
        }
        let went = edits.filter { $0.isRemoval }
        let rest = applied.filter { edit in !edits.contains { $0.part == edit.part } }
        let withWent = rest + went
        sides[key] = (
          old, try PackEdits.classifier(with: rest), try PackEdits.classifier(with: went),
          try PackEdits.classifier(with: withWent)
        )
      }
      let side = try #require(sides[key])
      let restores = Visible(compared.post, side.new) == Visible(compared.post, side.old)
      // Of what went: the old pack without it says what the new one says without what came.
      let agrees = Visible(compared.post, side.mixed) == Visible(compared.post, side.other)
      #expect(cause.isProven && (restores || agrees), "\(compared.post.text ?? "") \(cause.parts)")
    }
  }
}

extension PackEdits.Edit {
  /// Whether the part is gone.
  fileprivate var isRemoval: Bool { new.isEmpty }
}
