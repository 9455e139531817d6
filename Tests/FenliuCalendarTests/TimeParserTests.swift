// SPDX-License-Identifier: Apache-2.0
import FenliuCalendar
import FenliuTestSupport
import Testing

@Suite struct TimeParserTests {
  @Test(
    "a time in any form that exports use is the instant it names",
    arguments: [
      ("2026-11-20T20:00:00+08:00", "2026-11-20T20:00:00+08:00"),
      ("2026-11-20T12:00:00Z", "2026-11-20T20:00:00+08:00"),
      ("2026-11-20t12:00:00z", "2026-11-20T20:00:00+08:00"),
      ("2026-11-20T07:00:00-0500", "2026-11-20T20:00:00+08:00"),
      ("2026-11-20T20:00:00.999+08", "2026-11-20T20:00:00+08:00"),
      ("2026-11-20 20:00", "2026-11-20T20:00:00+08:00"),
      ("2026-11-20", "2026-11-20T00:00:00+08:00"),
      ("20261120", "2026-11-20T00:00:00+08:00"),
      ("20261120T120000Z", "2026-11-20T20:00:00+08:00"),
      ("20261120T2000", "2026-11-20T20:00:00+08:00"),
      ("20261120200000", "2026-11-20T20:00:00+08:00"),
      ("2026/11/20 8:03", "2026-11-20T08:03:00+08:00"),
      ("2026/1/2 8:03:09", "2026-01-02T08:03:09+08:00"),
      ("2026/11/20", "2026-11-20T00:00:00+08:00"),
      ("2026.11.20 8:03", "2026-11-20T08:03:00+08:00"),
      ("2026年11月20日 8:03", "2026-11-20T08:03:00+08:00"),
      ("2026年11月20日8:03", "2026-11-20T08:03:00+08:00"),
      ("2026年1月2日8时3分", "2026-01-02T08:03:00+08:00"),
      ("2026年1月2日8点", "2026-01-02T08:00:00+08:00"),
      ("2026年1月2号 8时3分9秒", "2026-01-02T08:03:09+08:00"),
      ("2026年11月20日", "2026-11-20T00:00:00+08:00"),
      (" \u{3000}2026-11-20 20:00\u{A0} ", "2026-11-20T20:00:00+08:00"),
      ("2026-11-20T24:00", "2026-11-21T00:00:00+08:00"),
      ("1795176000", "2026-11-20T20:00:00+08:00"),
      ("1795176000000", "2026-11-20T20:00:00+08:00"),
      ("1795176000.25", "2026-11-20T20:00:00+08:00"),
      ("20/11/2026 8:03", "2026-11-20T08:03:00+08:00"),
      ("11/20/2026", "2026-11-20T00:00:00+08:00"),
      ("05/05/2026", "2026-05-05T00:00:00+08:00"),
      ("2026/11/20 下午 3:20", "2026-11-20T15:20:00+08:00"),
      ("2026/11/20 下午3:20:05", "2026-11-20T15:20:05+08:00"),
      ("2026/11/20 上午 12:05", "2026-11-20T00:05:00+08:00"),
      ("2026/11/20 下午 12:05", "2026-11-20T12:05:00+08:00"),
      ("2026/11/20 下午 0:05", "2026-11-20T12:05:00+08:00"),
      ("2026/11/20 下午 15:20", "2026-11-20T15:20:00+08:00"),
      ("2026年11月20日下午3时", "2026-11-20T15:00:00+08:00"),
      ("2026/11/20 3:20 PM", "2026-11-20T15:20:00+08:00"),
      ("11/20/2026 12:20:30 am", "2026-11-20T00:20:30+08:00"),
      ("2026-11-20 星期五", "2026-11-20T00:00:00+08:00"),
      ("2026-11-22 星期日 8:03", "2026-11-22T08:03:00+08:00"),
      ("2026年11月22日（周天）08:03", "2026-11-22T08:03:00+08:00"),
      ("2026年11月20日 (星期五) 下午 8时03分05秒", "2026-11-20T20:03:05+08:00"),
    ])
  func readsForms(text: String, expected: String) throws {
    let instant = try TimeParser(zone: .shanghai).instant(of: text).get()
    #expect(instant.iso8601(in: .shanghai) == expected)
  }

