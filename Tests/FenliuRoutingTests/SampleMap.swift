// SPDX-License-Identifier: Apache-2.0
import FenliuCalendar
import FenliuModel

/// The map of DESIGN section 6 with a few routes more, and rules with one topic each.
enum SampleMap {
  static let topicPaths = [
    "labour", "labour.wages", "labour.hours", "safety.gas", "conduct.staff", "chat.hello", "roads.holes",
    "danger.self", "prohibited.fraud", "prohibited.threat",
  ]

  /// Rule 0 is about conduct; each further rule has one of the topics.
  static let rules: RuleSet = {
    var rules = RuleSet(title: "sample")
    rules.topics = topicPaths.map { Topic(path: $0, title: $0) }
    let origin = Origin(file: 0, line: 1)
    let span = SampleMap.span
    func rule(_ key: String, _ category: CategoryID, _ topic: String) -> Rule {
      var rule = Rule(key: key, category: category, body: .lines(.init()), origin: origin, span: span)
      rule.topic = topicPaths.firstIndex(of: topic).map(TopicID.init)
      return rule
    }
    rules.rules = [rule("conduct", .earlySign, "conduct.staff")]
    rules.rules += topicPaths.map { path in
      rule("about-\(path)", path.hasPrefix("prohibited") ? .prohibited : .earlySign, path)
    }
    return rules
  }()

  static let keys = [
    "dispatch", "labour", "union", "xingxian", "discipline", "superior", "leader", "duty", "police", "helpers",
  ]

  static func department(_ key: String) -> DepartmentID {
    guard let place = keys.firstIndex(of: key) else { preconditionFailure("no department \(key)") }
    return DepartmentID(place)
  }

  private static func topic(_ glob: String) -> RouteCondition { .topic(TopicGlob(glob)) }

  private static func step(_ name: String, _ term: String, latest: String? = nil, after: String? = nil) -> DeadlineStep
  {
    guard let limit = TimeLimit(term) else { preconditionFailure("a limit: \(term)") }
    var step = DeadlineStep(name: name, term: limit)
    step.atLatest = latest.flatMap { TimeLimit($0) }
    step.after = after
    return step
  }

  static func map(calendar: WorkCalendar = WorkCalendar()) -> ResponsibilityMap {
    let titles = ["调度室", "劳资科", "工会", "兴县办事处", "纪检组", "上级纪检部门", "值班领导", "总值班室", "公安联络", "救助站"]
    var departments = zip(keys, titles).map { Department(key: $0, title: $1) }
    for key in ["dispatch", "union", "duty", "helpers"] { departments[department(key).index].kind = .help }
    for key in ["discipline", "superior"] { departments[department(key).index].kind = .oversight }
    departments[department("police").index].kind = .security
    for key in ["dispatch", "leader", "duty"] { departments[department(key).index].isAroundTheClock = true }
    departments[department("labour").index].names = ["劳资科", "人事科"]

    func route(_ name: String, _ condition: RouteCondition, _ lead: String, _ change: (inout Route) -> Void = { _ in })
      -> Route
    {
      var route = Route(name: name, condition: condition, written: name, lead: department(lead))
      change(&route)
      return route
    }
    var map = ResponsibilityMap(
      calendar: calendar, departments: departments, defaultDepartment: department("duty"),
      deadlines: [
        .none: [step("read", "1wd")],
        .general: [
          step("hand-over", "24h", latest: "48h"), step("report-back", "12h", after: "hand-over"),
          step("first-reply", "3d"), step("resolve", "3d", latest: "5d"),
        ],
        .larger: [step("hand-over", "12h"), step("first-reply", "2d"), step("resolve", "3d", latest: "5d")],
        .major: [step("hand-over", "2h"), step("sheet", "1wd"), step("first-reply", "24h"), step("resolve", "3d")],
        .critical: [
          step("hand-over", "30m"), step("sheet", "1wd"), step("first-reply", "12h"), step("resolve", "48h"),
        ],
      ])
    map.routes = [
      route("danger", .category(.danger), "dispatch") {
        $0.notify = [department("duty"), department("leader")]
      },
      route("conduct", topic("conduct.*"), "discipline") { $0.isSealed = true },
      route("trends", .and(.category(.trend), .level(.atLeast, .larger)), "leader"),
      route("wages", topic("labour.*"), "labour") {
        $0.assist = [department("union")]
        $0.ifReturned = department("duty")
      },
      route("xingxian", .and(topic("safety.*"), .region("兴县")), "xingxian") { $0.assist = [department("dispatch")] },
      route("safety", topic("safety.*"), "dispatch"),
      route("fraud", .category(.prohibited), "duty") { $0.isBeside = true },
      route("threats", topic("prohibited.threat"), "police") { $0.isBeside = true },
      route("chat", .and(topic("chat.*"), .not(.source("weibo"))), "duty") { $0.suggestedReply = "12345" },
      route("weibo", .source("weibo"), "union") { $0.isBeside = true },
      route("lvliang", .and(topic("roads.*"), .region("山西省/吕梁市")), "xingxian"),
      route("self-harm", topic("danger.self"), "helpers"),
    ]
    map.recusal = .init(
      condition: topic("conduct.*"), within: 30, lead: department("discipline"), otherwise: department("superior"))
    map.escalations = [
      .init(
        condition: .level(.atLeast, .major), written: "level >= major", notify: [department("leader")],
        within: TimeLimit("2h"))
    ]
    map.firstAsked = ["调度台": department("dispatch"), "劳资信箱": department("labour")]
    return map
  }
}
