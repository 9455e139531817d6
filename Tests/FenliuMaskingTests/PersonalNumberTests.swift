// SPDX-License-Identifier: Apache-2.0
import FenliuTestSupport
import Testing

@testable import FenliuMasking

@Suite("Numbers of people")
struct PersonalNumberTests {
  /// What stands between « and » is found, and nothing else.
  private func check(_ marked: String, _ kinds: [PersonalNumber.Kind], _ place: SourceLocation = #_sourceLocation) {
    let sample = MarkedText(marked)
    let found = PersonalNumbers.found(in: sample.text)
    #expect(found.map(\.range) == sample.ranges, "\(marked)", sourceLocation: place)
    #expect(found.map(\.kind) == kinds, "\(marked)", sourceLocation: place)
  }

  @Test(
    "a name of an account without any digit is found behind its word, in a text that has nothing else to look at",
    arguments: [
      "加我vx：somebody", "找 +v some_body", "薇信号=somebody", "维信：somebody", "v信：somebody", "WeChat: somebody",
      "ｖｘ：somebody",
      "＋v：somebody", "加v：somebody", "v\u{200B}x：somebody",
    ])
  func accountWithoutDigits(text: String) {
    let found = PersonalNumbers.found(in: text)
    #expect(found.map(\.kind) == [.wechat], "\(text)")
  }

  @Test(
    "a mobile number is found in every form in which people write one",
    arguments: [
      "打«13912345679»找我", "«１３９１２３４５６７９»", "«139-1234-5679»。", "«139 1234 5679»", "«139 12345679»", "«1391234 5679»",
      "«139.1234.5679»", "«139—1234—5679»", "«1391-234-5679»", "«139-123-45679»", "«+8613912345679»",
      "«+86 139 1234 5679»",
      "«(+86)13912345679»", "«（86）139-1234-5679»", "«0086-13912345679»", "«008613912345679»", "«8613912345679»",
      "«013912345679»", "tel«13912345679»", "Tel:«13912345679»wx同号", "«1 3 9 1 2 3 4 5 6 7 9»", "«一三九一二三四五六七九»",
      "幺三不算，«幺三九零零五六七八九二»才算", "«1三9一2345679»吧", "«壹叁玖贰贰叁肆伍陆柒玖»", "«①③⑨①②③④⑤⑥⑦⑨»",
      "«1\u{200B}391234\u{FEFF}5679»", "«1️⃣3️⃣9️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣9️⃣»", "**«13912345679»**",
      "2«13912345679»".replacing("2«", with: "二、«"),
      "«1391234567913812345679»都行", "«13912345679»2014年6月", "“«13912345679»”", "请拨«13912345679».谢谢",
    ])
  func mobiles(marked: String) { check(marked, [.mobile]) }

  @Test(
    "a landline is found with its area, its extension, or behind a word",
    arguments: [
      "座机«0351-4012387»", "«03514012387»", "«010-62345678»", "«01062345678»", "«075582345678»", "«(0351)4012387»",
      "«（010）6234 5678»", "«010 62345678»", "«0358-4012-387»", "«0351—4012387转808»", "«010-62345678-8001»",
      "«0351-4012387»2014年",
      "«+86 10 6234 5678»", "«0086-351-4012387»", "联系电话：«4012387»", "电话 «62345678»",
    ])
  func landlines(marked: String) { check(marked, [.landline]) }

  @Test(
    "an identity card is known by its check digit, one of old by its day of birth",
    arguments: [
      "«11010519491231002X»", "身份证«11010519491231002x»号", "«110105 19491231 002X»", "«110105-1949-1231-002X»",
      "«１１０１０５１９４９１２３１００２Ｘ»", "身份证号码：«110105194912310021»", "号码«110105491231002»的人",
    ])
  func identities(marked: String) { check(marked, [.identity]) }

  @Test(
    "a bank card is known by how it begins and by Luhn's digit, or by its word",
    arguments: [
      "卡号 «6222 0212 3456 7894»", "«6222021234567894»", "«6222-0212-3456-7894»", "打到«6222021234567890128»上",
      "卡号：«6222021234567890»",
    ])
  func cards(marked: String) { check(marked, [.bank]) }

  @Test(
    "addresses, plates, passports and accounts are found",
    arguments: [
      ("写信到«li.ming@mail.cn»。", .mail), ("邮箱«12345678@qq.com»谢谢", .mail), ("«li_m+a@mail.example.org.cn»", .mail),
      ("«lm＠mail.cn»", .mail), ("车牌«晋J12K58»的车", .plate), ("«晋J·12K58»", .plate), ("«粤b d12358»", .plate),
      ("«京AD12358»", .plate), ("«沪A-58D29»", .plate), ("«晋E2580挂»", .plate), ("护照号«E12358790»", .passport),
      ("QQ：«123587»", .qq), ("加qq«1235874690»聊", .qq), ("扣扣«1235874»", .qq), ("QQ群：«256832403»", .qq),
      ("微信号：«li_ming88»", .wechat), ("加微信«lm123587»", .wechat), ("微信 «12358746»", .wechat), ("vx: «liming8»", .wechat),
    ] as [(String, PersonalNumber.Kind)])
  func others(marked: String, kind: PersonalNumber.Kind) { check(marked, [kind]) }

