// SPDX-License-Identifier: Apache-2.0
import Fenliu
import FenliuCalendar
import FenliuModel
import FenliuTestSupport
import Foundation

@testable import FenliuRecords

/// A post's whole way with a small pack, or with the pack that `FUZZ_PACK` names: a hit's text is what stands at its offsets, a
/// worker that has seen other posts decides as a new one, budgets hold, and what is written is JSON and a table.
final class DecideTarget: FuzzTarget {
  private let classifier: Classifier
  private var worker: Classifier.Worker
  private let pieces: [String]
  private let now = Instant(seconds: 1_795_176_000)

  init() throws {
    let folder = ProcessInfo.processInfo.environment["FUZZ_PACK"] ?? SharedData.repository + "/Tests/Cases/design/mine"
    let pack = try Pack(folder: folder)
    classifier = try Classifier(pack.rules, pack.map)
    worker = classifier.makeWorker(listing: .all)
    let examples: [String] = pack.rules.rules.flatMap(\.examples).map(\.text)
    let clauses: [String] = examples.flatMap { $0.split(separator: "，").map(String.init) }
    pieces = Self.signs + Array(examples.prefix(60)) + Array(clauses.prefix(60))
  }

  private static let signs: [String] = [
    "，", "。", "？", "！", "\n", "\r\n", " ", "\u{200B}", "Ａ", "討薪", "欠薪", "拖欠", "工资", "薪", "没", "不", "说好", "已结清",
    "三十多", "1e9", "99999999999999999999", "二百五", "名", "个", "矿工", "瓦斯", "兴县", "劳资科", "上级", "爆炸", "加微信", "刷单", "问候",
    "请问", "3", "月", "发", "𠮷", "é", "\u{FE0F}", "\u{0}", "…", "工 资", "吗", "承诺", "没发工资", "三个月", "十二", "半", "万",
  ]

  func run(_ bytes: [UInt8]) {
    var source = ByteSource(bytes)
    let post = post(&source)
    let decision = worker.decide(post, at: now)
    var fresh = classifier.makeWorker(listing: .all)
    expectEqual(fresh.decide(post, at: now), decision, "a worker that has seen other posts")
    expectEqual(worker.explain(post, at: now).decision, decision, "the decision that is explained")
    check(decision, of: post)
    checkWritten(decision)
  }

  private func post(_ source: inout ByteSource) -> Post {
    let bits = source.byte()
    var post = Post(id: bits & 1 == 0 ? "1" : "=\u{1}\"\\\u{2028}")
    let numbers: [Int?] = [nil, 0, 1, 9_999, 10_000, .max]
    post.views = source.pick(numbers)
    post.likes = source.pick(numbers)
    post.replies = source.pick(numbers)
    post.region = source.pick([nil, "山西省/吕梁市/兴县", "兴县", ""])
    post.source = source.pick([nil, "微博", "论坛"])
    if bits & 2 != 0 { post.time = Instant(seconds: 1_795_000_000 + Int64(source.word()) * 100) }
    if bits & 4 != 0 { post.received = Instant(seconds: 1_795_000_000 + Int64(source.word()) * 100) }
    let titleLength = bits & 8 == 0 ? 0 : source.number(below: 24)
    var title = ByteSource(source.bytes(atMost: titleLength))
    post.title = title.isEmpty ? nil : title.text(of: pieces)
    let text = source.text(of: pieces)
    // Now and then a post as long as none is written.
    post.text = bits & 0xF0 == 0xF0 ? String(repeating: text, count: min(1_000, 200_000 / (text.utf8.count + 1))) : text
    return post
  }

  private func check(_ decision: Decision, of post: Post) {
    let title = Array((post.title ?? "").unicodeScalars)
    let text = Array((post.text ?? "").unicodeScalars)
    func check(_ hit: Decision.Hit) {
      let field = hit.field == .title ? title : text
      expect(hit.start >= 0 && hit.start < hit.end && hit.end <= field.count, "\(hit) of \(field.count)")
      expect(field[hit.start..<hit.end].elementsEqual(hit.text.unicodeScalars), "\(hit) is not what stands there")
    }
    var hits = 0
    for match in decision.matches + decision.shadow {
      expect(!match.hits.isEmpty || !match.rule.isEmpty, "a match of nothing")
      hits += match.hits.count
      for hit in match.hits { check(hit) }
    }
    for withdrawn in decision.withdrawn {
      check(withdrawn.hit)
      check(withdrawn.by)
    }
    expect(hits <= 900_000, "\(hits) hits are beyond the budget")
    if let recused = decision.route.recused {
      let field = recused.field == .title ? title : text
      expect(recused.start >= 0 && recused.start < field.count, "\(recused)")
    }
    for deadline in decision.deadlines {
      if let due = deadline.due { expect(due >= decision.received, "\(deadline.step) is due before it begins") }
    }
    expect(!decision.route.lead.isEmpty && !decision.because.isEmpty, "nobody leads, or nobody knows why")
    expect(decision.leftOut == 0, "all matches were asked for")
  }

  private func checkWritten(_ decision: Decision) {
    var writer = DecisionWriter(zone: .shanghai)
    writer.write(decision)
    let line = writer.take()
    expect(line.last == 0x0A && !line.dropLast().contains(0x0A), "a decision is one line")
    guard let row = try? JSONSerialization.jsonObject(with: Data(line.dropLast())) as? [String: Any] else {
      fatalError("no JSON: \(String(decoding: line, as: UTF8.self))")
    }
    expectEqual(row["id"] as? String, decision.id, "the id")
    expectEqual((row["matches"] as? [Any])?.count, decision.matches.count, "the matches")
    expectEqual(row["because"] as? [String], decision.because, "the reasons")
    var table = DecisionTable(zone: .shanghai, leads: [:])
    table.write(decision)
    let cells = PlainTable.cells(ofRow: table.take())
    expectEqual(cells.count, DecisionTable.columns.count, "the cells of a row")
    for cell in cells {
      expect(!"=+-@\t\r\n＝＋－＠".unicodeScalars.contains { cell.unicodeScalars.first == $0 }, "a formula: \(cell)")
    }
  }
}
