// SPDX-License-Identifier: Apache-2.0
import FenliuCalendar
import FenliuModel

/// Reasons in Chinese.
enum ChineseReasons: ReasonWording {
  static func append(_ reason: Reason, quoting texts: [UInt8], zone: Zone, to sentence: inout TextList) {
    switch reason {
    case .match(let rule, let found, let category, let points):
      sentence.append(words: "规则“")
      sentence.append(rule)
      sentence.append(words: "”：见")
      append(found, of: texts, to: &sentence)
      sentence.append(words: "，计")
      sentence.append(category)
      sentence.append(words: " ")
      sentence.append(points)
      sentence.append(words: " 分")
    case .prohibited(let rule, let found, let basis):
      sentence.append(words: "规则“")
      sentence.append(rule)
      sentence.append(words: "”：见")
      append(found, of: texts, to: &sentence)
      sentence.append(words: "，标记违禁")
      if let basis { sentence.append("（依据：\(basis)）") }
      sentence.append(words: "，须经人工确认，不影响诉求的等级与办理")
    case .replaced(let rule): sentence.append("规则“\(rule)”已由更具体的规则代替，不计分")
    case .withdrawn(let rule, let found, let by):
      sentence.append(words: "规则“")
      sentence.append(rule)
      sentence.append(words: "”：“")
      sentence.append(texts, found)
      sentence.append(words: "”不计，因附近有“")
      sentence.append(texts, by)
      sentence.append(words: "”")
    case .unread: sentence.append(words: "没有可读的文字，须由人阅读")
    case .gaveUp(let rule): sentence.append("规则“\(rule)”的正则未能在限额内查完，结果未知")
    case .tooManyHits: sentence.append(words: "命中过多，超出部分未计")
    case .levelByLine(let level, let condition, let total):
      sentence.append(words: "等级")
      sentence.append(level.title(in: .chinese))
      sentence.append(words: "：符合“")
      sentence.append(condition)
      sentence.append(words: "”（合计 ")
      sentence.append(total)
      sentence.append(words: " 分）")
    case .levelByFloor(let level, let category):
      sentence.append("等级\(level.title(in: .chinese))：“\(category)”类信号至少定为此级")
    case .noLevel(let total):
      sentence.append(words: "未达到任何等级（合计 ")
      sentence.append(total)
      sentence.append(words: " 分）")
    case .topic(let title, let points, let byFirstAsked):
      sentence.append(words: "主题“")
      sentence.append(title)
      sentence.append(words: "” ")
      sentence.append(points)
      sentence.append(words: byFirstAsked ? " 分，并列时以首问单位为准" : " 分，居首")
    case .route(let name, let condition, let found, let lead, let basis):
      sentence.append(words: "按路由 ")
      sentence.append(name)
      sentence.append(words: "（")
      sentence.append(condition)
      if !found.isEmpty {
        sentence.append(words: "，见")
        append(found, of: texts, to: &sentence)
      }
      sentence.append(words: "）由")
      sentence.append(lead)
      sentence.append(words: "主办")
      if let basis {
        sentence.append(words: "，依据：")
        sentence.append(basis)
      }
    case .defaultRoute(let lead):
      sentence.append(words: "没有适用的路由，由")
      sentence.append(lead)
      sentence.append(words: "兜底办理")
    case .assist(let department):
      sentence.append(department)
      sentence.append(words: "协办")
    case .assistForTopic(let department, let topic, let route):
      sentence.append(department)
      sentence.append(words: "协办：另涉“")
      sentence.append(topic)
      sentence.append(words: "”（路由 ")
      sentence.append(route)
      sentence.append(words: "）")
    case .assistForRecusal(let department): sentence.append("\(department)协办：帮助单位被指，另行监督")
    case .notified(let departments):
      sentence.append(words: "告知")
      append(departments, separator: "、", to: &sentence)
    case .beside(let route, let lead):
      sentence.append(words: "另按路由 ")
      sentence.append(route)
      sentence.append(words: " 移交")
      sentence.append(lead)
    case .escalation(let condition, let notify, let within):
      sentence.append(words: "符合“")
      sentence.append(condition)
      sentence.append(words: "”，通知")
      append(notify, separator: "、", to: &sentence)
      if let within {
        sentence.append(words: "（")
        append(within, to: &sentence)
        sentence.append(words: "内）")
      }
    case .period(let name, let basis, let notify, let sooner):
      sentence.append(words: "时段“")
      sentence.append(name)
      sentence.append(words: "”（依据：")
      sentence.append(basis)
      sentence.append(words: "）")
      if !notify.isEmpty {
        sentence.append(words: "，通知")
        append(notify, separator: "、", to: &sentence)
      }
      if !sooner.isEmpty {
        sentence.append(words: "，期限缩短：")
        append(sooner, separator: "、", to: &sentence)
      }
    case .recused(let department, let name, let field, let start, let wouldHaveLed, let lead):
      sentence.append("\(field == .title ? "标题" : "正文")第 \(start + 1) 字起点名“\(name)”，\(department)回避")
      if wouldHaveLed { sentence.append("，改由\(lead)主办") }
    case .sealed: sentence.append(words: "密封办理，仅经办人可见")
    case .deadline(let deadline): append(deadline, of: texts, zone: zone, to: &sentence)
    case .suggestedReply(let text):
      sentence.append(words: "建议答复（须人工确认）：")
      sentence.append(text)
    }
  }

