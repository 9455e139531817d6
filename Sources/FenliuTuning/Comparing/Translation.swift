// SPDX-License-Identifier: Apache-2.0
import Fenliu
import FenliuExpression

/// Tells parts of one pack in other ids.
struct Translation {
  let categories: [Int]
  let topics: [Int]
  let lists: [Int]
  let rules: [Int]
  let departments: [Int]

  func rule(_ rule: Rule) -> Rule {
    var rule = rule
    rule.category = CategoryID(categories[rule.category.index])
    rule.topic = rule.topic.map { TopicID(topics[$0.index]) }
    rule.replaces = rule.replaces.map { RuleID(rules[$0.index]) }.sorted()
    if let unless = rule.unless { rule.unless?.any = line(unless.any) }
    switch rule.body {
    case .lines(var lines):
      lines.any = line(lines.any)
      lines.all = lines.all.map(line)
      lines.none = line(lines.none)
      for place in lines.near.indices { lines.near[place].lines = lines.near[place].lines.map(line) }
      rule.body = .lines(lines)
    case .when(let condition, let patterns):
      rule.body = .when(condition, patterns: patterns.map { .init(name: $0.name, line: line($0.line)) })
    }
    return rule
  }

  private func line(_ line: Line) -> Line {
    line.map { pattern in
      guard case .list(let list) = pattern else { return pattern }
      return .list(WordListID(lists[list.index]))
    }
  }

  func line(_ line: CollectiveLine) -> CollectiveLine {
    var line = line
    line.list = line.list.map { WordListID(lists[$0.index]) }
    return line
  }

  func line(_ line: RuleSet.LevelLine) -> RuleSet.LevelLine {
    var line = line
    line.condition = condition(line.condition)
    return line
  }

  private func condition(_ condition: Condition) -> Condition {
    switch condition {
    case .compare(let left, let comparison, let right): .compare(number(left), comparison, number(right))
    case .and(let left, let right): .and(self.condition(left), self.condition(right))
    case .or(let left, let right): .or(self.condition(left), self.condition(right))
    case .not(let inner): .not(self.condition(inner))
    case .isIn, .hits, .near, .before, .atLeast: condition
    }
  }

  private func number(_ expression: NumberExpression) -> NumberExpression {
    switch expression {
    case .constant, .variable, .count: expression
    case .categoryPoints(let category): .categoryPoints(categories[category])
    case .topicPoints(let topics): .topicPoints(topics.map { self.topics[$0] })
    case .sum(let left, let right): .sum(number(left), number(right))
    case .difference(let left, let right): .difference(number(left), number(right))
    case .product(let left, let right): .product(number(left), number(right))
    case .quotient(let left, let right): .quotient(number(left), number(right))
    case .log10(let inner): .log10(number(inner))
    case .minimum(let left, let right): .minimum(number(left), number(right))
    case .maximum(let left, let right): .maximum(number(left), number(right))
    }
  }

  /// The map but for its departments, which are merged elsewhere.
  func map(_ map: ResponsibilityMap) -> ResponsibilityMap {
    var map = map
    map.defaultDepartment = department(map.defaultDepartment)
    map.routes = map.routes.map(route)
    if let recusal = map.recusal {
      map.recusal = .init(
        condition: condition(recusal.condition), within: recusal.within, lead: department(recusal.lead),
        otherwise: department(recusal.otherwise))
    }
    map.escalations = map.escalations.map { line in
      .init(
        condition: condition(line.condition), written: line.written, notify: line.notify.map(department),
        within: line.within)
    }
    map.firstAsked = map.firstAsked.mapValues(department)
    if var watch = map.watch {
      watch.notifyOnMiss = watch.notifyOnMiss.map(department)
      map.watch = watch
    }
    for place in map.periods.indices { map.periods[place].notify = map.periods[place].notify.map(department) }
    return map
  }

  func department(_ one: Department) -> Department {
    var one = one
    one.partOf = one.partOf.map(department)
    return one
  }

  private func department(_ id: DepartmentID) -> DepartmentID { DepartmentID(departments[id.index]) }

  private func route(_ route: Route) -> Route {
    var route = route
    route.condition = condition(route.condition)
    route.lead = department(route.lead)
    route.assist = route.assist.map(department)
    route.notify = route.notify.map(department)
    route.ifReturned = route.ifReturned.map(department)
    return route
  }

  private func condition(_ condition: RouteCondition) -> RouteCondition {
    switch condition {
    case .category(let category): .category(CategoryID(categories[category.index]))
    case .and(let left, let right): .and(self.condition(left), self.condition(right))
    case .or(let left, let right): .or(self.condition(left), self.condition(right))
    case .not(let inner): .not(self.condition(inner))
    case .topic, .level, .region, .source, .kind: condition
    }
  }
}
