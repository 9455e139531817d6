// SPDX-License-Identifier: Apache-2.0
import FenliuModel

/// The keys of map.yaml.
extension SchemaKeys {
  static let map = SchemaKeys(
    "map",
    [
      version(isRequired: true),
      SchemaKey(
        "calendar", .part(.calendar), "When people work: zone, hours, seasons, holidays.", "上班时间：时区、钟点、季节、节假日。",
        standard: "Asia/Shanghai, no hours"),
      SchemaKey(
        "departments", .named(.optional(.part(.department))), required: true,
        "The departments by their ids, in the order in which they stand in.", "各单位，键为编号；先后决定谁顶替。",
        example: "labour: {title: 劳资科}"),
      SchemaKey(
        "routes", .list(.part(.route)), "Read from the top; the first that fits is the post's.", "自上而下读，第一条合适的就是帖子的去向。",
        standard: "none", example: "{name: wages, when: topic labour.*, lead: labour}"),
      SchemaKey(
        "default", .text, required: true, "The department that takes what no route takes.", "哪条路由都不合适时由谁接。",
        example: "duty"),
      SchemaKey(
        "recuse", .part(.recusal),
        "Who steps aside when a post accuses a department. Compulsory with topics conduct.*.",
        "帖子指控某单位时的回避；有 conduct.* 事由时必写。", standard: "none"),
      SchemaKey(
        "escalate", .list(.part(.escalation)), "Who must know, and how soon.", "要报告谁、多快。", standard: "none",
        example: "{when: level >= major, notify: [leader], within: 2h}"),
      SchemaKey(
        "first-asked", .part(.firstAsked), "Which department a source of posts asks first.", "从哪个来源来的帖子先问的是哪个单位。",
        standard: "none"),
      SchemaKey(
        "places", .text, "A .tsv of places with the header name, region, aliases.",
        "地名表（.tsv），表头为 name、region、aliases。", standard: "none", example: "places.tsv"),
      SchemaKey(
        "steps", .named(.text), "The titles of steps.", "步骤的名称。", standard: "the step's key",
        example: "{hand-over: 交办, resolve: 办结}"),
      SchemaKey(
        "deadlines", .chosen(levelNames, steps), required: true, "For every level the steps and when they are due.",
        "每个等级各步骤的期限；五个等级都要写。",
        example: "general: {hand-over: 24h at latest 48h, resolve: 3d}"),
      SchemaKey(
        "watch", .part(.watch), "When the duty officer looks at what came in, and until when the digest is out.",
        "值班人员几点看收到的帖子，摘要最晚几时发出。", standard: "none",
        example: "{times: ['07:00', '13:00', '22:00'], report-by: 30m, miss: {notify: [leader]}}"),
      SchemaKey(
        "periods", .list(.part(.period)),
        "Days on which deadlines are shorter, more people are notified and the duty officer looks more often.",
        "期限更短、多告知几个单位、多看几次的时段。", standard: "none",
        example: "{name: 汛期, from: 06-01, until: 09-30, basis: 防汛值班制度, notify: [leader]}"),
    ])

  /// `{STEP: DUE}`.
  static var steps: SchemaValue { .named(due) }

  /// `N unit [at latest N unit] [after STEP]` or `every N unit`.
  private static var due: SchemaValue {
    let limit = "[0-9]+ *(m|h|d|wh|wd)"
    return .form("^ *(every +\(limit)|\(limit)( +at +latest +\(limit))?( +after +[^ ]+)?) *$")
  }

  private static var hours: SchemaValue {
    let day = "(mon|tue|wed|thu|fri|sat|sun)"
    return .keyed(form: "^ *\(day) *(- *\(day) *)?$", .text)
  }

  private static var monthDay: SchemaValue { .form("^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$") }

  /// `06-01` or `2026-06-01`.
  static var periodDay: SchemaValue { .form("^([0-9]{4}-)?(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$") }

  static let calendar = SchemaKeys(
    "calendar",
    [
      SchemaKey(
        "zone", .text, "The time zone: a name, UTC, or +08:00.", "时区：名称、UTC 或 +08:00。", standard: "Asia/Shanghai",
        example: "Asia/Shanghai"),
      SchemaKey(
        "hours", hours, "Days and their working hours.", "星期几与上班钟点。", standard: "no working hours",
        example: "{mon-fri: '08:30-12:00, 14:00-17:30'}"),
      SchemaKey(
        "seasons", .list(.part(.season)), "Times of the year with other hours.", "一年中钟点不同的时段。", standard: "none"),
      SchemaKey(
        "holidays", .text, "A .tsv of holidays with the header date, day, name.", "节假日表（.tsv），表头为 date、day、name。",
        standard: "none", example: "../calendars/cn.tsv"),
    ])

