// SPDX-License-Identifier: Apache-2.0
import FenliuCalendar
import FenliuDiagnostics
import FenliuModel
import FenliuTestSupport
import Testing

@testable import FenliuRules

/// A map of parts, of which a test replaces some.
struct MapParts {
  var calendar = "{hours: {mon-fri: \"08:30-12:00, 14:00-17:30\"}}"
  var departments = """
      dispatch:   {title: 调度室, kind: help, around-the-clock: true}
      labour:     {title: 劳资科, names: [劳动人事科]}
      discipline: {title: 纪检组, kind: oversight}
      superior:   {title: 上级纪检部门, kind: oversight}
      police:     {title: 公安联络, kind: security}
      duty:       {title: 总值班室, kind: help, around-the-clock: true}

    """
  var routes = """
      - {name: danger,  when: category danger, lead: dispatch}
      - {name: conduct, when: topic conduct.*, lead: discipline}
      - {name: wages,   when: topic labour.*,  lead: labour}
      - {name: threats, when: topic prohibited.threat, lead: police, beside: true}
      - {name: marks,   when: category prohibited, lead: duty, beside: true}

    """
  var rest = """
    default: duty
    recuse: {when: topic conduct.*, within: 30, lead: discipline, otherwise: superior}

    """
  var deadlines = """
      none:     {read: 1wd}
      general:  {hand-over: 24h at latest 48h, report-back: 12h after hand-over, resolve: 3d}
      larger:   {hand-over: 12h, resolve: 3d}
      major:    {hand-over: 2h, resolve: 2d}
      critical: {hand-over: 30m, resolve: 48h}

    """

  var text: String {
    "fenliu: 1\ncalendar: \(calendar)\ndepartments:\n\(departments)routes:\n\(routes)\(rest)deadlines:\n\(deadlines)"
  }

  /// Rules with these topics, each in a rule of the category.
  static let rules: RuleSet = {
    var rules = RuleSet(title: "sample")
    let topics: [(String, CategoryID)] = [
      ("labour.wages", .earlySign), ("labour.hours", .trend), ("conduct.staff", .earlySign),
      ("danger.self", .danger), ("danger.others.threat", .danger), ("prohibited.threat", .prohibited),
      ("prohibited.gambling", .prohibited),
    ]
    for (path, category) in topics {
      rules.topics.append(Topic(path: path, title: "关于\(path)"))
      var rule = Rule(
        key: path, category: category, body: .lines(.init()), origin: Origin(file: 0, line: 1),
        span: SourceSpan(file: FileID(index: 0), range: 0..<1))
      rule.topic = TopicID(rules.topics.count - 1)
      rules.rules.append(rule)
    }
    return rules
  }()

  /// What loading finds, and the map where there is one.
  static func load(
    _ text: String, rules: RuleSet = rules, files: [String: String] = [:]
  ) -> (loaded: LoadedMap?, findings: [Diagnostic], sources: SourceFiles) {
    var sources = SourceFiles()
    let file = sources.append(SourceFile(path: "map.yaml", text: text))
    let findings = Findings()
    guard let node = YAMLTree.read(file, in: sources, into: findings) else { return (nil, findings.all, sources) }
    let loader = MapLoader(
      rules: rules, areRulesComplete: true, findings: findings,
      read: { reference in
        guard let text = files[reference.text] else { return nil }
        let id = sources.append(SourceFile(path: reference.text, text: text))
        return (id, Array(text.utf8))
      })
    return (loader.load(node), findings.all, sources)
  }
}

struct MapMistake: CustomTestStringConvertible, Sendable {
  let code: String
  let parts: MapParts
  var files: [String: String] = [:]
  var number = 1
  var testDescription: String { code }

  init(_ code: String, number: Int = 1, files: [String: String] = [:], _ change: (inout MapParts) -> Void) {
    self.code = code
    self.number = number
    self.files = files
    var parts = MapParts()
    change(&parts)
    self.parts = parts
  }
}

struct MapTests {
  /// A list of one period.
  static func period(_ rest: String, from: String = "06-01", until: String = "09-30") -> String {
    "periods:\n  - {name: 汛期, from: \(from), until: \(until), basis: 防汛值班制度, \(rest)}\n"
  }