  private static func append(_ found: Quotes, of texts: [UInt8], to sentence: inout TextList) {
    for place in 0..<found.count {
      sentence.append(words: place == 0 ? "“" : "、“")
      sentence.append(texts, found[place])
      sentence.append(words: "”")
    }
  }

  private static func append(
    _ deadline: Reason.Deadline, of texts: [UInt8], zone: Zone, to sentence: inout TextList
  ) {
    let sum = deadline.sum
    sentence.append(deadline.step)
    if deadline.atLatest { sentence.append(words: "最迟") }
    sentence.append(words: "：")
    if let after = deadline.after {
      sentence.append(after)
      sentence.append(words: "后")
    }
    if let start = sum.start {
      sentence.append(words: "自 ")
      append(start, zone: zone, to: &sentence)
      sentence.append(words: " ")
    }
    sentence.append(words: deadline.isRepeated ? "起每 " : "起 ")
    append(sum.limit, to: &sentence)
    if sum.isAroundTheClock, sum.limit.unit.needsWorkingTime { sentence.append(words: "（昼夜值班）") }
    if !deadline.days.isEmpty {
      sentence.append(words: "：")
      sentence.append(texts, deadline.days)
    }
    switch sum.due {
    case .at(let due, let closesDay):
      sentence.append(words: "；至 ")
      append(due, closesDay: closesDay, zone: zone, to: &sentence)
    case .unknown(let year): sentence.append("；\(year) 年节假日安排未知，期限待定")
    }
  }

  static func title(ofStep key: String) -> String { key == "notify" ? "通知" : key }

  static func append(_ days: [CountedDay], to text: inout TextList) {
    for (place, day) in days.enumerated() {
      if place > 0 { text.append(words: "，") }
      append(day, to: &text)
    }
  }

  private static func append(_ limit: TimeLimit, to sentence: inout TextList) {
    sentence.append(limit.count)
    switch limit.unit {
    case .minutes: sentence.append(words: " 分钟")
    case .hours: sentence.append(words: " 小时")
    case .days: sentence.append(words: " 天")
    case .workingHours: sentence.append(words: " 个工作小时")
    case .workingDays: sentence.append(words: " 个工作日")
    }
  }

  private static let weekdays = ["一", "二", "三", "四", "五", "六", "日"]

  private static func append(_ day: CountedDay, to text: inout TextList) {
    text.append(monthAndDay: day.date)
    text.append(words: " 周")
    text.append(weekdays[day.date.weekday.rawValue])
    switch day.count {
    case .start: text.append(words: "为起始日，不计")
    case .unknown: text.append(words: "起未知")
    case .counted(let number):
      append(day.kind, to: &text)
      text.append(words: "第 ")
      text.append(number)
      text.append(words: " 天")
    case .worked(let seconds):
      append(day.kind, to: &text)
      text.append("计 \(seconds / 3600) 小时 \(seconds / 60 % 60) 分")
    case .free:
      append(day.kind, to: &text)
      text.append(words: "休息")
    }
  }

  private static func append(_ kind: WorkCalendar.Kind, to text: inout TextList) {
    switch kind {
    case .holiday(let name): text.append("（\(name)）")
    case .makeUp(let name): text.append("（\(name)调休上班）")
    default: break
    }
  }
}
