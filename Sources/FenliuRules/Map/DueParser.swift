// SPDX-License-Identifier: Apache-2.0
import FenliuCalendar
import FenliuDiagnostics
import FenliuModel

/// Reads a due time: `N unit [at latest N unit] [after STEP]` or `every N unit`.
enum DueParser {
  /// The step of that name and due time, and where the name of the step it follows is written; nil, with a report, where
  /// the text writes none.
  static func parse(
    _ scalar: YAMLScalar, step name: String, _ findings: Findings
  ) -> (step: DeadlineStep, after: SourceSpan?)? {
    let words = words(of: scalar.text)
    var place = 0
    func text(_ index: Int) -> String? { index < words.count ? words[index].text : nil }
    func malformed() {
      findings.error(.badDue, ["text": .text(scalar.text)], at: scalar.span)
    }
    /// A limit in one word (`24h`) or two (`24 h`); `reported` says that a message has been made.
    func limit(reported: inout Bool) -> TimeLimit? {
      guard let first = text(place) else { return nil }
      let digits = first.prefix { ("0"..."9").contains($0) }
      guard !digits.isEmpty else { return nil }
      var unit = String(first.dropFirst(digits.count))
      var range = words[place].range
      place += 1
      if unit.isEmpty, let second = text(place) {
        unit = second
        range = range.lowerBound..<words[place].range.upperBound
        place += 1
      }
      guard let known = TimeLimit.Unit(rawValue: unit) else {
        if !unit.isEmpty {
          reported = true
          let span = scalar.span(of: range)
          findings.error(
            .unknownUnit, ["unit": .text(unit)], at: span,
            fixIts: meantUnits[unit].map { [.init(.didYouMean, span: span, replacement: "\(digits)\($0)")] } ?? [])
        }
        return nil
      }
      guard let count = Int(digits), let limit = TimeLimit(count, known) else {
        reported = true
        findings.error(
          .badCount, ["text": .text(String(digits)), "most": .number(TimeLimit.largest)], at: scalar.span(of: range))
        return nil
      }
      return limit
    }

    var reported = false
    let isRepeated = text(place) == "every"
    if isRepeated { place += 1 }
    guard let term = limit(reported: &reported) else {
      if !reported { malformed() }
      return nil
    }
    var step = DeadlineStep(name: name, term: term)
    step.isRepeated = isRepeated
    var after: SourceSpan?
    if !isRepeated, text(place) == "at", text(place + 1) == "latest" {
      place += 2
      guard let latest = limit(reported: &reported) else {
        if !reported { malformed() }
        return nil
      }
      step.atLatest = latest
    }
    if !isRepeated, text(place) == "after", let base = text(place + 1) {
      step.after = base
      after = scalar.span(of: words[place + 1].range)
      place += 2
    }
    guard place == words.count else {
      malformed()
      return nil
    }
    return (step, after)
  }

  /// What people write for a unit.
  private static let meantUnits = [
    "min": "m", "minutes": "m", "分": "m", "分钟": "m", "hour": "h", "hours": "h", "时": "h", "小时": "h", "day": "d",
    "days": "d", "天": "d", "日": "d", "工作日": "wd", "个工作日": "wd", "工作小时": "wh", "dw": "wd", "hw": "wh", "H": "h",
    "D": "d", "WD": "wd", "WH": "wh",
  ]

  private static func words(of text: String) -> [(text: String, range: Range<Int>)] {
    let bytes = Array(text.utf8)
    return bytes.indices.split { bytes[$0] == 32 || bytes[$0] == 9 || bytes[$0] == 10 }
      .compactMap { indices in
        guard let first = indices.first, let last = indices.last else { return nil }
        return (String(decoding: bytes[first...last], as: UTF8.self), first..<last + 1)
      }
  }
}
