// SPDX-License-Identifier: Apache-2.0
import Fenliu
import FenliuRecords
import FenliuTestSupport
import Testing

@Suite("Words in disguise, from the rules file to the line of a decision")
struct EvasionTests {
  private static let rules = """
    fenliu: 1
    title: t
    topics: {water: 水}
    levels: {general: total >= 1}
    rules:
      - {id: seller, category: trend, topic: water, any: [加微信, 微信], evasion: [gaps, homophones]}
    """

  private static let map = """
    fenliu: 1
    default: desk
    departments: {desk: {title: 值班室, kind: help, around-the-clock: true}}
    deadlines: {none: {read: 24h}, general: {read: 24h}, larger: {read: 24h}, major: {read: 24h}, critical: {read: 24h}}
    """

  private func decision(_ text: String) throws -> (Decision, line: String) {
    let folder = try TemporaryFolder()
    try folder.write("p/rules.yaml", Self.rules)
    try folder.write("p/map.yaml", Self.map)
    let pack = try Pack(folder: folder.path + "/p")
    var worker = try Classifier(pack.rules, pack.map).makeWorker()
    let decision = worker.decide(Post(id: "1", text: text), at: Instant(seconds: 1_795_000_000))
    var writer = DecisionWriter(zone: .shanghai)
    writer.write(decision)
    return (decision, String(decoding: writer.bytes, as: UTF8.self))
  }

  @Test("a hit stands where the writer wrote it, and says how it is disguised")
  func hits() throws {
    let (decision, line) = try decision("Ａ😡加\u{200B} 薇❤️信")
    let hits = try #require(decision.matches.first).hits
    #expect(hits.map(\.text) == ["加\u{200B} 薇❤️信", "薇❤️信"])
    #expect(hits.map(\.start) == [2, 5] && hits.map(\.end) == [9, 9])
    #expect(line.contains(#""text":"薇❤️信","tricks":["gaps","homophones"],"word":"微信""#), "\(line)")
    let plain = try self.decision("加微信")
    #expect(!plain.line.contains("tricks") && plain.0.matches.first?.hits.count == 2)
  }
}
