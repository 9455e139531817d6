// SPDX-License-Identifier: Apache-2.0

/// When a place has changed its distance from UTC, and by what rule it goes on.
struct ZoneTable: Hashable, Sendable {
  /// One change of offset.
  struct Transition: Hashable, Sendable {
    /// Seconds since 1970 in UTC at which the new offset begins.
    let start: Int64
    /// Seconds east of UTC from then on.
    let offset: Int

    init(_ start: Int64, _ offset: Int) {
      self.start = start
      self.offset = offset
    }
  }

  /// The offset before the first transition.
  let first: Int
  /// Invariant: `start` increases strictly.
  let transitions: [Transition]
  /// How summer time goes on after the last transition; nil where the last offset stays.
  let rule: SummerTimeRule?

  /// Seconds east of UTC at `instant`.
  func offset(at instant: Instant) -> Int {
    guard let last = transitions.last else { return rule?.offset(at: instant.seconds) ?? first }
    if instant.seconds >= last.start { return rule?.offset(at: instant.seconds) ?? last.offset }
    // Invariant: everything before `low` starts at or before the instant, everything from `high` on after it.
    var low = 0
    var high = transitions.count
    while low < high {
      let middle = low + (high - low) / 2
      if transitions[middle].start <= instant.seconds { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? first : transitions[low - 1].offset
  }
}

extension ZoneTable {
  /// A place that never changes its offset.
  static func fixed(_ offset: Int) -> ZoneTable { ZoneTable(first: offset, transitions: [], rule: nil) }

  /// Asia/Shanghai as in the IANA time zone database, 2025b (public domain).
  ///
  /// Here rather than read from the machine, so that the due times of a Chinese pack are the same bytes everywhere.
  static let shanghai = ZoneTable(
    first: 29_143,
    transitions: [
      .init(-2_177_481_943, 28_800), .init(-1_600_675_200, 32_400), .init(-1_585_904_400, 28_800),
      .init(-933_667_200, 32_400), .init(-922_093_200, 28_800), .init(-908_870_400, 32_400),
      .init(-888_829_200, 28_800), .init(-881_049_600, 32_400), .init(-767_869_200, 28_800),
      .init(-745_833_600, 32_400), .init(-733_827_600, 28_800), .init(-716_889_600, 32_400),
      .init(-699_613_200, 28_800), .init(-683_884_800, 32_400), .init(-670_669_200, 28_800),
      .init(-652_348_800, 32_400), .init(-650_019_600, 28_800), .init(515_527_200, 32_400),
      .init(527_014_800, 28_800), .init(545_162_400, 32_400), .init(558_464_400, 28_800),
      .init(577_216_800, 32_400), .init(589_914_000, 28_800), .init(608_666_400, 32_400),
      .init(621_968_400, 28_800), .init(640_116_000, 32_400), .init(653_418_000, 28_800),
      .init(671_565_600, 32_400), .init(684_867_600, 28_800),
    ], rule: nil)
}
