// SPDX-License-Identifier: Apache-2.0

/// A post that one step or another was thought to find hard.
struct NamedPost: Sendable {
  let name: String
  let genome: Genome

  init(_ name: String, _ genome: Genome) { (self.name, self.genome) = (name, genome) }

  /// The posts for a pack with these words.
  static func all(words: [String]) -> [NamedPost] {
    var posts: [NamedPost] = []
    func add(_ name: String, _ pump: String..., prefix: String = "", suffix: String = "") {
      posts.append(NamedPost(name, Genome(prefix: prefix, pump: pump, suffix: suffix)))
    }
    for sign in Vocabulary.signs {
      add("sign " + (sign.unicodeScalars.first.map { "U+" + String($0.value, radix: 16) } ?? ""), sign)
    }
    posts.append(NamedPost("all words", Genome(pump: words)))
    posts.append(NamedPost("all words, commas", Genome(pump: words.flatMap { [$0, "，"] })))
    posts.append(NamedPost("all words, stops", Genome(pump: words.flatMap { [$0, "。"] })))
    posts.append(NamedPost("all words backwards", Genome(pump: words.reversed())))
    add("numbers and units", "三十多", "名", "1,234", "元", "二十", "人", "两个半", "月")
    add("wages", "拖欠", "工资", "三个月没发工资", "，")
    add("negated", "没", "已结清", "，")
    add("traditional, title case, marks", "討薪Ａ\u{0301}", "國İ")
    add("departments", "住建局", "纪委", "书记", "举报")
    add("places", "青禾县")
    add("places within each other", "青禾县", "城关镇")
    add("conduct beside names", "住建局", "吃拿卡要", "受贿", "书记")
    add("conduct, names far from it", "住建局", suffix: "受贿")
    var escaped = Genome(pump: ["a"])
    escaped.isEscaped = true
    posts.append(NamedPost("every letter escaped", escaped))
    escaped.pump = words
    posts.append(NamedPost("every character of all words escaped", escaped))
    for sign in ["“", "「", "#", "@", "> ", "说：“", "转发："] { add("zones open: \(sign)", sign, "\n") }
    for sign in ["“", "「", "#a", "@a "] { add("zones never close: \(sign)", sign) }
    add("words that others say", "对方多次在电话里当着很多人的面反复地说：“", "a", "”")
    add("words that the writer says", "一二三四五六七八九十一二三四五六七八九十一二三四五六七八说：", "a")
    add("words in disguise", "办*证刻*章", "百/家/乐", "婊-子")
    add("sounds of words", "睹拨", "拌政", "珂账", "毒频", "佳微")
    add("syllables of words", "du", "bo", "wei", "xin", "ban", "zheng")
    add("signs that may be letters", "@", "❶", "(", "8")
    add("dangers", "不想活了", "自杀", "跳楼", "。")
    return posts
  }
}