  @Test("several stand side by side, each by itself")
  func several() {
    check(
      "张某 «13912345679»、«0351-4012387»，«lm@mail.cn»，«晋J12K58»，QQ«123587»", [.mobile, .landline, .mail, .plate, .qq])
  }

  @Test(
    "numbers that are for everybody, or count something, are left alone",
    arguments: [
      "138****5678", "1391234****", "12345", "打12345投诉", "400-810-6666", "4008106666", "800-820-8820", "95588",
      "110、119、120",
      "010-12345678", "0000-1234567", "2026-11-20 20:00", "20261120 200000", "110105194912310021", "6222021234567890",
      "编号20261120001234", "订单 12345678901234567890123", "订单号6222021234567894", "a@b", "@某人 你好", "views 10000",
      "第12345号文", "晋政发〔2019〕12号", "股票600519", "112.13912345679", "13912345679.5", "共13912345679元", "192.168.100.234",
      "FZ19060401683", "550e8400-e29b-41d4-a716-446655440000", "0.13912345678", "1500 2000 3000", "37.86985,112.56328",
      "99.99%",
      "G209国道", "京ICP备12345678号", "粤B2-20090059", "最新iPhone15", "川A股12345", "QQ空间", "QQ2012版", "QQ群里10000人",
      "微信支付12345元",
      "微信公众号：taiyuanfabu", "微信 Windows 版", "微信：xxxxxxxxxxx", "show ticket@kiosk.Valid", "￥13912345679", "微信号：wechat",
      "护照办了30天", "www.example.cn/139/12345679", "一九九八年", "一二三四五六七八九十",
      "２０２６年", "1600000000", "1605700000000", "66666666666666", "ISBN 978-7-111-07575-2", "电话12345678901234567",
      "新装5G12345",
    ])
  func leftAlone(text: String) { #expect(PersonalNumbers.found(in: text) == []) }

  @Test(
    "numbers of hardly two different digits and those that count are nobody's",
    arguments: [
      "13800000000", "13812345678", "0351-2222222", "name@example.com", "me@mine.test", "晋A00000", "QQ 12345",
    ])
  func nobodys(text: String) {
    let found = PersonalNumbers.found(in: text)
    #expect(found.count == 1 && found.allSatisfy(\.isNobodys), "\(text)")
  }

  @Test("what is proposed in place of a number is no person's")
  func examples() {
    for text in [
      "13912345679", "0351-4012387", "11010519491231002X", "6222021234567894", "li.ming@mail.cn", "晋J12K58",
      "护照E12358790",
      "QQ123587", "微信号：li_ming88",
    ] {
      let found = PersonalNumbers.found(in: text)
      #expect(found.count == 1)
      for finding in found {
        let bytes = Array(text.utf8)
        let mended = String(decoding: bytes[..<finding.range.lowerBound], as: UTF8.self) + finding.example
        #expect(PersonalNumbers.found(in: mended).filter { !$0.isNobodys } == [], "\(mended)")
      }
    }
  }

  @Test("more digits than a number can hold are no area, and no crash", arguments: [" ", "-", ") "])
  func endlessArea(gap: String) {
    let digits = String(repeating: "9", count: 30)
    #expect(PersonalNumbers.found(in: "0\(digits)\(gap)4012387").allSatisfy { $0.kind != .landline })
    #expect(PersonalNumbers.found(in: "+86 \(digits)\(gap)4012387").allSatisfy { $0.kind != .landline })
  }

  @Test(
    "a piece may touch a number where one of its characters may, or where it has four Chinese digits",
    arguments: Seeds.standard)
  func mayTouch(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let marks: [Unicode.Scalar] = [
      "0", "9", "@", "A", "Z", "a", "z", "\u{2460}", "\u{24FF}", "\u{FF00}", "\u{FF5E}", "\u{1D000}", "\u{1DFFF}",
    ]
    let others: [Unicode.Scalar] = [
      "/", ":", "?", "[", "`", "{", "\u{245F}", "\u{2500}", "\u{FEFF}", "\u{FF5F}", "\u{1CFFF}", "\u{1E000}", "字", "é",
    ]
    for _ in 0..<100 {
      var piece = ""
      var digits = 0
      for _ in 0..<Int.random(in: 0..<9, using: &random) {
        let isDigit = Int.random(in: 0..<3, using: &random) == 0
        digits += isDigit ? 1 : 0
        piece.unicodeScalars.append((isDigit ? ["一", "〇", "玖"] : others).randomElement(using: &random)!)
      }
      #expect(PersonalNumbers.mayTouch(piece) == (digits > 3), "\(piece)")
      #expect(PersonalNumbers.mayTouch(Array(piece.utf8).span) == (digits > 3), "\(piece)")
      let mark = marks.randomElement(using: &random)!
      #expect(PersonalNumbers.mayTouch("\(piece)\(mark)"), "\(piece)\(mark)")
    }
  }
}
