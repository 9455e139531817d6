// SPDX-License-Identifier: Apache-2.0
import FenliuCalendar
import FenliuFolding
import FenliuModel
import FenliuRouting
import FenliuTestSupport
import FoundationEssentials
import Testing

/// What a router is asked.
struct Question {
  var scores = Scores()
  var matches = Matches()
  var facts = PostFacts(date: LocalDate(dayNumber: 0))
  var title = NormalizedText()
  var text = NormalizedText()

  /// Adds a rule that counts, with hits at these bytes.
  mutating func hit(rule: Int, at ranges: [(Field, Range<Int>)]) {
    let first = matches.hits.count
    for (field, range) in ranges { matches.hits.append(Hit(field: field, range: range, source: HitSourceID(0))) }
    matches.matches.append(
      Match(rule: RuleID(rule), hits: first..<matches.hits.count, numbers: Numbers(), isShadow: false))
    scores.counts.append(true)
    scores.matchPoints.append(.one)
  }

  func route(_ router: Router, start: Instant = Instant(seconds: 1_795_176_000)) -> Routed {
    router.route(scores, matches: matches, facts: facts, title: title, text: text, start: start)
  }
}

/// A line of `Tests/Cases/routing/choosing.tsv`.
struct RoutingCase: CustomTestStringConvertible, Sendable {
  let name: String
  let scores: String
  let post: String
  let expected: String

  var testDescription: String { name }

  static let all: [RoutingCase] = {
    let path = SharedData.repository + "/Tests/Cases/routing/choosing.tsv"
    guard let data = FileManager.default.contents(atPath: path) else {
      preconditionFailure("the cases are part of the checkout")
    }
    let lines = String(decoding: data, as: UTF8.self).split(separator: "\n").filter { !$0.hasPrefix("# ") }.dropFirst()
    return lines.map { line in
      let cells = line.split(separator: "\t").map(String.init)
      precondition(cells.count == 4, "four cells: \(line)")
      return RoutingCase(name: cells[0], scores: cells[1], post: cells[2], expected: cells[3])
    }
  }()

  var question: Question {
    var question = Question()
    question.scores = makeScores()
    var words = post.split(separator: " ").map(String.init)
    if let place = words.firstIndex(where: { $0.hasPrefix("@") }) {
      question.facts.region = String(words.remove(at: place).dropFirst())
    }
    if let place = words.firstIndex(where: { $0.hasPrefix("#") }) {
      question.facts.source = String(words.remove(at: place).dropFirst())
    }
    let fields = words.joined(separator: " ").split(separator: "|", omittingEmptySubsequences: false)
    if fields.count == 2 {
      take(String(fields[0]), .title, into: &question)
      take(String(fields[1]), .text, into: &question)
    } else {
      take(String(fields[0]), .text, into: &question)
    }
    return question
  }

  private func take(_ marked: String, _ field: Field, into question: inout Question) {
    var bytes: [UInt8] = []
    var start = 0
    var hits: [(Field, Range<Int>)] = []
    for byte in Folding.fold(marked).utf8 {
      switch byte {
      case UInt8(ascii: "["): start = bytes.count
      case UInt8(ascii: "]"): hits.append((field, start..<bytes.count))
      default: bytes.append(byte)
      }
    }
    var text = NormalizedText()
    text.appendUnchanged(bytes.span)
    text.finish(bytes.span)
    if field == .title { question.title = text } else { question.text = text }
    if !hits.isEmpty { question.hit(rule: 0, at: hits) }
  }

  private func makeScores() -> Scores {
    var scores = Scores()
    for word in scoreWords {
      if word == "unread" {
        scores.reason = .unread
      } else if word.hasPrefix(">"), let level = Level(word.dropFirst()) {
        scores.level = level
      } else if word.hasPrefix("!"), let topic = SampleMap.topicPaths.firstIndex(of: String(word.dropFirst())) {
        scores.prohibitedTopics.append(TopicID(topic))
      } else if let category = Category.builtIn.firstIndex(where: { $0.key == word }) {
        scores.categories.append(.init(category: CategoryID(category), points: .one))
      } else {
        let parts = word.split(separator: "=")
        guard parts.count == 2, let topic = SampleMap.topicPaths.firstIndex(of: String(parts[0])),
          let points = Double(parts[1])
        else { preconditionFailure("scores: \(word)") }
        scores.topics.append(.init(topic: TopicID(topic), points: Points(points)))
        scores.total += Points(points)
      }
    }
    scores.topics.sort { ($1.points, $0.topic) < ($0.points, $1.topic) }
    return scores
  }

  private var scoreWords: [String] { scores.split(separator: " ").map(String.init) }
}

/// What was decided, as the cases write it.
func described(_ routed: Routed, _ map: ResponsibilityMap) -> String {
  func key(_ department: DepartmentID) -> String { map.departments[department.index].key }
  var words = [routed.route.map { map.routes[$0.index].name } ?? "default", key(routed.lead)]
  if !routed.assist.isEmpty { words.append("+" + routed.assist.map { key($0.department) }.joined(separator: ",")) }
  if !routed.notify.isEmpty { words.append("^" + routed.notify.map(key).joined(separator: ",")) }
  for beside in routed.beside { words.append("&\(map.routes[beside.route.index].name)=\(key(beside.lead))") }
  if let accused = routed.accused.first(where: \.wouldHaveLed) ?? routed.accused.first {
    // Names are of three-byte characters, so are the texts before them.
    words.append(
      "~\(accused.wouldHaveLed ? "*" : "")\(key(accused.department))/\(accused.name)/\(accused.field.key)/"
        + "\(accused.range.lowerBound / 3)")
  }
  if routed.isSealed { words.append("sealed") }
  if routed.firstAskedDecided { words.append("first-asked") }
  return words.joined(separator: " ")
}
