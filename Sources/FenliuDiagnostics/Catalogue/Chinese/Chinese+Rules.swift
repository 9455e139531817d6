// SPDX-License-Identifier: Apache-2.0

extension Chinese {
  /// Rules, categories, levels and cases.
  static let rules = [
    "named-twice": "已有名为“{name}”的{kind}",
    "bad-name": "“{name}”不能用作{kind}的名称",
    "only-in-rules-file": "“{key}”只能写在 rules.yaml 里",
    "unknown-rule": "没有名为“{name}”的规则",
    "no-body": "这条规则没有要找的内容",
    "mixed-body": "“{key}”不能与 when 并用",
    "within-without-all": "within 用来说明 all 各行的远近，而这里没有 all",
    "near-needs-two": "near 至少要有两行",
    "unused-pattern": "when 没有用到模式“{name}”",
    "number-never-read": "规则中没有模式读取“{name}”，它总是 0",
    "bad-day": "“{value}”不是日期",
    "season-backwards": "until 早于 from",
    "number-too-small": "“{value}”太小，至少是 {least}",
    "number-not-positive": "“{value}”太小，须大于 0",
    "replaces-circle": "这些规则互相替代：{names}",
    "replaces-danger": "危险类规则不能被替代，而“{name}”正是",
    "danger-cap": "危险类别不设上限",
    "danger-floor": "危险类别的底线是重大或特别重大",
    "danger-points": "危险类规则不能减分",
    "danger-polarity": "危险类规则不能用 polarity",
    "kind-titled-twice": "诉求类型“{kind}”已有名称“{title}”",
    "prohibited-needs": "违禁规则须有“{key}”",
    "zone-not-matched": "规则不看“{zone}”区",
    "unknown-tag": "词表 ${list} 里没有词带标签“{name}”",
    "uncounted-word": "词表 ${list} 里“{word}”的标签都没有给人数，不算人",
    "counted-twice": "“{word}”既算 {first} 人又算 {second} 人",
    "prohibited-condition": "违禁规则不能取决于“{name}”",
    "levels-not-falling": "等级须从高到低，“{name}”不能在这里",
    "level-none": "等级 none（无）是余下的情形，不设条件",
    "example-twice": "{second} 的这个例句已是 {first} 的例句",
    "bad-time": "“{value}”不是时间",
    "unknown-route": "没有名为“{name}”的路由",
  ]
}
