// SPDX-License-Identifier: Apache-2.0
import FenliuModel

/// The keys of `watch` and `periods` in map.yaml.
extension SchemaKeys {
  private static var timeOfDay: SchemaValue { .form("^([01]?[0-9]|2[0-3]):[0-5][0-9]$") }

  private static let times = SchemaKey(
    "times", .either([timeOfDay, .list(timeOfDay)]), required: true, "Times of day, in order: 1 to 24 of them.",
    "几点，按先后写，1 到 24 个。", example: "['07:00', '13:00', '22:00']")

  static let watch = SchemaKeys(
    "watch",
    [
      times,
      SchemaKey(
        "report-by", .form("^ *[0-9]+ *(m|h) *$"),
        "How long after each time the digest has to be out, by the clock: m or h.", "每次之后多久内发出摘要，按钟表算：m 或 h。",
        standard: "no bound", example: "30m"),
      SchemaKey(
        "miss", .part(.miss), "What follows where the digest is not out by then.", "到时没有发出摘要怎么办。", standard: "none",
        example: "{notify: [leader]}"),
    ])

  static let miss = SchemaKeys(
    "miss",
    [
      SchemaKey("notify", .texts, required: true, "Departments that must know.", "要报告谁。", example: "[leader]")
    ])

  static let period = SchemaKeys(
    "period",
    [
      SchemaKey("name", .text, required: true, "What decisions call it.", "时段的名称，判定里用。", example: "汛期"),
      SchemaKey(
        "from", periodDay, required: true, "Its first day: MM-DD every year, YYYY-MM-DD once.",
        "从哪天起：每年的写 月-日，只一次的写 年-月-日。", example: "06-01"),
      SchemaKey(
        "until", periodDay, required: true, "Its last day, which belongs to it.", "到哪天，含当天。", example: "09-30"),
      SchemaKey(
        "basis", .text, required: true, "The rule or order behind it, which decisions quote.", "依据，判定里引用。",
        example: "防汛值班制度"),
      SchemaKey(
        "kind", .text, "The kind of request to which it is confined, by key or title.",
        "只对哪种诉求类型有效：键或名称。", standard: "every post", example: "help"),
      SchemaKey(
        "notify", .texts, "Departments that must know, of every post of level general or above.",
        "还要告知谁：一般及以上的每个帖子。", standard: "none", example: "[leader]"),
      SchemaKey(
        "watch", .part(.periodWatch), "Times added to those of watch.", "在 watch 之外增加的时间。", standard: "none",
        example: "{times: ['07:00', '22:00']}"),
      SchemaKey(
        "deadlines", .chosen(levelNames, steps), "Steps of the map that are due sooner.", "要缩短的步骤和期限。",
        standard: "none", example: "{major: {first-reply: 12h}}"),
    ],
    refused: .init(
      code: .periodRegrades,
      keys: [
        "points", "weights", "levels", "level", "categories", "category", "topics", "topic", "rules", "words", "allow",
        "negators", "cap", "caps", "floor", "floors", "routes", "route", "lead", "assist", "default", "recuse",
        "escalate",
        "first-asked", "sealed", "status",
      ]))

  static let periodWatch = SchemaKeys("watch", name: "period-watch", [times])
}
