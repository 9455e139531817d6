// SPDX-License-Identifier: Apache-2.0

extension Instant {
  /// The instant as ISO 8601 with the offset of `zone`: `2026-11-20T20:00:00+08:00`.
  ///
  /// Always with an offset in minutes, also for UTC (`+00:00`), so that all times of a file line up.
  public func iso8601(in zone: Zone) -> String {
    var text = ""
    text.reserveCapacity(25)
    append(iso8601In: zone) { text.unicodeScalars.append(Unicode.Scalar($0)) }
    return text
  }

  /// Gives the bytes of `iso8601(in:)` one after the other to `write`, without making a string.
  @inlinable public func append(iso8601In zone: Zone, _ write: (UInt8) -> Void) {
    // Local mean times of the 19th century have odd seconds, which ISO 8601 cannot say: whole minutes keep the instant.
    let minutes = zone.offset(at: self) / 60
    let fields = Fields(of: self, offsetMinutes: minutes)
    func two(_ number: Int) {
      write(UInt8(truncatingIfNeeded: 48 + number / 10 % 10))
      write(UInt8(truncatingIfNeeded: 48 + number % 10))
    }
    two(fields.year / 100)
    two(fields.year)
    write(UInt8(ascii: "-"))
    two(fields.month)
    write(UInt8(ascii: "-"))
    two(fields.day)
    write(UInt8(ascii: "T"))
    two(fields.hour)
    write(UInt8(ascii: ":"))
    two(fields.minute)
    write(UInt8(ascii: ":"))
    two(fields.second)
    write(minutes < 0 ? UInt8(ascii: "-") : UInt8(ascii: "+"))
    two(abs(minutes) / 60)
    write(UInt8(ascii: ":"))
    two(abs(minutes) % 60)
  }

  /// What calendar and clock show, piece by piece.
  @usableFromInline struct Fields {
    @usableFromInline let year: Int, month: Int, day: Int, hour: Int, minute: Int, second: Int

    @usableFromInline init(of instant: Instant, offsetMinutes: Int) {
      let local = LocalDateTime(wallSeconds: instant.seconds + Int64(offsetMinutes * 60))
      // At the ends of what can be told an offset may lead into year 0 or 10000.
      let date = min(max(local.date, Self.first), Self.last)
      (year, month, day) = date.components
      hour = local.time.hour
      minute = local.time.minute
      second = local.time.second
    }

    private static let first = Instant.earliest.utcDate
    private static let last = Instant.latest.utcDate
  }

  private var utcDate: LocalDate { LocalDateTime(wallSeconds: seconds).date }
}
