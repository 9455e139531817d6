// SPDX-License-Identifier: Apache-2.0
import Fenliu

/// Lays out an explanation for a person: the text with its hits marked, then what came of them, step by step.
struct ExplanationPrinter {
  let classifier: Classifier
  let style: TerminalStyle
  let language: Language

  /// The whole page, with a line end after each line.
  func page(for explanation: Explanation, of post: Post) -> String {
    let decision = explanation.decision
    var lines: [String] = []
    let hits = decision.matches.flatMap(\.hits)
    if let title = post.title {
      lines.append("\(heading(.title)) \(marked(title, with: hits.filter { $0.field == .title }))")
    }
    if let text = post.text { lines.append(marked(text, with: hits.filter { $0.field == .text })) }
    lines.append("")
    lines += matches(decision)
    lines.append(heading(.level) + " " + level(decision))
    if !decision.topics.isEmpty {
      lines.append(heading(.topics) + " " + decision.topics.map { "\($0.name) \($0.points)" }.joined(separator: ", "))
    }
    if let kind = decision.kind { lines.append(heading(.kind) + " " + self.kind(kind, decision.kindHit)) }
    lines += routes(explanation)
    lines += who(decision)
    lines += deadlines(decision)
    if !decision.incomplete.isEmpty {
      lines.append(heading(.incomplete) + " " + decision.incomplete.joined(separator: ", "))
    }
    lines.append(heading(.because))
    lines += decision.because.map { "  " + $0 }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The kind by key and title, and the first hit that made it so.
  private func kind(_ key: String, _ hit: Decision.Hit?) -> String {
    let title = classifier.rules.kinds.first { $0.key == key }?.title ?? key
    let name = title == key ? key : "\(key) \(title)"
    return hit.map { "\(name)  \($0.text)  \($0.from)" } ?? name
  }

  private func heading(_ word: ExplainWord) -> String { style.marked(word.text(in: language), .bold) }

  /// The text with its hits in colour, or between « and » where there is no colour. Overlapping hits are one stretch.
  private func marked(_ text: String, with hits: [Decision.Hit]) -> String {
    var stretches: [Range<Int>] = []
    for hit in hits.sorted(by: { $0.start < $1.start }) where hit.end > hit.start {
      if let last = stretches.last, hit.start < last.upperBound {
        stretches[stretches.count - 1] = last.lowerBound..<max(last.upperBound, hit.end)
      } else {
        stretches.append(hit.start..<hit.end)
      }
    }
    let scalars = Array(text.unicodeScalars)
    var result = ""
    var position = 0
    func part(_ range: Range<Int>) -> String {
      var part = String.UnicodeScalarView()
      part.append(contentsOf: scalars[range.clamped(to: 0..<scalars.count)])
      return String(part)
    }
    for stretch in stretches {
      result += part(position..<max(position, stretch.lowerBound))
      let hit = part(stretch)
      result += style.hasColour ? style.marked(hit, .red, .bold) : "«\(hit)»"
      position = stretch.upperBound
    }
    return result + part(position..<max(position, scalars.count))
  }

  private func matches(_ decision: Decision) -> [String] {
    var lines = [heading(.matches) + (decision.matches.isEmpty ? " " + ExplainWord.nothing.text(in: language) : "")]
    for match in decision.matches { lines += self.match(match) }
    if decision.leftOut > 0 { lines.append("  \(ExplainWord.leftOut.text(in: language)): \(decision.leftOut)") }
    if !decision.shadow.isEmpty {
      lines.append(heading(.shadow))
      for match in decision.shadow { lines += self.match(match) }
    }
    if !decision.withdrawn.isEmpty {
      lines.append(heading(.withdrawn))
      for withdrawn in decision.withdrawn {
        lines.append("  \(withdrawn.rule): \(withdrawn.hit.text) ← \(withdrawn.by.text)  \(faint(withdrawn.by.from))")
      }
    }
    return lines
  }

  private func match(_ match: Decision.Match) -> [String] {
    let topic = match.topic.map { " \($0)" } ?? ""
    let head = "  \(style.marked(match.rule, .cyan)) \(match.points)  \(match.category)\(topic)"
    return [head]
      + match.hits.map { hit in
        "    \(hit.text)  \(faint("\(hit.place), \(hit.word), \(hit.from)"))"
      }
  }

  private func faint(_ text: String) -> String { style.marked(text, .faint) }

  private func level(_ decision: Decision) -> String {
    let categories = decision.points.map { "\($0.name) \($0.points)" }.joined(separator: ", ")
    let mark: TerminalStyle.Mark = decision.level >= .major ? .red : decision.level >= .larger ? .yellow : .green
    return style.marked(decision.level.title(in: language), mark)
      + "  (\(ExplainWord.total.text(in: language)) \(decision.total)\(categories.isEmpty ? "" : ": " + categories))"
  }

  private func routes(_ explanation: Explanation) -> [String] {
    guard !explanation.routes.isEmpty else { return [] }
    return [heading(.routes)]
      + explanation.routes.map { tried in
        let answer = (tried.fits ? ExplainWord.fits : .fitsNot).text(in: language)
        let beside = tried.isBeside ? " (\(ExplainWord.beside.text(in: language)))" : ""
        let mark = tried.fits ? style.marked("✓", .green) : faint("✗")
        return "  \(mark) \(tried.name)\(beside): \(tried.condition)  \(faint(answer))"
      }
  }

  private func who(_ decision: Decision) -> [String] {
    var lines = ["\(heading(.lead)) \(style.marked(title(decision.route.lead), .bold)) (\(decision.route.name))"]
    if !decision.route.assist.isEmpty { lines.append("\(heading(.assist)) \(titles(decision.route.assist))") }
    if !decision.route.notify.isEmpty { lines.append("\(heading(.notify)) \(titles(decision.route.notify))") }
    for beside in decision.beside { lines.append("\(heading(.beside)) \(title(beside.lead)) (\(beside.name))") }
    if let recused = decision.route.recused {
      lines.append("\(heading(.recused)) \(title(recused.from)) (\(recused.name))")
    }
    if decision.route.isSealed { lines.append(heading(.sealed)) }
    if let reply = decision.route.suggestedReply { lines.append("\(heading(.suggestedReply)) \(reply)") }
    return lines
  }

  private func titles(_ keys: [String]) -> String {
    keys.map(title).joined(separator: language == .chinese ? "、" : ", ")
  }

  private func title(_ key: String) -> String {
    classifier.map.departments.first { $0.key == key }?.title ?? key
  }

  private func deadlines(_ decision: Decision) -> [String] {
    let zone = classifier.map.calendar.zone
    return [
      "\(heading(.deadlines))  \(faint("\(ExplainWord.received.text(in: language)) \(decision.received.iso8601(in: zone))"))"
    ]
      + decision.deadlines.map { deadline in
        let due = deadline.due?.iso8601(in: zone) ?? ExplainWord.open.text(in: language)
        return "  \(stepTitle(deadline.step))  \(due)"
      }
  }

  /// The step's title in the map, where it has one.
  private func stepTitle(_ step: String) -> String {
    let suffix = "-at-latest"
    if step.hasSuffix(suffix) {
      let key = String(step.dropLast(suffix.count))
      guard let title = classifier.map.stepTitles[key] else { return step }
      return title + ExplainWord.atLatest.text(in: language)
    }
    return classifier.map.stepTitles[step] ?? (step == "notify" ? ExplainWord.notify.text(in: language) : step)
  }
}
