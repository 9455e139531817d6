// SPDX-License-Identifier: Apache-2.0
import FenliuCalendar
import FenliuModel

/// A language's sentences for reasons. One type a language; nothing else makes sentences of decisions.
protocol ReasonWording: SendableMetatype {
  /// Appends the sentence of a reason, with its times as the clocks of `zone` show them.
  ///
  /// - Parameter texts: what the reason's stretches are of.
  static func append(_ reason: Reason, quoting texts: [UInt8], zone: Zone, to sentence: inout TextList)

  /// Appends the lines of a sum, one after the other.
  static func append(_ days: [CountedDay], to text: inout TextList)

  /// What a step is called that the map gives no title.
  static func title(ofStep key: String) -> String
}

extension ReasonWording {
  /// Appends a time as people read it: `2026-11-21 08:00`, and `2026-11-22 24:00` where it closes a day.
  static func append(_ instant: Instant, closesDay: Bool, zone: Zone, to sentence: inout TextList) {
    if closesDay {
      sentence.append(zone.date(of: instant.advanced(bySeconds: -1)))
      sentence.append(words: " 24:00")
    } else {
      append(instant, zone: zone, to: &sentence)
    }
  }

  /// Appends a time as people read it: `2026-11-21 08:00`.
  static func append(_ instant: Instant, zone: Zone, to sentence: inout TextList) {
    let local = zone.local(instant)
    sentence.append(local.date)
    sentence.append(words: " ")
    sentence.append(local.time)
  }

  /// Appends texts with something between them.
  static func append(_ texts: [String], separator: StaticString, to sentence: inout TextList) {
    for (place, text) in texts.enumerated() {
      if place > 0 { sentence.append(words: separator) }
      sentence.append(text)
    }
  }
}
