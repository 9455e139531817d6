// SPDX-License-Identifier: Apache-2.0
import FenliuCalendar
import FenliuDiagnostics
import FenliuModel

/// Reads `map.yaml`: who manages what.
///
/// Everything wrong is reported in one run; the map itself comes only where it could be read without an error. Then
/// `MapChecker` proves what it must also fulfil.
struct MapLoader {
  /// The rules that the map speaks of, as far as they could be read.
  let rules: RuleSet
  /// Whether all of them could be read. Where not, a category or topic that is missing may be theirs.
  let areRulesComplete: Bool
  let findings: Findings
  /// Reads a file that the map names, and reports where it cannot.
  let read: (YAMLScalar) -> (id: FileID, bytes: [UInt8])?

  /// The map that `node` writes; nil, with reports, where there is an error in it.
  func load(_ node: YAMLNode) -> LoadedMap? {
    let errorsBefore = findings.all.count { $0.severity == .error }
    guard let reader = MappingReader(node, .map, findings) else { return nil }
    if let version = reader.text("fenliu"), version.text != "1" {
      findings.error(.badVersion, ["value": .text(version.text)], at: version.span)
    }
    var places = MapPlaces(top: node.firstPart, defaultDepartment: node.firstPart)
    let calendar = reader.value("calendar").map { self.calendar($0, &places) } ?? WorkCalendar()
    let departments = reader.value("departments").map { self.departments($0, &places) } ?? []
    let titles = reader.value("steps").map(stepTitles) ?? [:]
    let index = DepartmentIndex(departments)

    var routes: [Route] = []
    if let node = reader.value("routes") { routes = self.routes(node, index, titles, &places) }
    var map = ResponsibilityMap(
      calendar: calendar, departments: departments, defaultDepartment: DepartmentID(0), deadlines: [:])
    map.routes = routes
    map.stepTitles = titles
    if let scalar = reader.text("default"), let department = department(scalar, index) {
      map.defaultDepartment = department
      places.defaultDepartment = scalar.span
    }
    if let node = reader.value("recuse") { map.recusal = recusal(node, index, &places) }
    if let node = reader.value("escalate") { map.escalations = escalations(node, index, &places) }
    if let node = reader.value("first-asked") { map.firstAsked = firstAsked(node, index) }
    if let scalar = reader.text("places") { map.places = self.places(scalar) }
    if let node = reader.value("deadlines") { map.deadlines = deadlines(node, titles, &places) }
    if let node = reader.value("watch") { map.watch = watch(node, index, &places) }
    if let node = reader.value("periods") { map.periods = periods(node, index, titles, &places) }
    checkSteps(map, places)
    guard findings.all.count(where: { $0.severity == .error }) == errorsBefore else { return nil }
    let loaded = LoadedMap(map: map, places: places)
    // Of rules that could not all be read nothing can be proven.
    if areRulesComplete { MapChecker(loaded, rules: rules, findings: findings).check() }
    return loaded
  }
}

/// Departments by their ids and titles.
struct DepartmentIndex {
  private var ids: [String: DepartmentID] = [:]
  private var titles: [String: [DepartmentID]] = [:]
  private let departments: [Department]

  init(_ departments: [Department]) {
    self.departments = departments
    for (place, department) in departments.enumerated() {
      ids[department.key] = DepartmentID(place)
      titles[department.title, default: []].append(DepartmentID(place))
    }
  }

  /// The departments that a name may mean: the one with that id, else all with that title.
  func named(_ name: String) -> [DepartmentID] { ids[name].map { [$0] } ?? titles[name] ?? [] }

  /// The ids of departments.
  func keys(_ departments: [DepartmentID]) -> [String] { departments.map { self.departments[$0.index].key } }

  /// Everything that names one.
  var allNames: [String] { departments.flatMap { [$0.key, $0.title] } }
}

extension MapLoader {
  /// The department that a text names by id or title; nil, with a report, where none or several have it.
  func department(_ scalar: YAMLScalar, _ index: DepartmentIndex) -> DepartmentID? {
    let found = index.named(scalar.text)
    if found.count == 1 { return found[0] }
    if found.isEmpty {
      findings.unknown(
        .unknownDepartment, ["name": .text(scalar.text)], name: scalar.text, at: scalar.span, among: index.allNames)
    } else {
      findings.error(
        .ambiguousDepartment, ["name": .text(scalar.text), "ids": .list(index.keys(found))], at: scalar.span)
    }
    return nil
  }

  /// The departments of a key: a list, or one alone.
  func departments(_ key: String, of reader: MappingReader, _ index: DepartmentIndex) -> [DepartmentID] {
    (reader.texts(key) ?? []).compactMap { department($0, index) }
  }

  /// The same with the places where they are written, for those that are known.
  func placedDepartments(
    _ key: String, of reader: MappingReader, _ index: DepartmentIndex
  ) -> [(id: DepartmentID, span: SourceSpan)] {
    (reader.texts(key) ?? []).compactMap { scalar in department(scalar, index).map { ($0, scalar.span) } }
  }

  /// The names of conditions.
  func names(needsTopic: Bool) -> RouteConditionParser.Names {
    .init(
      categories: rules.categories, topics: rules.topics, areComplete: areRulesComplete, kinds: rules.kinds,
      needsTopic: needsTopic)
  }
}
