// SPDX-License-Identifier: Apache-2.0

extension Chinese {
  /// 职责图，以及对它的证明。
  static let map = [
    "unknown-department": "没有名为“{name}”的部门",
    "ambiguous-department": "有几个部门都叫“{name}”：{ids}",
    "unknown-zone": "没有名为“{name}”的时区",
    "bad-days": "“{days}”既不是星期几，也不是星期的范围",
    "repeated-day": "“{day}”已经有了工作时间",
    "bad-hours": "“{text}”不是一段接在前一段之后的时间",
    "bad-month-day": "“{text}”不是一年中的日子",
    "bad-holidays": "{problem}：“{text}”",
    "bad-places": "{problem}：“{text}”",
    "bad-due": "“{text}”不是期限",
    "unknown-unit": "“{unit}”不是时间单位",
    "bad-count": "“{text}”不能作为数目，可取 1 到 {most}",
    "notice-by-clock": "告知的期限以分钟或小时计，不能是“{text}”",
    "unknown-step": "这里没有名为“{step}”的步骤",
    "step-circle": "这些步骤互相等待：{steps}",
    "latest-too-early": "“{step}”的期限是 {due}，可能晚于最迟的 {latest}",
    "level-without-deadlines": "等级“{level}”没有期限",
    "unknown-level": "没有名为“{name}”的等级",
    "no-working-hours": "“{step}”按工作时间计算，而“{department}”没有工作时间",
    "later-at-higher-level": "“{step}”在 {higher}（{higher-term}）可能比在 {lower}（{lower-term}）更晚到期",
    "bad-condition": "这里应当是{expected}，而不是{q found}",
    "bad-comparison": "等级用 >=、= 或 <= 比较，不用“{sign}”",
    "unknown-route-category": "没有名为“{name}”的类别",
    "unknown-route-topic": "没有名为“{name}”的主题",
    "repeated-route": "已经有一条路由名为“{name}”",
    "reserved-route-name": "“{name}”是判定中对兜底部门的称呼",
    "bad-within": "“{value}”不是 0 到 {most} 个字的距离",
    "part-circle": "这些部门互为上下级：{departments}",
    "danger-route-missing": "有规则属于危险类别，第一条路由必须只写“category danger”",
    "danger-not-helped": "危险必须由 help 类部门主办，“{department}”不是",
    "security-too-wide": "“{department}”属于 security 类，而{owner}在没有危及他人、威胁、诈骗或人肉的情形下也会命中",
    "conduct-not-overseen": "路由“{route}”会接到作风问题，而“{department}”不是 oversight 类部门",
    "conduct-without-recusal": "规则中有主题“{topic}”，职责图需要“recuse”",
    "route-shadowed": "路由“{route}”永远轮不到：符合它的都被“{earlier}”先接走了",
    "route-never-wins": "路由“{route}”不会接到任何帖子",
    "topic-only-default": "没有路由接收主题“{topic}”，只会到“{department}”",
    "idle-department": "没有任何路由通向部门“{department}”",
    "short-name": "名称“{name}”太短，会在无关之处被认出",
    "shared-name": "另有部门也叫“{name}”；帖子指责它时，两者都回避",
    "recusal-not-oversight": "被指责者由“{department}”接手，而它不是 oversight 类部门",
    "recusal-to-itself": "“{department}”会从自己手中接手",
    "calendar-year-missing": "日历中没有 {year} 年的日子，{days} 天后就要用到",
  ]

  /// 怎样改。
  static let mapHelps = [
    "bad-days": "写 mon、tue … sun，或 mon-fri 这样的范围",
    "bad-hours": "写 \"08:30-12:00, 14:00-17:30\" 这样的时间",
    "bad-month-day": "写 月-日，例如 06-01",
    "bad-due": "写 24h、3d at latest 5d、12h after hand-over 或 every 24h",
    "unknown-unit": "单位有 m、h（按钟点），d（自然日），wh、wd（工作小时、工作日）",
    "no-working-hours": "给日历或该部门写上工作时间，或者设为 around-the-clock",
    "ambiguous-department": "请用部门的代号",
    "level-without-deadlines": "每个等级都要有期限；none 至少写 {read: 1wd}，因为总有人写了这帖子",
    "danger-route-missing": "把 {name: danger, when: category danger, lead: …} 放在最前",
    "security-too-wide": "请限定为主题 danger.others.*、prohibited.threat、prohibited.fraud 或 prohibited.doxxing",
    "conduct-without-recusal": "写上 recuse: {when: topic conduct.*, within: 30, lead: …, otherwise: …}",
    "calendar-year-missing": "放假安排公布后，把那一年的日子加进节假日文件",
  ]

  /// 职责图各处的用语。
  static let mapTerms = [
    "first-asked": "first-asked 设置", "and-or-end": "and、or 或条件的结束", "condition": "条件",
    "closing-bracket": "后括号", "category-name": "类别名", "topic-name": "主题", "region-name": "地区名",
    "source-name": "来源名", "level-name": "等级", "level-comparison": ">= 这样的比较", "end-of-condition": "条件的结束",
    "this-route": "这条路由", "this-escalation": "这一行", "the-default": "兜底部门",
    "holidays-header": "第一行应为 date、day、name", "holidays-cells": "每行须有日期、类型和名称",
    "holidays-date": "日期写成 2026-10-01", "holidays-day": "类型只有 off 和 work",
    "holidays-repeated": "这一天第二次出现", "places-header": "第一行应为 name、region、aliases",
    "places-cells": "每行须有名称和地区", "places-repeated": "这个名称已属于另一个地区",
  ]

  /// 相关之处。
  static let mapNotes = [
    "taken-here": "被这条路由接走", "lower-level-here": "较低等级的期限", "danger-rule-here": "危险类别的规则",
  ]
}
