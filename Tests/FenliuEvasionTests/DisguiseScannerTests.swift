// SPDX-License-Identifier: Apache-2.0
import FenliuTestSupport
import Testing

@testable import FenliuEvasion

@Suite struct DisguiseScannerTests {
  /// What is found of one word, as `text: tricks`, with a `?` behind weak ones.
  private func found(_ word: String, _ tricks: [Trick], in text: String) -> [String] {
    let words = [DisguisedWord(text: Array(word.unicodeScalars), tricks: Tricks(tricks), target: 7)]
    guard let scanner = DisguiseScanner(words) else { return ["none"] }
    var finds = DisguiseFinds()
    let bytes = Array(text.utf8)
    scanner.scan(bytes.span, into: &finds)
    return finds.finds.map { find in
      let seen = String(decoding: bytes[Int(find.start)..<Int(find.end)], as: UTF8.self)
      let names = find.tricks.members.map(\.key).joined(separator: " ")
      return "\(seen): \(names)\(find.isWeak ? "?" : "")"
    }
  }

  @Test func gaps() {
    #expect(found("微信", [.gaps], in: "加微 信") == ["微 信: gaps"])
    #expect(found("赌博", [.gaps], in: "赌*博、赌😡😡博") == ["赌*博: gaps", "赌😡😡博: gaps"])
    #expect(found("赌博", [.gaps], in: "赌博").isEmpty)
    // A number in a circle is no sign that stands in between, for it may be the letter that is looked for.
    #expect(found("三中三", [.gaps, .digits], in: "三-中=➌！3") == ["三-中=➌: gaps digits"])
    #expect(found("赌博", [.gaps], in: "赌➌博").isEmpty)
    // Marks of ordinary writing are none between two letters, nor where not all letters are apart.
    #expect(found("赌博", [.gaps], in: "不要赌，博物馆").isEmpty)
    #expect(found("加微信", [.gaps], in: "加，微，信") == ["加，微，信: gaps"])
    #expect(found("加微信", [.gaps], in: "又加，微信").isEmpty)
    #expect(found("赌博", [.repeats], in: "赌*博").isEmpty)
    #expect(found("赌博", [.gaps], in: "赌*******博").isEmpty)
  }

  @Test func repeats() {
    #expect(found("加微信", [.repeats], in: "加微微微信") == ["加微微微信: repeats"])
    #expect(found("加微信", [.repeats], in: "加加加微信信").isEmpty)
    // Words of letters with spaces between them are whole, the repeats included.
    #expect(found("free", [.repeats], in: "a fffrreeee b") == ["fffrreeee: repeats"])
    #expect(found("free", [.repeats], in: "a freed b").isEmpty)
  }

  @Test func lookAlikes() {
    #expect(found("微信", [.lookAlikes], in: "加徴信") == ["徴信: look-alikes"])
    #expect(found("viagra", [.lookAlikes], in: "buy vіagra now") == ["vіagra: look-alikes"])
  }

  @Test func homophones() {
    #expect(found("微信", [.homophones], in: "加薇信") == ["薇信: homophones"])
    // Another tone: a surer one is wanted besides.
    #expect(found("微信", [.homophones], in: "加威芯").isEmpty)
    #expect(found("微信", [.homophones], in: "加威芯，薇信") == ["威芯: homophones?", "薇信: homophones"])
    #expect(found("加微信", [.homophones], in: "加威芯") == ["加威芯: homophones"])
    #expect(found("微信", [.homophones], in: "未来").isEmpty)
  }

  @Test func pinyin() {
    #expect(found("微信", [.pinyin], in: "加weixin聊") == ["weixin: pinyin"])
    #expect(found("微信", [.pinyin], in: "加wei信聊") == ["wei信: pinyin"])
    #expect(found("微信", [.pinyin], in: "加vx聊").isEmpty)
    #expect(found("微信", [.pinyin], in: "加vx聊，weixin") == ["vx: pinyin?", "weixin: pinyin"])
    #expect(found("加微信", [.pinyin], in: "加vx聊") == ["加vx: pinyin"])
    #expect(found("微信", [.pinyin], in: "xweixin").isEmpty)
  }

  @Test func split() {
    #expect(found("强奸", [.split], in: "弓虽奸") == ["弓虽奸: split"])
    #expect(found("好人", [.split], in: "女子人") == ["女子人: split"])
    #expect(found("好人", [.split, .gaps], in: "女+子人") == ["女+子人: gaps split"])
  }

  @Test func digits() {
    #expect(found("138", [.digits], in: "号码一3八。") == ["一3八: digits"])
    #expect(found("六合彩", [.digits], in: "买❻合彩") == ["❻合彩: digits"])
    #expect(found("三陪", [.digits], in: "3陪") == ["3陪: digits"])
  }

  @Test func leet() {
    #expect(found("viagra", [.leet], in: "v1@gra") == ["v1@gra: leet"])
    #expect(found("loss", [.leet], in: "1055").isEmpty)
  }

  @Test func severalTricks() {
    #expect(found("加微信", Trick.allCases, in: "佳 薇薇薇*xin") == ["佳 薇薇薇*xin: gaps repeats homophones pinyin"])
    #expect(found("加微信", [.gaps], in: "佳 薇*xin").isEmpty)
  }

