// SPDX-License-Identifier: Apache-2.0

/// The keys of the cases in `*.test.yaml`.
extension SchemaKeys {
  static let testCase = SchemaKeys(
    "test-case",
    [
      SchemaKey(
        "name", .text, required: true, "What the case shows; once in a file.", "案例说明什么；一个文件里不重名。", example: "拖欠工资交劳资科"),
      SchemaKey(
        "post", .part(.post), required: true, "The post that is decided.", "要判定的帖子。", example: "{text: 老板拖欠工资}"),
      SchemaKey("at", .text, "The time of the run.", "运行的时间。", standard: "the post's own", example: "2026-11-21 08:00"),
      SchemaKey(
        "expect", .part(.expectation), required: true, "What should come of it; what is not named is not compared.",
        "应有的结果；没写的不比较。", example: "{level: general, lead: labour}"),
    ])

  static let post = SchemaKeys(
    "post",
    [
      SchemaKey("id", .text, "Its id.", "帖子的编号。", standard: "the case's name"),
      SchemaKey("title", .text, "Its title.", "标题。", standard: "none", example: "求助"),
      SchemaKey(
        "text", .text, "Its text. A post has a title or a text.", "正文。标题与正文至少写一样。", standard: "none", example: "老板拖欠工资"),
      SchemaKey("time", .text, "When it was published.", "发布的时间。", standard: "none", example: "2026-11-20 20:00"),
      SchemaKey("received", .text, "When it came in.", "收到的时间。", standard: "none", example: "2026-11-20 20:00"),
      SchemaKey("region", .text, "The place it is about.", "涉及的地区。", standard: "none", example: "山西省/吕梁市/兴县"),
      SchemaKey("source", .text, "Where it was published.", "发布的平台。", standard: "none", example: "微博"),
      SchemaKey("link", .text, "Its address.", "链接。", standard: "none"),
      SchemaKey("views", count, "How often it was read.", "阅读数。", standard: "unknown", example: "1200"),
      SchemaKey("reposts", count, "How often it was passed on.", "转发数。", standard: "unknown"),
      SchemaKey("replies", count, "How often it was answered.", "评论数。", standard: "unknown"),
      SchemaKey("likes", count, "How often it was liked.", "点赞数。", standard: "unknown"),
    ])

  private static var count: SchemaValue { .form("^[-+]?[0-9]+$") }

  static let expectation = SchemaKeys(
    "expectation",
    [
      SchemaKey("level", .choice(levelNames), "Its level.", "等级。", example: "general"),
      SchemaKey("lead", .text, "The department that answers.", "由谁主办。", example: "labour"),
      SchemaKey(
        "kind", .text, "The kind of request; none where no line of kinds holds.", "诉求类型；没有的写 none。",
        example: "complain"),
      SchemaKey("assist", .texts, "Departments that help.", "由谁协办。", example: "[]"),
      SchemaKey("notify", .texts, "Departments that must know.", "要告知谁。"),
      SchemaKey(
        "route", .optional(.text), "Its route; default where none fits.", "走哪条路由；都不合适时是 default。", example: "wages"),
      SchemaKey("beside", .texts, "Routes by which it is handed over in addition.", "随附告知的路由。"),
      SchemaKey(
        "recused", .optional(.either([.text, .part(.recused)])), "The department that stepped aside; null: nobody.",
        "回避的单位；null 表示没有。", example: "null"),
      SchemaKey("rules", .texts, "Ids of rules that must be among its own.", "应当命中的规则。", example: "[wages]"),
      SchemaKey("not-rules", .texts, "Ids of rules that must not.", "不应命中的规则。"),
      SchemaKey(
        "due", .named(.text), "Steps and when they are due.", "步骤与期限。", example: "{first-reply: 2026-11-23 00:00}"),
    ])

  static let recused = SchemaKeys(
    "expectation", name: "recused",
    [SchemaKey("from", .text, required: true, "The department that stepped aside.", "回避的单位。", example: "labour")])
}