  static let season = SchemaKeys(
    "season",
    [
      SchemaKey("from", monthDay, required: true, "Its first day, month and day.", "从哪天起，月-日。", example: "06-01"),
      SchemaKey("until", monthDay, required: true, "Its last day, which belongs to it.", "到哪天，含当天。", example: "09-30"),
      SchemaKey(
        "hours", hours, required: true, "Days and their working hours.", "星期几与上班钟点。",
        example: "{mon-fri: '08:30-12:00, 15:00-18:00'}"),
    ])

  static let department = SchemaKeys(
    "department",
    [
      SchemaKey(
        "title", .text, "What people call it; also looked for by recusal.", "单位的名称；回避也按它找。", standard: "the id",
        example: "劳资科"),
      SchemaKey(
        "names", .texts, "How posts call it; looked for by recusal.", "帖子里怎样称呼它；回避按它们找。", standard: "none",
        example: "[劳资科, 人事科]"),
      SchemaKey(
        "part-of", .text, "The larger department it belongs to.", "隶属于哪个单位。", standard: "none", example: "office"),
      SchemaKey(
        "contact", .text, "How it is reached; shown, never matched.", "联系方式；只显示，不参与匹配。", standard: "none",
        example: "内线 2031"),
      SchemaKey(
        "kind", .choice(Department.Kind.allCases.map(\.rawValue)),
        "help helps people in danger, service answers, oversight looks into conduct, security guards.",
        "help 救助、service 办事、oversight 监督、security 保卫。", standard: "service", example: "help"),
      SchemaKey(
        "around-the-clock", .flag, "Whether every hour of every day is working time.", "是否全天候值守。", standard: "false",
        example: "true"),
      SchemaKey(
        "hours", hours, "Its own hours, all the year.", "自己的上班钟点，全年如此。", standard: "the calendar's",
        example: "{mon-sat: '08:00-12:00'}"),
    ])

  static let route = SchemaKeys(
    "route",
    [
      SchemaKey("name", .text, required: true, "What decisions and tests call it.", "路由的名称，判定和测试里用。", example: "wages"),
      SchemaKey(
        "when", .text, required: true,
        "The condition: category, topic, level, region, source, kind, joined by and, or, not.",
        "条件：category、topic、level、region、source、kind，用 and、or、not 连接。",
        example: "topic labour.wages and region 兴县"),
      SchemaKey("lead", .text, required: true, "The department that answers.", "由谁主办。", example: "labour"),
      SchemaKey("assist", .texts, "Departments that help.", "由谁协办。", standard: "none", example: "[office]"),
      SchemaKey("notify", .texts, "Departments that must know.", "要告知谁。", standard: "none", example: "[leader]"),
      SchemaKey(
        "if-returned", .text, "Who takes it when the lead gives it back.", "主办退回时由谁接。", standard: "none",
        example: "duty"),
      SchemaKey("basis", .text, "Why it goes there.", "依据。", standard: "none", example: "干部监督"),
      SchemaKey(
        "deadlines", steps, "Steps that replace the level's of the same name.", "取代等级里同名步骤的期限。",
        standard: "the level's", example: "{visit: 5wd after hand-over}"),
      SchemaKey("sealed", .flag, "Whether only those named may see it.", "是否密封办理。", standard: "false", example: "true"),
      SchemaKey("suggest-reply", .text, "A reply that the lead may send.", "建议的答复。", standard: "none"),
      SchemaKey(
        "beside", .flag, "Whether it is handed over in addition, and changes no lead.", "是否只是随附告知，不改变主办。",
        standard: "false", example: "true"),
    ])

  static let recusal = SchemaKeys(
    "recusal",
    [
      SchemaKey(
        "when", .text, "Which rules accuse.", "哪些规则算指控。", standard: "topic conduct.*", example: "topic conduct.*"),
      SchemaKey(
        "within", .form("^ *[0-9]+( +characters?)? *$"),
        "How many characters a name may be away from the hit, 0 to 1000.", "单位名离命中最多几个字，0 到 1000。", standard: "30",
        example: "30"),
      SchemaKey("lead", .text, required: true, "Who takes over.", "由谁接办。", example: "discipline"),
      SchemaKey(
        "otherwise", .text, required: true, "Who takes over where lead is accused, too.", "接办的单位也被指控时由谁接。",
        example: "superior"),
    ])

  static let escalation = SchemaKeys(
    "escalation",
    [
      SchemaKey("when", .text, required: true, "The condition, as of a route.", "条件，写法同路由。", example: "level >= major"),
      SchemaKey("notify", .texts, required: true, "Departments that must know.", "要报告谁。", example: "[leader]"),
      SchemaKey(
        "within", .form("^ *[0-9]+ *(m|h) *$"), "How soon, by the clock: m or h.", "多快，按钟表算：m 或 h。",
        standard: "no deadline", example: "2h"),
    ])

  static let firstAsked = SchemaKeys(
    "first-asked",
    [
      SchemaKey(
        "source", .named(.text), required: true, "Names of sources with their departments.", "来源的名称与单位。",
        example: "{劳动局留言板: labour}")
    ])
}
