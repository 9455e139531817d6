// SPDX-License-Identifier: Apache-2.0
import FenliuCalendar
import FenliuModel

/// A language's sentences for reasons. One type a language; nothing else makes sentences of decisions.
protocol ReasonWording: SendableMetatype {
  /// The sentence of a reason, with its times as the clocks of `zone` show them.
  static func sentence(for reason: Reason, zone: Zone) -> String

  /// The lines of a sum, one after the other.
  static func lines(_ days: [CountedDay]) -> String

  /// What a step is called that the map gives no title.
  static func title(ofStep key: String) -> String
}

extension ReasonWording {
  /// A time as people read it: `2026-11-21 08:00`, and `2026-11-22 24:00` where it closes a day.
  static func time(_ due: WorkCalendar.Due, zone: Zone) -> String? {
    guard case .at(let instant, let closesDay) = due else { return nil }
    if closesDay {
      return "\(zone.date(of: instant.advanced(bySeconds: -1))) 24:00"
    }
    return time(instant, zone: zone)
  }

  /// A time as people read it: `2026-11-21 08:00`.
  static func time(_ instant: Instant, zone: Zone) -> String {
    let local = zone.local(instant)
    return "\(local.date) \(local.time)"
  }

  /// A day without its year: `11-21`.
  static func day(_ date: LocalDate) -> String { String(date.description.dropFirst(5)) }
}