  @Test func eachWordHasItsOwnTricksWhateverOthersHave() throws {
    // 溦 sounds like 微 and looks like it.
    let text = Array("溦信".utf8)
    for (own, other) in [(Trick.homophones, Trick.lookAlikes), (.lookAlikes, .homophones)] {
      let scanner = try #require(
        DisguiseScanner([
          DisguisedWord(text: Array("微信".unicodeScalars), tricks: Tricks(own), target: 0),
          DisguisedWord(text: Array("微博".unicodeScalars), tricks: Tricks(other), target: 1),
        ]))
      var finds = DisguiseFinds()
      scanner.scan(text.span, into: &finds)
      #expect(finds.finds.map(\.tricks) == [Tricks(own)], "\(own)")
    }
  }

  @Test func lettersWithoutEndHideNothingBehindThem() throws {
    let words = ["赌博", "办假证", "注册账号", "站长招租"].enumerated().map {
      DisguisedWord(text: Array($1.unicodeScalars), tricks: Tricks(Trick.allCases), target: UInt32($0))
    }
    let scanner = try #require(DisguiseScanner(words))
    var finds = DisguiseFinds()
    let bytes = Array((String(repeating: "z", count: 60) + "，赌*博").utf8)
    scanner.scan(bytes.span, into: &finds)
    #expect(finds.finds.contains { $0.target == 0 } && !finds.isCut)
  }

  @Test func firstLettersAreNotRepeated() {
    #expect(found("加微信", [.pinyin, .repeats], in: "加w信") == ["加w信: pinyin"])
    #expect(found("加微信", [.pinyin, .repeats], in: "加www信").isEmpty)
  }

  @Test func theLongerOfOverlappingFindsIsKept() {
    #expect(found("加微信", [.gaps, .repeats], in: "加加*微微*信") == ["加*微微*信: gaps repeats"])
  }

  @Test(arguments: Seeds.standard)
  func thePassFindsWhatTryingEveryPlaceFinds(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let letters = Array("微信加赌博强奸六合彩viagra138".unicodeScalars)
    let words = (0..<12).map { number in
      DisguisedWord(
        text: (0..<Int.random(in: 2...4, using: &random)).map { _ in letters.randomElement(using: &random)! },
        tricks: Tricks(rawValue: UInt8.random(in: 1...255, using: &random)), target: UInt32(number),
        purposes: UInt64.random(in: 1...7, using: &random))
    }
    let scanner = try #require(DisguiseScanner(words))
    let single = scanner.table.singles.compactMap { Unicode.Scalar($0.scalar) }.map(String.init)
    let pieces = letters.map(String.init) + single + ["*", " ", "，", "😡", "。"]
    var quick = DisguiseFinds()
    var slow = DisguiseFinds()
    var found = 0
    for _ in 0..<200 {
      var text = ""
      for _ in 0..<60 {
        text +=
          Bool.random(using: &random)
          ? letters.map(String.init).randomElement(using: &random)! : pieces.randomElement(using: &random)!
        guard Int.random(in: 0..<5, using: &random) == 0 else { continue }
        let long = scanner.table.longs.randomElement(using: &random)
        text += (long?.text ?? []).map(String.init).joined()
      }
      let bytes = Array(text.utf8)
      scanner.scan(bytes.span, into: &quick)
      scanner.scanEverywhere(bytes.span, into: &slow)
      #expect(quick.finds == slow.finds, "\(text)")
      found += quick.finds.count
    }
    #expect(found > 10)
  }
}

@Suite struct DisguiserTests {
  private static let words = [
    "微信", "加微信", "赌博", "六合彩", "办假证", "裸聊平台", "高仿手表", "一夜情", "强奸视频", "viagra", "casino", "loan shark", "13800", "百家乐888",
  ].map { Array($0.unicodeScalars) }

  @Test("each trick, and any two together, are seen through, with the right place", arguments: Seeds.standard)
  func everyDisguiseIsFound(seed: UInt64) throws {
    var disguiser = Disguiser(seed: seed)
    let scanner = try #require(
      DisguiseScanner(
        Self.words.enumerated().map { DisguisedWord(text: $1, tricks: Tricks(Trick.allCases), target: UInt32($0)) }))
    var finds = DisguiseFinds()
    var tried = 0
    for first in Trick.allCases {
      for second in Trick.allCases where first.rawValue <= second.rawValue {
        for (number, word) in Self.words.enumerated() {
          let tricks = first == second ? [first] : [first, second]
          guard let disguise = disguiser.disguise(word, by: tricks) else { continue }
          let before = "昨天有人说"
          // Behind it one that is sure, without which unsure ones are not told.
          let bytes = Array((before + disguise + "，不知真假，加薇信").utf8)
          scanner.scan(bytes.span, into: &finds)
          let own = finds.finds.first { $0.target == UInt32(number) }
          #expect(own?.start == UInt32(before.utf8.count), "\(disguise)")
          #expect(own.map { Int($0.end) } == before.utf8.count + disguise.utf8.count, "\(disguise)")
          tried += 1
        }
      }
    }
    #expect(tried > 150)
  }
}
