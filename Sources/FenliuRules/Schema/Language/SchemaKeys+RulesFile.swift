// SPDX-License-Identifier: Apache-2.0
import FenliuFolding
import FenliuModel

/// The keys of rules.yaml and of the files it includes.
extension SchemaKeys {
  static let rulesFile = SchemaKeys(
    "rules-file", [version(isRequired: true)] + mainKeys + sharedKeys.filter { $0.name != "fenliu" })

  static let includedFile = SchemaKeys("included-file", sharedKeys)

  static func version(isRequired: Bool) -> SchemaKey {
    SchemaKey(
      "fenliu", .version, required: isRequired,
      "The version of the rule language. Included files may leave it out.",
      "规则语言的版本；被引用的文件可不写。", example: "1")
  }

  private static let mainKeys = [
    SchemaKey("title", .text, required: true, "What people call the pack.", "规则包的名称。", example: "矿区反馈"),
    SchemaKey("owner", .text, "Who answers for the pack.", "谁对规则包负责。", standard: "none", example: "综合办"),
    SchemaKey(
      "lang", .choice(["zh", "en"]), "The language in which decisions give their reasons.", "判定理由所用的语言。", standard: "zh"
    ),
    SchemaKey(
      "languages", .choices(Script.declarable.map(\.name)),
      "The scripts that are read. A post in none of them goes to a person.",
      "读哪些文字。全是别种文字的帖子交人看。", standard: "[han, latin]", example: "[han]"),
    SchemaKey(
      "include", .texts,
      "Files to read as well: YAML and word lists, by paths from this file's folder; * stands for any characters of a name.",
      "还要读哪些文件：YAML 与词表，路径从本文件所在文件夹算起，* 代表文件名里的任意字符。", standard: "none",
      example: "[words/*.txt, ../common/danger.yaml]"),
    SchemaKey(
      "negators", .words, "Words that make an unless word not affirmed, besides those built in.",
      "使 unless 的词不算肯定的否定词，内置的之外再加。",
      standard: "none", example: "[从未]"),
    SchemaKey(
      "weights", .part(.weights),
      "How often words of the title and of the opening count when the leading topic is chosen.",
      "选主要事由时，标题和开头的词各算几倍。", standard: "1 and 1", example: "{title: 2, opening: 2}"),
    SchemaKey(
      "levels", .chosen(levelNames, .text), required: true,
      "Level and condition, the highest first; the first condition that holds gives the level.",
      "等级与条件，从高到低；第一个成立的条件定等级。",
      example: "larger: total >= 5"),
  ]

  private static let sharedKeys = [
    version(isRequired: false),
    SchemaKey(
      "categories",
      .named(
        .part(.category),
        known: Category.builtIn.map { category in
          SchemaKey(
            category.key, .part(.builtInCategory),
            "The category \(category.key), which is always there; sets its title, cap or floor.",
            "内置类别“\(category.title)”，可改名称、封顶和保底。")
        }), "Kinds of signals, besides early-sign, trend, action, group-risk, prohibited and danger.",
      "信号的类别，内置苗头、倾向、行动、群体、违禁、危险之外再加。", standard: "the six", example: "praise: {title: 表扬, cap: 3}"),
    SchemaKey(
      "topics", .named(.text), "What posts are about: a dotted path and its title. Their order decides ties.",
      "帖子说的是什么事：带点的路径与名称。先写的在平局时优先。",
      standard: "none", example: "labour.wages: 工资拖欠"),
    SchemaKey(
      "words", .named(.either([.words, .part(.wordList)])), "Named word lists, used in rules as $NAME.",
      "有名字的词表，规则里写 $名字 来用。", standard: "none",
      example: "已结清: [已补发, 已结清]"),
    SchemaKey(
      "allow", .words, "A hit that lies wholly inside one of these does not count; not for danger.",
      "命中若整个落在这些词里面就不算；对危险类无效。",
      standard: "none", example: "[欠薪应急周转金]"),
    evasion,
    SchemaKey(
      "collective", .list(.part(.collectiveLine)),
      "Words that stand for many people without a number: every number pattern of people finds them, worth so many.",
      "不写数目而指许多人的词：人数模式（number: people）都把它们当作这么多人。", standard: "none",
      example: "[{words: $集体, people: {class: 30, village: 200}}]"),
    SchemaKey(
      "kinds", .list(.part(.kindLine)),
      "What the writer wants: the first line that holds gives the kind. No points; for routes, periods and whoever answers.",
      "写的人要什么：第一条成立的定诉求类型。不计分；供路由、时段和答复的人用。", standard: "none",
      example: "[{kind: ask, any: [请问, 咨询]}]"),
    SchemaKey(
      "rules", .list(.part(.rule)), "The rules.", "规则。", standard: "none; there must be some, here or included"),
  ]

  static let weights = SchemaKeys(
    "weights-part",
    [
      SchemaKey("title", .positive, "How often words of the title count.", "标题里的词算几倍。", standard: "1", example: "2"),
      SchemaKey("opening", .positive, "How often words of the opening count.", "开头的词算几倍。", standard: "1", example: "2"),
    ])

  static let category = SchemaKeys("category", categoryKeys(isTitleRequired: true))
  static let builtInCategory = SchemaKeys("category", name: "built-in-category", categoryKeys(isTitleRequired: false))

  private static func categoryKeys(isTitleRequired: Bool) -> [SchemaKey] {
    [
      SchemaKey("title", .text, required: isTitleRequired, "What people call it.", "类别的名称。", example: "表扬"),
      SchemaKey(
        "cap", .number(least: 0), "The most points that all its rules give together. Not for danger.",
        "本类所有规则合起来最多给几分；危险类不可写。",
        standard: "none", example: "3"),
      SchemaKey(
        "floor", .choice(levelNames),
        "The lowest level of a post in which one of its rules counts. Of danger at least major.",
        "只要本类有一条规则算数，帖子至少是这个等级；危险类至少 major。", standard: "none", example: "general"),
    ]
  }

  static let wordList = SchemaKeys(
    "word-list",
    [
      SchemaKey(
        "words", .words, "Its words; with file, they come first.", "词表的词；与 file 并用时排在前面。", example: "[老板, (项目|施工)经理]"),
      SchemaKey(
        "file", .text, "A word list file: .txt, .tsv or .csv, by its path from this file's folder.",
        "词表文件（.txt、.tsv、.csv），路径从本文件所在文件夹算起。",
        example: "words/欠薪.txt"),
      SchemaKey(
        "allow", .words, "A hit of the list that lies wholly inside one of these does not count.",
        "词表的命中若整个落在这些词里面就不算。", standard: "none",
        example: "[老板娘]"),
      evasion,
    ])

  /// Levels by key and by title.
  static var levelNames: [String] { Level.allCases.map(\.key) + Level.allCases.map { $0.title(in: .chinese) } }
}
