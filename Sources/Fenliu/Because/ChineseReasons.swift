// SPDX-License-Identifier: Apache-2.0
import FenliuCalendar
import FenliuModel

/// Reasons in Chinese.
enum ChineseReasons: ReasonWording {
  static func sentence(for reason: Reason, zone: Zone) -> String {
    switch reason {
    case .match(let rule, let found, let category, let points):
      match(rule, found, category, points)
    case .prohibited(let rule, let found, let basis):
      "规则“\(rule)”：见\(quoted(found))，标记违禁\(basis.map { "（依据：\($0)）" } ?? "")，须经人工确认，不影响诉求的等级与办理"
    case .replaced(let rule): "规则“\(rule)”已由更具体的规则代替，不计分"
    case .withdrawn(let rule, let found, let by): "规则“\(rule)”：“\(found)”不计，因附近有“\(by)”"
    case .unread: "没有可读的文字，须由人阅读"
    case .gaveUp(let rule): "规则“\(rule)”的正则未能在限额内查完，结果未知"
    case .tooManyHits: "命中过多，超出部分未计"
    case .levelByLine(let level, let condition, let total):
      "等级\(level.title(in: .chinese))：符合“\(condition)”（合计 \(total) 分）"
    case .levelByFloor(let level, let category): "等级\(level.title(in: .chinese))：“\(category)”类信号至少定为此级"
    case .noLevel(let total): "未达到任何等级（合计 \(total) 分）"
    case .topic(let title, let points, let byFirstAsked):
      byFirstAsked ? "主题“\(title)” \(points) 分，并列时以首问单位为准" : "主题“\(title)” \(points) 分，居首"
    case .route(let name, let condition, let found, let lead, let basis):
      "按路由 \(name)（\(condition)\(found.isEmpty ? "" : "，见" + quoted(found))）由\(lead)主办"
        + (basis.map { "，依据：\($0)" } ?? "")
    case .defaultRoute(let lead): "没有适用的路由，由\(lead)兜底办理"
    case .assist(let department): "\(department)协办"
    case .assistForTopic(let department, let topic, let route):
      "\(department)协办：另涉“\(topic)”（路由 \(route)）"
    case .assistForRecusal(let department): "\(department)协办：帮助单位被指，另行监督"
    case .notified(let departments): "告知\(departments.joined(separator: "、"))"
    case .beside(let route, let lead): "另按路由 \(route) 移交\(lead)"
    case .escalation(let condition, let notify, let within):
      "符合“\(condition)”，通知\(notify.joined(separator: "、"))\(within.map { "（\(length($0))内）" } ?? "")"
    case .recused(let department, let name, let field, let start, let wouldHaveLed, let lead):
      "\(field == .title ? "标题" : "正文")第 \(start + 1) 字起点名“\(name)”，\(department)回避"
        + (wouldHaveLed ? "，改由\(lead)主办" : "")
    case .sealed: "密封办理，仅经办人可见"
    case .deadline(let step, let atLatest, let after, let isRepeated, let sum, let days):
      deadline(
        step + (atLatest ? "最迟" : ""), after.map { "\($0)后" } ?? "", isRepeated ? "每 " : "", sum, days, zone)
    case .suggestedReply(let text): "建议答复（须人工确认）：\(text)"
    }
  }

  /// The sentence that most decisions have most of; put together without interpolation, which costs twice as much.
  private static func match(_ rule: String, _ found: [String], _ category: String, _ points: Points) -> String {
    var text = "规则“"
    text.reserveCapacity(192)
    text += rule
    text += "”：见"
    text += quoted(found)
    text += "，计"
    text += category
    text += " "
    text += points.description
    text += " 分"
    return text
  }

  private static func quoted(_ found: [String]) -> String {
    var text = ""
    text.reserveCapacity(96)
    for (place, word) in found.enumerated() {
      text += place == 0 ? "“" : "、“"
      text += word
      text += "”"
    }
    return text
  }

  private static func deadline(
    _ step: String, _ after: String, _ every: String, _ sum: DueSum, _ days: String, _ zone: Zone
  ) -> String {
    let from = sum.start.map { "自 \(time($0, zone: zone)) " } ?? ""
    var text = "\(step)：\(after)\(from)起\(every.isEmpty ? " " : every)\(length(sum.limit))"
    if sum.isAroundTheClock, sum.limit.unit.needsWorkingTime { text += "（昼夜值班）" }
    if !days.isEmpty { text += "：" + days }
    if let due = time(sum.due, zone: zone) { return text + "；至 \(due)" }
    if case .unknown(let year) = sum.due { text += "；\(year) 年节假日安排未知，期限待定" }
    return text
  }

  static func title(ofStep key: String) -> String { key == "notify" ? "通知" : key }

  static func lines(_ days: [CountedDay]) -> String { days.map(line).joined(separator: "，") }

  private static func length(_ limit: TimeLimit) -> String {
    switch limit.unit {
    case .minutes: "\(limit.count) 分钟"
    case .hours: "\(limit.count) 小时"
    case .days: "\(limit.count) 天"
    case .workingHours: "\(limit.count) 个工作小时"
    case .workingDays: "\(limit.count) 个工作日"
    }
  }

  private static let weekdays = ["一", "二", "三", "四", "五", "六", "日"]

  private static func line(_ day: CountedDay) -> String {
    let date = "\(Self.day(day.date)) 周\(weekdays[day.date.weekday.rawValue])"
    let kind: String
    switch day.kind {
    case .holiday(let name): kind = "（\(name)）"
    case .makeUp(let name): kind = "（\(name)调休上班）"
    default: kind = ""
    }
    switch day.count {
    case .start: return "\(date)为起始日，不计"
    case .counted(let number): return "\(date)\(kind)第 \(number) 天"
    case .worked(let seconds): return "\(date)\(kind)计 \(seconds / 3600) 小时 \(seconds / 60 % 60) 分"
    case .free: return "\(date)\(kind)休息"
    case .unknown: return "\(date)起未知"
    }
  }
}