  @Test("a watch and periods are read as they are written")
  func periods() throws {
    var parts = MapParts()
    parts.rest += "watch: {times: ['7:00', 13:00], report-by: 30m, miss: {notify: 总值班室}}\n"
    parts.rest += Self.period(
      "notify: [dispatch], watch: {times: '22:00'}, deadlines: {重大: {交办: 90m}, critical: {hand-over: 30m}}")
    parts.rest += "  - {name: 春运, from: 2026-12-20, until: 2027-02-10, basis: 春运值班安排, watch: {times: ['18:00']}}\n"
    parts.rest += "steps: {hand-over: 交办}\n"
    let (loaded, findings, sources) = MapParts.load(parts.text)
    var renderer = DiagnosticRenderer(files: sources, language: .english)
    #expect(findings.isEmpty, "\(renderer.text(for: findings))")
    let map = try #require(loaded?.map)
    let duty = DepartmentID(5)
    #expect(
      map.watch
        == .init(
          times: [TimeOfDay("07:00"), TimeOfDay("13:00")].compactMap(\.self), reportBy: TimeLimit("30m"),
          notifyOnMiss: [duty]))
    #expect(map.periods.map(\.name) == ["汛期", "春运"])
    #expect(map.periods[0].days == .everyYear(from: 601, until: 930))
    #expect(map.periods[0].notify == [DepartmentID(0)])
    #expect(map.periods[0].deadlines[.major]?.map(\.term.description) == ["90m"])
    #expect(map.periods[1].basis == "春运值班安排" && !map.periods[1].changesDecisions)
    let summer = try #require(LocalDate("2026-09-30"))
    #expect(map.watchTimes(on: summer).map(\.description) == ["07:00", "13:00", "22:00"])
    let winter = try #require(LocalDate("2027-02-10"))
    #expect(map.periods(on: winter) == [PeriodID(1)])
    #expect(map.watchTimes(on: winter).map(\.description) == ["07:00", "13:00", "18:00"])
    #expect(map.periods(on: winter.advanced(byDays: 1)).isEmpty)
  }

  @Test("the map that the mistakes are made in has none")
  func clean() throws {
    let (loaded, findings, sources) = MapParts.load(MapParts().text)
    var renderer = DiagnosticRenderer(files: sources, language: .english)
    #expect(findings.isEmpty, "\(renderer.text(for: findings))")
    #expect(loaded != nil)
  }

  @Test("a second helper is not idle: it stands in where the first is accused")
  func standIn() throws {
    var parts = MapParts()
    parts.departments += "  rescue: {title: 医疗急救站, kind: help, around-the-clock: true}\n"
    #expect(MapParts.load(parts.text).1.isEmpty)
    parts.departments = parts.departments.replacing("医疗急救站, kind: help", with: "医疗急救站, kind: service")
    #expect(MapParts.load(parts.text).1.map(\.code.rawValue) == ["idle-department"])
  }

  static let mistakes: [MapMistake] = [
    .init("unknown-department") { $0.rest = "default: «dutty»\nrecuse: {lead: discipline, otherwise: superior}\n" },
    .init("ambiguous-department") {
      $0.departments += "  second: {title: 劳资科, kind: help}\n"
      $0.rest += "escalate: [{when: level >= major, notify: «劳资科»}]\n"
    },
    .init("unknown-zone") { $0.calendar = "{zone: «Asia/Shanghia», hours: {mon: \"08:00-17:00\"}}" },
    .init("bad-days") { $0.calendar = "{hours: {«mon-fry»: \"08:00-17:00\", fri: \"08:00-12:00\"}}" },
    .init("repeated-day") { $0.calendar = "{hours: {mon-fri: \"08:00-17:00\", «fri»: \"08:00-12:00\"}}" },
    .init("bad-hours") { $0.calendar = "{hours: {mon-fri: «\"08:00-12:00, 11:00-17:00\"»}}" },
    .init("bad-month-day") {
      $0.calendar =
        "{hours: {mon: \"08:00-17:00\"}, seasons: [{from: «6-1», until: 09-30, hours: {mon: \"08:00-18:00\"}}]}"
    },
    .init("bad-due") {
      $0.deadlines = $0.deadlines.replacing("larger:   {hand-over: 12h", with: "larger:   {hand-over: «soon»")
    },
    .init("unknown-unit") {
      $0.deadlines = $0.deadlines.replacing("larger:   {hand-over: 12h", with: "larger:   {hand-over: «12小时»")
    },
    .init("bad-count") {
      $0.deadlines = $0.deadlines.replacing("larger:   {hand-over: 12h", with: "larger:   {hand-over: «0h»")
    },
    .init("notice-by-clock") { $0.rest += "escalate: [{when: level >= major, notify: duty, within: «2d»}]\n" },
    .init("unknown-step") { $0.deadlines = $0.deadlines.replacing("after hand-over", with: "after «handover»") },
    .init("step-circle") {
      $0.deadlines = $0.deadlines.replacing(
        "hand-over: 24h at latest 48h, report-back", with: "«hand-over: 24h after report-back», report-back")
    },
    .init("latest-too-early") {
      $0.deadlines = $0.deadlines.replacing("hand-over: 24h at latest 48h", with: "«hand-over: 24h at latest 20h»")
    },
    .init("level-without-deadlines") {
      $0.deadlines = $0.deadlines.replacing("  none:     {read: 1wd}\n  general", with: "  «general»")
    },
    .init("unknown-level") { $0.deadlines += "  «huge»: {hand-over: 1m}\n" },
    .init("no-working-hours") {
      $0.calendar = "{zone: Asia/Shanghai}"
      $0.deadlines = $0.deadlines.replacing("read: 1wd", with: "«read: 1wd»")
    },
    .init("later-at-higher-level") {
      $0.deadlines = $0.deadlines.replacing("resolve: 48h", with: "«resolve: 4d»").replacing(
        "resolve: 2d", with: "resolve: 3d")
    },
    .init("later-at-higher-level") {
      // Two calendar days may be over before a working day comes.
      $0.deadlines = $0.deadlines.replacing("resolve: 48h", with: "«resolve: 1wd»")
    },
    .init("later-at-higher-level") {
      $0.rest +=
        "escalate: [{when: level = larger, notify: duty, within: 1h}, {when: «level >= major», notify: duty, within: 2h}]\n"
    },
    .init("later-at-higher-level") {
      // At the higher level another department leads, which does not work at night.
      $0.routes = $0.routes.replacing(
        "  - {name: wages",
        with: "  - {name: heavy, when: topic labour.* and level >= major, lead: labour}\n  - {name: wages"
      )
      .replacing("topic labour.*,  lead: labour", with: "topic labour.*,  lead: duty")
      $0.deadlines = $0.deadlines.replacing("larger:   {hand-over: 12h", with: "larger:   {sheet: 1wd, hand-over: 12h")
        .replacing("major:    {hand-over", with: "major:    {«sheet: 1wd», hand-over")
    },
    .init("bad-condition") { $0.routes = $0.routes.replacing("topic labour.*", with: "topic labour.* «labour»") },
    .init("bad-comparison") {
      $0.rest += "escalate: [{when: level «>» larger, notify: duty}]\n"
    },
    .init("unknown-level") { $0.rest += "escalate: [{when: level >= «mayor», notify: duty}]\n" },
    .init("unknown-route-category") {
      $0.routes = $0.routes.replacing("topic labour.*", with: "category «trends»")
    },
    .init("unknown-route-topic") { $0.routes = $0.routes.replacing("topic labour.*", with: "topic «labor.*»") },
    .init("repeated-route") { $0.routes = $0.routes.replacing("name: wages", with: "name: «danger»") },
    .init("reserved-route-name") { $0.routes = $0.routes.replacing("name: wages", with: "name: «default»") },
    .init("bad-within") { $0.rest = $0.rest.replacing("within: 30", with: "within: «-1»") },
    .init("part-circle") {
      $0.departments = $0.departments.replacing("title: 劳资科", with: "part-of: «duty», title: 劳资科").replacing(
        "title: 总值班室", with: "part-of: labour, title: 总值班室")
    },
    .init("danger-route-missing") {
      $0.routes = $0.routes.replacing("when: category danger", with: "when: «category danger and level >= major»")
    },
    .init("danger-not-helped") { $0.routes = $0.routes.replacing("lead: dispatch", with: "lead: «labour»") },
    .init("security-too-wide") {
      $0.routes = $0.routes.replacing("topic prohibited.threat", with: "«topic prohibited.*»")
    },
    .init("security-too-wide") {
      $0.rest += "escalate: [{when: «level = critical», notify: [duty, police], within: 1h}]\n"
    },
    .init("security-too-wide") { $0.rest = $0.rest.replacing("default: duty", with: "default: «police»") },
    .init("conduct-not-overseen") {
      $0.routes = $0.routes.replacing(
        "  - {name: conduct", with: "  - {name: grave, when: level = critical, lead: «duty»}\n  - {name: conduct")
    },
    .init("conduct-without-recusal") { $0.rest = "default: duty\n" },
    .init("route-shadowed") {
      $0.routes += "  - {name: «hours», when: topic labour.hours, lead: duty}\n"
    },
    .init("route-shadowed") {
      // Two routes together take what is left.
      $0.routes = $0.routes.replacing("topic labour.*", with: "topic labour.* and level >= larger")
      $0.routes += "  - {name: low, when: topic labour.* and level <= general, lead: labour}\n"
      $0.routes += "  - {name: «hours», when: topic labour.hours, lead: duty}\n"
    },
    .init("route-never-wins") {
      $0.routes += "  - {name: «odd», when: region 兴县 and not region 兴县, lead: duty}\n"
    },
    .init("topic-only-default", number: 2) {
      $0.routes = $0.routes.replacing("topic labour.*", with: "topic labour.wages")
      $0.rest = $0.rest.replacing("duty", with: "«duty»")
    },
    .init("idle-department") { $0.departments += "  «idle»: {title: 无事科}\n" },
    .init("short-name") { $0.departments = $0.departments.replacing("[劳动人事科]", with: "[«局»]") },
    .init("shared-name") {
      $0.departments += "  «second»: {title: 劳动人事科}\n"
      $0.rest += "escalate: [{when: level >= major, notify: second}]\n"
    },
    .init("recusal-not-oversight") { $0.rest = $0.rest.replacing("lead: discipline", with: "lead: «duty»") },
    .init("security-too-wide") {
      $0.rest += "periods: [{name: a, from: 06-01, until: 09-30, basis: b, notify: [duty, «police»]}]\n"
    },
    .init("security-too-wide") { $0.rest += "watch: {times: '13:00', miss: {notify: «police»}}\n" },
    .init("unknown-department") { $0.rest += "watch: {times: '13:00', miss: {notify: «dutty»}}\n" },
    .init("missing-key") { $0.rest += "watch: {«report-by: 30m»}\n" },
    .init("bad-watch-time") { $0.rest += "watch: {times: ['13:00', «'24:00'»]}\n" },
    .init("watch-time-order") { $0.rest += "watch: {times: ['13:00', «'13:00'»]}\n" },
    .init("watch-time-count") {
      let times = (0..<25).map { "'\($0 / 2):\($0 % 2 == 0 ? "00" : "30")'" }
      $0.rest += "watch: {«times»: [\(times.joined(separator: ", "))]}\n"
    },
    .init("bad-report-by") { $0.rest += "watch: {times: '13:00', report-by: «30m at latest 40m»}\n" },
    .init("bad-report-by") { $0.rest += "watch: {times: '13:00', report-by: «1d»}\n" },
    .init("bad-count") { $0.rest += "watch: {times: '13:00', report-by: «0m»}\n" },
    // After the last look of a day comes the first of the next.
    .init("report-after-next") { $0.rest += "watch: {times: ['01:00', '23:00'], report-by: «2h»}\n" },
    .init("report-after-next") { $0.rest += "watch: {times: '13:00', report-by: «24h»}\n" },
    .init("report-after-next") {
      // Neither period alone does it.
      $0.rest += "watch: {times: ['13:00'], report-by: «30m»}\nperiods:\n"
      $0.rest += "  - {name: a, from: 06-01, until: 09-30, basis: x, watch: {times: '18:00'}}\n"
      $0.rest += "  - {name: b, from: 2026-09-30, until: 2026-10-08, basis: x, watch: {times: '18:20'}}\n"
    },
    .init("report-after-next") {
      // The last look of one period, and the first of the next one's first day.
      $0.rest += "watch: {times: ['13:00'], report-by: «30m»}\nperiods:\n"
      $0.rest += "  - {name: b, from: 07-01, until: 07-31, basis: x, watch: {times: '00:05'}}\n"
      $0.rest += "  - {name: a, from: 06-01, until: 06-30, basis: x, watch: {times: '23:50'}}\n"
    },
    .init("report-after-next") {
      // In years without a 29th of February.
      $0.rest += "watch: {times: ['13:00'], report-by: «30m»}\nperiods:\n"
      $0.rest += "  - {name: a, from: 02-01, until: 02-28, basis: x, watch: {times: '23:50'}}\n"
      $0.rest += "  - {name: b, from: 03-01, until: 03-31, basis: x, watch: {times: '00:05'}}\n"
    },
    .init("bad-period-day") { $0.rest += period("notify: duty", from: "«02-30»") },
    .init("bad-period-day") { $0.rest += period("notify: duty", from: "«2026-02-29»") },
    .init("mixed-period-days") { $0.rest += period("notify: duty", from: "2026-06-01", until: "«09-30»") },
    .init("period-backwards") { $0.rest += period("notify: duty", from: "2026-06-02", until: "«2026-06-01»") },
    .init("repeated-period") {
      $0.rest += period("notify: duty") + "  - {name: «汛期», from: 01-01, until: 01-02, basis: x, notify: duty}\n"
    },
    .init("missing-key") {
      $0.rest += "periods: [{«name: a», from: 06-01, until: 09-30, notify: duty}]\n"
    },
    .init("period-regrades") { $0.rest += period("notify: duty, «levels»: {major: total >= 1}") },
    .init("period-regrades") { $0.rest += period("notify: duty, «routes»: []") },
    .init("unknown-key") { $0.rest += period("«notifi»: duty") },
    .init("unknown-key") { $0.rest += period("watch: {times: '07:00', «report-by»: 30m}") },
    .init("unknown-level") { $0.rest += period("deadlines: {«mayor»: {hand-over: 1h}}") },
    .init("bad-due") { $0.rest += period("deadlines: {major: {hand-over: «soon»}}") },
    .init("no-working-hours") {
      $0.calendar = "{zone: Asia/Shanghai}"
      $0.deadlines = $0.deadlines.replacing("read: 1wd", with: "read: 24h")
      $0.rest += period("deadlines: {none: {«read: 1wh»}}")
    },
    .init("latest-too-early") {
      $0.rest += period("deadlines: {general: {«hand-over: 20h at latest 10h»}}")
    },
    .init("period-adds-step") { $0.rest += period("deadlines: {major: {«report-back»: 1h}}") },
    .init("period-other-form") { $0.rest += period("deadlines: {major: {«hand-over: every 1h»}}") },
    .init("period-other-form") { $0.rest += period("deadlines: {major: {«hand-over: 1h at latest 2h»}}") },
    .init("period-other-form") { $0.rest += period("deadlines: {major: {«hand-over: 1h after resolve»}}") },
    .init("period-later") { $0.rest += period("deadlines: {major: {«hand-over: 121m»}}") },
    .init("period-later") { $0.rest += period("deadlines: {general: {«hand-over: 20h at latest 49h»}}") },
    // From the start it is later than behind a step that the period makes sooner.
    .init("period-later") {
      $0.rest += period("deadlines: {general: {hand-over: 2h, «report-back: 20h»}}")
    },
    // The department works by day; a night is longer than the hours of a day.
    .init("period-later") { $0.rest += period("deadlines: {none: {«read: 48h»}}") },
    .init("later-at-higher-level") {
      $0.rest += period("deadlines: {larger: {hand-over: 1h}}")
      $0.deadlines = $0.deadlines.replacing("hand-over: 2h", with: "«hand-over: 2h»")
    },
    .init("later-at-higher-level") {
      $0.rest += period("deadlines: {larger: {hand-over: 1h}, major: {«hand-over: 90m»}}")
    },
    .init("later-for-kind") {
      $0.routes = $0.routes.replacing(
        "  - {name: wages",
        with:
          "  - {name: asks, when: topic labour.* and kind ask, lead: labour, deadlines: {«hand-over: 90d»}}\n  - {name: wages"
      )
    },
    .init("later-for-kind") {
      // Later than on the route that would take the post without a kind.
      $0.routes = $0.routes.replacing(
        "  - {name: wages,   when: topic labour.*,  lead: labour}",
        with: "  - {name: «asks», when: topic labour.* and not (kind help or not kind ask), lead: labour}\n"
          + "  - {name: wages, when: topic labour.*, lead: labour, deadlines: {resolve: 1d}}")
    },
    .init("later-for-kind") {
      // At critical alone.
      $0.routes = $0.routes.replacing(
        "  - {name: wages",
        with:
          "  - {name: asks, when: topic labour.* and kind 咨询, lead: labour, deadlines: {«hand-over: 45m»}}\n  - {name: wages"
      )
    },
    // A kind that is excluded falls to what is slower.
    .init("later-for-kind") {
      $0.routes = $0.routes.replacing(
        "  - {name: wages",
        with:
          "  - {name: quick, when: topic labour.* and not kind help, lead: labour, deadlines: {«hand-over: 2h»}}\n  - {name: wages"
      )
    },
    // To the default; the route itself has no steps of its own.
    .init("later-for-kind") {
      $0.routes = $0.routes.replacing(
        "  - {name: wages,   when: topic labour.*,  lead: labour}",
        with: "  - {name: help, when: kind help and not topic labour.*, lead: duty}\n"
          + "  - {name: wages, when: topic labour.* and (not kind help or region 兴县), lead: labour, deadlines: {«hand-over: 20m»}}"
      )
    },
    .init("later-for-kind") {
      $0.routes = $0.routes.replacing(
        "  - {name: wages,   when: topic labour.*,  lead: labour}",
        with: "  - {name: «all», when: topic labour.* and not kind ask and not kind help, lead: labour}\n"
          + "  - {name: wages, when: topic labour.*, lead: labour, deadlines: {resolve: 5d}}")
    },
    // Notice, too.
    .init("later-for-kind") {
      $0.rest += "escalate:\n  - {when: level >= major, notify: [duty], within: 4h}\n"
      $0.rest += "  - {when: «level >= major and not kind ask», notify: [duty], within: 1h}\n"
    },
    // What follows a step that a period makes sooner comes sooner with it.
    .init("later-at-higher-level") {
      $0.deadlines = $0.deadlines.replacing(
        "larger:   {hand-over: 12h", with: "larger:   {hand-over: 12h, «report-back: 30h»")
      $0.rest += period("deadlines: {general: {hand-over: 12h}}")
    },
    .init("later-at-higher-level") {
      // Two periods of which each alone is in order.
      $0.deadlines = $0.deadlines.replacing(
        "larger:   {hand-over: 12h", with: "larger:   {hand-over: 10h, «report-back: 12h after hand-over»")
      $0.rest += overlapping(from: "09-30", until: "10-08")
    },
    .init("idle-period") { $0.rest += "periods: [{name: «汛期», from: 06-01, until: 09-30, basis: x}]\n" },
    .init("idle-period") {
      $0.rest += "watch: {times: ['07:00', '13:00']}\n"
      $0.rest += "periods: [{name: «汛期», from: 06-01, until: 09-30, basis: x, watch: {times: '07:00'}, "
      $0.rest += "deadlines: {general: {hand-over: 1440m at latest 48h}, major: {resolve: 2d}}}]\n"
    },
    .init("recusal-to-itself") { $0.rest = $0.rest.replacing("otherwise: superior", with: "otherwise: «discipline»") },
  ]

  @Test("a mistake in a map is named where it stands, and only it", arguments: mistakes)
  func mistake(_ mistake: MapMistake) throws {
    let marked = MarkedText(mistake.parts.text)
    let (_, findings, sources) = MapParts.load(marked.text, files: mistake.files)
    var renderer = DiagnosticRenderer(files: sources, language: .english)
    let text = renderer.text(for: findings)
    let found = findings.filter { $0.code.rawValue == mistake.code }
    #expect(!found.isEmpty, "\(text)")
    // What is missing altogether is told at the file's first key.
    #expect(found.allSatisfy { $0.span?.range == marked.ranges.first ?? 0..<6 }, "\(text)")
    // A department that lost its route is idle, which is another matter.
    let others = findings.filter {
      $0.code.rawValue != mistake.code && $0.severity == .error
    }
    #expect(others.isEmpty, "\(text)")
  }

  /// A period in which general is handed over sooner, as larger is, and one in which it is reported sooner.
  private static func overlapping(from: String, until: String, kinds: (String, String) = ("", "")) -> String {
    """
    periods:
      - {name: a, from: 06-01, until: 09-30\(kinds.0), basis: x, deadlines: {general: {hand-over: 1h}, larger: {hand-over: 1h}, major: {hand-over: 1h}}}
      - {name: b, from: \(from), until: \(until)\(kinds.1), basis: x, deadlines: {general: {report-back: 2h after hand-over}}}

    """
  }

  @Test("a route that names a kind may have what the others have, or less; one that excludes it, more")
  func kindsInRoutes() {
    for route in [
      "when: topic labour.* and kind ask, lead: labour",
      "when: topic labour.* and kind ask, lead: labour, deadlines: {hand-over: 10m}",
      "when: topic labour.* and kind ask and level <= general, lead: labour, deadlines: {hand-over: 20h}",
      "when: topic labour.* and kind ask, lead: labour, deadlines: {call: 90d}",
      "when: topic labour.* and kind ask, lead: duty, beside: true, deadlines: {hand-over: 90d}",
      "when: topic labour.* and not kind ask, lead: labour",
      "when: topic labour.* and not kind ask, lead: labour, deadlines: {hand-over: 90d}",
      "when: topic labour.* and not kind ask and level = critical, lead: labour, deadlines: {hand-over: 30m}",
      "when: topic labour.* and not (kind ask or not kind help), lead: labour, deadlines: {hand-over: 10m}",
    ] {
      var parts = MapParts()
      parts.routes = parts.routes.replacing("  - {name: wages", with: "  - {name: asks, \(route)}\n  - {name: wages")
      #expect(!MapParts.load(parts.text).1.contains { $0.code.rawValue == "later-for-kind" }, "\(route)")
    }
  }

  @Test("periods that never hold together are not held against each other")
  func apart() {
    var parts = MapParts()
    parts.deadlines = parts.deadlines.replacing(
      "larger:   {hand-over: 12h", with: "larger:   {hand-over: 10h, report-back: 12h after hand-over")
    for periods in [
      Self.overlapping(from: "10-01", until: "05-31"), Self.overlapping(from: "2026-10-01", until: "2027-05-31"),
      Self.overlapping(from: "06-01", until: "09-30", kinds: (", kind: ask", ", kind: help")),
    ] {
      var parts = parts
      parts.rest += periods
      #expect(MapParts.load(parts.text).1.filter { $0.severity == .error }.isEmpty)
    }
    parts.rest += "watch: {times: ['13:00'], report-by: 30m}\nperiods:\n"
    parts.rest += "  - {name: a, from: 06-01, until: 06-29, basis: x, watch: {times: ['00:05', '23:50']}}\n"
    parts.rest += "  - {name: b, from: 07-01, until: 07-01, basis: x, watch: {times: ['00:05', '23:50']}}\n"
    #expect(MapParts.load(parts.text).1.filter { $0.severity == .error }.map(\.code.rawValue) == ["report-after-next"])
    parts.rest = parts.rest.replacing("['00:05', '23:50']}}\n  -", with: "'23:50'}}\n  -")
    #expect(MapParts.load(parts.text).1.filter { $0.severity == .error }.isEmpty)
  }

  @Test("every code of the map is met by a mistake or a file of these tests")
  func allCodes() {
    let tested = Set(Self.mistakes.map(\.code)).union(["bad-holidays", "bad-places", "calendar-year-missing"])
    let declared = Set(Catalogue.of(.english).codes)
    #expect(tested.subtracting(declared).isEmpty)
  }

  @Test("a file of holidays and a file of places are read with their mistakes")
  func files() {
    var parts = MapParts()
    parts.calendar = "{hours: {mon: \"08:00-17:00\"}, holidays: cn.tsv}"
    parts.rest += "places: places.tsv\n"
    let files = [
      "cn.tsv": "date\tday\tname\n2026-10-01\toff\t国庆节\n2026-10-32\toff\tx\n",
      "places.tsv": "name\tregion\taliases\n兴县\t山西省/吕梁市/兴县\t晋绥 蔡家崖\n无地区\n",
    ]
    let (loaded, findings, _) = MapParts.load(parts.text, files: files)
    #expect(findings.map(\.code.rawValue) == ["bad-holidays", "bad-places"])
    #expect(loaded == nil)
  }

  @Test("places carry their aliases")
  func places() {
    var parts = MapParts()
    parts.rest += "places: places.tsv\n"
    let (loaded, _, _) = MapParts.load(
      parts.text, files: ["places.tsv": "name\tregion\taliases\n# towns\n兴县\t山西省/吕梁市/兴县\t晋绥 蔡家崖\n"])
    #expect(
      loaded?.map.places == [.init(name: "兴县", region: "山西省/吕梁市/兴县", aliases: ["晋绥", "蔡家崖"])])
  }

  @Test("values may be written by title")
  func titles() throws {
    var parts = MapParts()
    parts.routes = parts.routes.replacing("lead: labour", with: "lead: 劳资科").replacing(
      "topic labour.*", with: "topic 关于labour.wages or category 倾向 and level >= 较大")
    parts.rest += "steps: {hand-over: 交办}\n"
    parts.deadlines = parts.deadlines.replacing("larger:   {hand-over", with: "较大:   {交办")
    let (loaded, findings, _) = MapParts.load(parts.text)
    #expect(findings.allSatisfy { $0.severity == .warning })
    let map = try #require(loaded?.map)
    #expect(
      map.routes[2].condition
        == .or(.topic(TopicGlob("labour.wages")), .and(.category(.trend), .level(.atLeast, .larger))))
    #expect(map.deadlines[.larger]?.map(\.name) == ["hand-over", "resolve"])
  }

  @Test(
    "a year without rows is spoken of 60 days ahead, and is an error from 15 days on",
    arguments: [
      ("2026-11-01", nil), ("2026-11-02", .warning), ("2026-12-16", .warning), ("2026-12-17", .error),
      ("2027-02-01", .error),
    ] as [(String, Diagnostic.Severity?)])
  func missingYear(day: String, severity: Diagnostic.Severity?) throws {
    var parts = MapParts()
    parts.calendar = "{hours: {mon-fri: \"08:00-17:00\"}, holidays: cn.tsv}"
    let (loaded, _, _) = MapParts.load(parts.text, files: ["cn.tsv": "date\tday\tname\n2026-10-01\toff\t国庆节\n"])
    let date = try #require(LocalDate(day))
    let finding = try #require(loaded).calendarFinding(at: Zone.shanghai.start(of: date))
    #expect(finding?.severity == severity)
  }

  @Test("conditions are read with brackets and quotes, and `and` binds closer than `or`")
  func conditions() throws {
    var parts = MapParts()
    parts.routes = parts.routes.replacing(
      "when: topic labour.*", with: "when: 'not (source \"a b\" or region 兴县) and topic labour.*'")
    let map = try #require(MapParts.load(parts.text).loaded?.map)
    #expect(
      map.routes[2].condition == .and(.not(.or(.source("a b"), .region("兴县"))), .topic(TopicGlob("labour.*"))))
  }
}
