// SPDX-License-Identifier: Apache-2.0
import FenliuEvasion
import FenliuModel

/// The keys of a rule, in the order in which `fenliu fmt` writes them.
extension SchemaKeys {
  public static let rule = SchemaKeys(
    "rule",
    [
      SchemaKey(
        "id", .text, required: true, "The rule's name, stable for ever: results, history and replaces refer to it.",
        "规则的编号，定了就不改：结果、历史和 replaces 都靠它。",
        example: "wages-unpaid"),
      SchemaKey("title", .text, "What people call the rule.", "规则的名称。", standard: "the id", example: "拖欠工资"),
      SchemaKey(
        "category", .suggestion(Category.builtIn.flatMap { [$0.key, $0.title] }), required: true,
        "What kind of signal it is: a category, by key or title.",
        "属于哪类信号：类别的键或名称。", example: "early-sign"),
      SchemaKey(
        "topic", .text, "What it is about: a topic, by path or title. Decides where the post goes.",
        "说的是什么事：事由的路径或名称；帖子由此分流。", standard: "none", example: "labour.wages"),
      SchemaKey(
        "status", .choice(Rule.Status.allCases.map(\.rawValue)),
        "active counts; shadow is listed and changes nothing; draft is tested only; deprecated counts still and should go.",
        "active 生效；shadow 只列出、不影响结果；draft 只参加测试；deprecated 仍生效但该删了。", standard: "active", example: "shadow"),
      SchemaKey(
        "any", .line, "Patterns of which one must hit: words, $lists, {regex: '…'}, {number: …}.",
        "命中一个即可的模式：词、$词表、{regex: '…'}、{number: …}。",
        example: "[欠薪, (拖欠|克扣)…(工资|薪), $工资]"),
      SchemaKey(
        "all", .lines, "Lines, each a pattern or a list of patterns; each must hit.", "若干行，每行是一个模式或一组模式；每行都要命中。",
        example: "[[工人, 矿工], 欠薪]"),
      SchemaKey(
        "within", .distance, "How near the hits of all must lie: clause, sentence, post, or a number of characters.",
        "all 的命中要离得多近：clause（小句）、sentence（句）、post（全文）或字数。", standard: "post", example: "clause"),
      SchemaKey(
        "none", .line, "Patterns of which none may hit in the post.", "全文一个都不许命中的模式。", standard: "none",
        example: "[假新闻]"),
      SchemaKey(
        "near", .either([.part(.near), .list(.part(.near))]),
        "Lines that must hit near each other; one group or a list of groups.", "要挨得近的几行；一组，或多组的列表。",
        example: "{of: [老板, 跑路], within: 8}"),
      SchemaKey(
        "patterns", .named(.line), "Named lines, for when.", "有名字的行，供 when 使用。", example: "{气: [瓦斯], 停: [已撤人]}"),
      SchemaKey(
        "when", .text, "A condition over the named patterns; instead of any, all, none, near and within.",
        "关于有名模式的条件；写了它就不写 any、all、none、near、within。", example: "气 and not before(气, 停, sentence)"),
      SchemaKey(
        "unless", .either([.line, .part(.unless)]),
        "Takes away each hit that has an affirmed hit of these near it, in one sentence unless within says otherwise.",
        "附近（默认同一句）有这些词的肯定命中时，该处命中就不算。", standard: "none", example: "{any: [$已结清], within: sentence}"),
      SchemaKey(
        "allow", .words, "A hit that lies wholly inside one of these does not count.", "命中若整个落在这些词里面就不算。",
        standard: "none", example: "[欠薪应急周转金]"),
      SchemaKey(
        "where", .choices(FieldSet.named.map(\.key)),
        "Where it looks: title, and of the text own words, quoted ones, repost and tag; text for all of these.",
        "在哪里找：title（标题）；正文中的 own（本人的话）、quoted（引语）、repost（转发）、tag（话题），text 指整个正文。",
        standard: "[title, own, tag]", example: "[title]"),
      SchemaKey(
        "polarity", .choice(Polarity.allCases.map(\.rawValue)),
        "Which hits count: affirmed ones, those that are denied, asked or promised (negated), or any.",
        "哪些命中才算：affirmed 已有的事，negated 被否定、询问或承诺的，any 都算。", standard: "any", example: "affirmed"),
      evasion,
      SchemaKey(
        "if", .text, "A condition on the post's own fields: source, region, views, reposts, replies, likes, reach.",
        "关于帖子字段的条件：source、region、views、reposts、replies、likes、reach。", standard: "holds",
        example: "source in [weibo] and views > 1000"),
      SchemaKey(
        "from", day, "The first day on which it counts, of one year or of every year.", "从哪天起生效：某年某日，或每年的某日。",
        standard: "none", example: "11-01"),
      SchemaKey("until", day, "The last day on which it counts.", "生效到哪天，含当天。", standard: "none", example: "03-31"),
      SchemaKey(
        "points", .text, "What it gives: a number or an expression.", "给几分：数或算式。", standard: "1",
        example: "2 + log10(people)"),
      SchemaKey(
        "each", .part(.each), "Every distinct word that hits counts, the N with most points.",
        "命中的每个不同的词都算分，取分最高的 N 个。", standard: "the single best", example: "{max: 3}"),
      SchemaKey(
        "replaces", .texts, "Ids of rules that lose their points and numbers where this one counts.",
        "本规则算数时，这些规则不再给分。", standard: "none", example: "[wages-unpaid]"),
      SchemaKey(
        "owner", .text, "Who answers for the rule. Compulsory for prohibited.", "谁对规则负责；违禁类必写。", standard: "none",
        example: "综合办"),
      SchemaKey(
        "basis", .text, "The law or order it rests on. Compulsory for prohibited.", "依据的法规或文件；违禁类必写。", standard: "none",
        example: "保障农民工工资支付条例"),
      SchemaKey("note", .text, "What the next author should know.", "留给后来人的话。", standard: "none"),
      SchemaKey(
        "examples", .part(.examples), "Texts that show what it does; fenliu test runs them.",
        "说明规则的例句；fenliu test 会逐条检验。", standard: "none", example: "{hit: [老板欠薪], miss: [拖欠的工资昨天已结清]}"),
    ])