  @Test(
    "what is no time is refused and never guessed",
    arguments: [
      "", " ", "昨天", "2026", "2026-11", "2026-13-01", "2026-02-30", "2026-11-20T25:00", "2026-11-20 8:3", "8:03",
      "2026-11/20", "2026年11月20", "26/11/20", "2026-11-20 20:00:60", "2026-11-20T20:00+25:00", "2026-11-20 20:00 abc",
      "123", "202611202000", "99999999999", "1.795176E+09", "-1795176000", "0026-11-20", "2026-11-20T", "20261120T20",
      "99999999999999999999999999", "2026-11-20T20:00:00.", "31/04/2026", "1795176000.", "2026-11-20T20:00Zjunk",
      "2026-11-20 星期四", "2026-11-20 上午 13:00", "2026-11-20 下午 24:00", "2026-11-20 下午", "2026-11-20 下午 3:20 下午",
      "2026-11-20 (星期五", "2026-11-20 星周五",
      "2026-11-20 3:20 XM", "11月20日", "46346",
    ])
  func refuses(text: String) {
    #expect(TimeParser(zone: .shanghai).instant(of: text) == .failure(.notATime))
  }

  @Test("a day and a month that could be either way round are refused until somebody says which")
  func ambiguousDates() throws {
    let text = "03/04/2026 8:00"
    #expect(TimeParser(zone: .shanghai).instant(of: text) == .failure(.ambiguous))
    #expect(TimeParser(zone: .shanghai).instant(of: "04/03/2026 8:00") == .failure(.ambiguous))
    let dayFirst = try TimeParser(zone: .shanghai, dateOrder: .dayFirst).instant(of: text).get()
    #expect(dayFirst.iso8601(in: .shanghai) == "2026-04-03T08:00:00+08:00")
    let monthFirst = try TimeParser(zone: .shanghai, dateOrder: .monthFirst).instant(of: text).get()
    #expect(monthFirst.iso8601(in: .shanghai) == "2026-03-04T08:00:00+08:00")
    #expect(TimeParser(zone: .shanghai, dateOrder: .monthFirst).instant(of: "20/11/2026") == .failure(.notATime))
  }

  @Test("a time without a zone is read from the clocks of the parser's zone")
  func usesTheZone() throws {
    let zone = try #require(Zone(offsetMinutes: -300))
    #expect(
      try TimeParser(zone: zone).instant(of: "2026-11-20 07:00").get().iso8601(in: .utc) == "2026-11-20T12:00:00+00:00")
  }

  @Test("whatever is written as ISO 8601 is read back as the same instant", arguments: Seeds.standard)
  func readsWhatIsWritten(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<500 {
      let instant = Instant(seconds: Int64.random(in: -2_208_988_800...253_402_200_000, using: &random))
      let zone = try #require(Zone(offsetMinutes: Int.random(in: -720...840, using: &random)))
      guard zone.date(of: instant).year >= 1900 else { continue }
      #expect(try TimeParser(zone: .utc).instant(of: instant.iso8601(in: zone)).get() == instant)
    }
  }

  @Test("no text makes the parser stumble", arguments: Seeds.standard)
  func survivesAnything(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let alphabet = Array("0123456789-/:.年月日时分秒TZ+ ")
    for _ in 0..<2000 {
      let text = String(
        (0..<Int.random(in: 0...30, using: &random)).map { _ in alphabet.randomElement(using: &random)! })
      if case .success(let instant) = TimeParser(zone: .shanghai).instant(of: text) {
        #expect(instant >= Instant(seconds: -2_208_988_800 - 86_400))
      }
    }
  }
}
