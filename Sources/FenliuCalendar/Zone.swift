// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials

/// The place whose clocks are meant: a name of the IANA database, or a fixed distance from UTC.
///
/// `Asia/Shanghai` and `UTC` are built in, so that what is decided with them never depends on the machine. Other names
/// are read from the machine's database once, when the zone is made; the value itself does no input or output.
public struct Zone: Hashable, Sendable {
  /// The name as it was asked for: `Asia/Shanghai`, `UTC` or `+08:00`.
  public let identifier: String
  private let table: ZoneTable

  /// China's time.
  public static let shanghai = Zone(identifier: "Asia/Shanghai", table: .shanghai)
  /// Coordinated universal time.
  public static let utc = Zone(identifier: "UTC", table: .fixed(0))

  /// The zone with clocks always so many minutes ahead of UTC; nil for more than 18 hours.
  public init?(offsetMinutes: Int) {
    guard abs(offsetMinutes) <= 18 * 60 else { return nil }
    self.init(identifier: Self.text(offsetMinutes: offsetMinutes), table: .fixed(offsetMinutes * 60))
  }

  /// The zone of that name; nil where neither the program nor the machine knows it.
  ///
  /// Takes `Z`, `UTC`, `+08:00`, `-0500`, or a name of the IANA database.
  public init?(_ identifier: String) {
    switch identifier {
    case "Asia/Shanghai", "PRC": self = .shanghai
    case "UTC", "Etc/UTC", "GMT", "Z", "z": self = .utc
    default:
      if let minutes = Self.offsetMinutes(identifier) {
        self.init(offsetMinutes: minutes)
      } else if let table = Self.machineTable(identifier) {
        self.init(identifier: identifier, table: table)
      } else {
        return nil
      }
    }
  }

  private init(identifier: String, table: ZoneTable) {
    self.identifier = identifier
    self.table = table
  }

  /// Seconds by which the clocks are ahead of UTC at `instant`.
  public func offset(at instant: Instant) -> Int { table.offset(at: instant) }

  /// What calendar and clock show at `instant`.
  public func local(_ instant: Instant) -> LocalDateTime {
    LocalDateTime(wallSeconds: instant.seconds + Int64(offset(at: instant)))
  }

  /// The day at `instant`.
  public func date(of instant: Instant) -> LocalDate { local(instant).date }

  /// The instant at which calendar and clock show `local`.
  ///
  /// Where the clocks are put back and show it twice, the first; where they are put forward over it, the instant they
  /// would have shown it without. So a later wall time is never an earlier instant, but for the hour shown twice.
  public func instant(of local: LocalDateTime) -> Instant {
    let wall = local.wallSeconds
    let before = offset(at: Instant(seconds: wall).advanced(bySeconds: -86_400))
    let early = Instant(seconds: wall - Int64(before))
    if offset(at: early) == before { return early }
    let after = offset(at: Instant(seconds: wall).advanced(bySeconds: 86_400))
    let late = Instant(seconds: wall - Int64(after))
    return offset(at: late) == after ? late : early
  }

  /// The instant at which a day begins there.
  public func start(of date: LocalDate) -> Instant { instant(of: LocalDateTime(date: date, time: .midnight)) }

  /// The minutes of `+08:00`, `+0800` or `+08`; nil for anything else.
  static func offsetMinutes(_ text: some StringProtocol) -> Int? {
    let bytes = Array(text.utf8)
    guard let sign = bytes.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return nil }
    var digits = Array(bytes.dropFirst())
    if digits.count == 5, digits[2] == UInt8(ascii: ":") { digits.remove(at: 2) }
    guard digits.count == 2 || digits.count == 4,
      digits.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains)
    else { return nil }
    let values = digits.map { Int($0 - UInt8(ascii: "0")) }
    let minutes = digits.count == 4 ? values[2] * 10 + values[3] : 0
    guard minutes < 60 else { return nil }
    let total = (values[0] * 10 + values[1]) * 60 + minutes
    return sign == UInt8(ascii: "-") ? -total : total
  }

  /// The offset as ISO 8601 writes it: `+08:00`.
  static func text(offsetMinutes: Int) -> String {
    var text = offsetMinutes < 0 ? "-" : "+"
    text.append(padded: abs(offsetMinutes) / 60, to: 2)
    text.append(":")
    text.append(padded: abs(offsetMinutes) % 60, to: 2)
    return text
  }

  private static func machineTable(_ identifier: String) -> ZoneTable? {
    let parts = identifier.split(separator: "/", omittingEmptySubsequences: false)
    let isName = parts.allSatisfy { part in
      // A name of the database has no dots, so that no path leads out of its folder.
      !part.isEmpty
        && part.utf8.allSatisfy { byte in
          let isLetter = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
          let isDigit = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
          return isLetter || isDigit || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "+")
            || byte == UInt8(ascii: "-")
        }
    }
    guard isName, let data = FileManager.default.contents(atPath: "/usr/share/zoneinfo/" + identifier) else {
      return nil
    }
    return TZif.table(Array(data))
  }
}