  /// The key of rules, word lists and files.
  static let evasion = SchemaKey(
    "evasion", .choices(Trick.allCases.map(\.key), mayBeEmpty: true),
    "By which tricks its words are found in disguise: gaps, repeats, look-alikes, homophones, pinyin, split, digits, leet.",
    "词被变着法写时，认哪些写法：gaps 插符号，repeats 重复字，look-alikes 形近字，homophones 同音字，pinyin 拼音，split 拆字，digits 数字变体，leet 英文数字代字母。",
    standard: "none", example: "[gaps, homophones, pinyin]")

  /// `2026-09-01` or `09-01`.
  private static var day: SchemaValue { .form("^([0-9]{4}-)?(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$") }

  static let each = SchemaKeys(
    "each-part",
    [SchemaKey("max", .integer(least: 1), required: true, "How many words count at most.", "最多算几个词。", example: "3")])

  static let near = SchemaKeys(
    "near-group",
    [
      SchemaKey(
        "of", .lines, required: true, "At least two lines; each must hit.", "至少两行，每行都要命中。", example: "[老板, [跑路, 失联]]"),
      SchemaKey(
        "within", .distance, required: true, "How near: clause, sentence, post, or a number of characters.",
        "要多近：clause、sentence、post 或字数。", example: "8"),
    ])

  static let unless = SchemaKeys(
    "unless-part",
    [
      SchemaKey(
        "any", .line, required: true, "Patterns of which one takes a hit away.", "命中一个就使附近的命中不算的模式。", example: "[$已结清]"),
      SchemaKey(
        "within", .distance, "How near it must lie to the hit.", "要离命中多近。", standard: "sentence", example: "clause"),
    ])

  static let examples = SchemaKeys(
    "examples-part",
    Example.Kind.allCases.map { kind in
      switch kind {
      case .hit: SchemaKey("hit", .texts, "Texts that the rule hits.", "规则应当命中的句子。", example: "[老板拖欠工资]")
      case .miss:
        SchemaKey(
          "miss", .texts, "Texts that the rule misses although one of its patterns hits.", "有模式命中、但规则不应命中的句子。",
          example: "[拖欠的工资昨天已结清]")
      case .missFar:
        SchemaKey("miss-far", .texts, "Texts in which nothing of the rule hits.", "规则的任何部分都不命中的句子。", example: "[发工资了]")
      case .todoHit: SchemaKey("todo-hit", .texts, "Texts that the rule should hit one day.", "将来应当命中、现在还做不到的句子。")
      case .todoMiss: SchemaKey("todo-miss", .texts, "Texts that the rule should miss one day.", "将来不应命中、现在还做不到的句子。")
      }
    })

  static let regex = SchemaKeys(
    "regex-pattern",
    [
      SchemaKey(
        "regex", .text, required: true,
        "A PCRE2 regex in single quotes. Groups named people, months, days or amount are read as numbers.",
        "PCRE2 正则，写在单引号里。名为 people、months、days、amount 的组读作数。", example: "'(?<months>\\d{1,2})个?月没发工资'")
    ])

  static let number = SchemaKeys(
    "number-pattern",
    [
      SchemaKey(
        "number", .choice(NumberName.allCases.map(\.key)), required: true,
        "What is counted: people, months, days or amount.", "数的是什么：people 人、months 月、days 天、amount 金额。",
        example: "people"),
      SchemaKey(
        "units", .texts, required: true, "The words that stand behind the number.", "跟在数后面的量词。", example: "[名, 个, 位, 人]"
      ),
      SchemaKey(
        "least", .number(least: -.infinity), "The least number that hits.", "至少是多少才算命中。", standard: "any", example: "5"),
    ])
}
