// SPDX-License-Identifier: Apache-2.0
import Fenliu
import FenliuRecords
import FenliuTestSupport
import Foundation
import Testing

/// The pack that the design shows, whole.
enum DesignPack {
  static let folder = SharedData.repository + "/Tests/Cases/design/mine"

  static func classifier() throws -> Classifier {
    let pack = try Pack(folder: folder)
    return try Classifier(pack.rules, pack.map)
  }
}

@Suite("The pack of the design")
struct DesignPackTests {
  @Test("it loads without an error and its examples pass")
  func examples() throws {
    let pack = try Pack(folder: DesignPack.folder)
    let tester = PackTester(try Classifier(pack.rules, pack.map), at: Instant(seconds: 1_795_176_000))
    let results = try tester.examples()
    #expect(results.count == 12)
    for result in results { #expect(result.outcome == .passed, "\(result.rule.key): \(result.example.text)") }
  }

  @Test("its post gets the decision of the design, key for key")
  func golden() throws {
    let data = try Data(contentsOf: URL(fileURLWithPath: SharedData.repository + "/Tests/Cases/design/golden.json"))
    let golden = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
    let expected = try #require(golden["decision"] as? [String: Any])
    let written = try #require(golden["post"] as? [String: Any])
    let classifier = try DesignPack.classifier()
    var post = Post(id: try #require(written["id"] as? String), text: written["text"] as? String)
    post.views = written["views"] as? Int
    post.received = Instant(seconds: 1_795_176_000)
    var worker = classifier.makeWorker()
    var writer = DecisionWriter(zone: classifier.map.calendar.zone)
    writer.write(worker.decide(post, at: Instant(seconds: 0)))
    let bytes = writer.take()
    let line = try #require(JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    for (key, value) in expected {
      let actual = try #require(line[key], "\(key) is missing")
      #expect(
        try canonical(actual) == canonical(value), "\(key)")
    }
    // The fixed keys, in the fixed order.
    let text = String(decoding: bytes, as: UTF8.self)
    let keys = [
      "id", "level", "total", "points", "topics", "matches", "left-out", "withdrawn", "numbers", "reach", "received",
      "route", "beside", "deadlines", "shadow", "incomplete", "because", "rules",
    ]
    var position = text.startIndex
    for key in keys {
      let found = try #require(text.range(of: "\"\(key)\":", range: position..<text.endIndex), "\(key) out of order")
      position = found.upperBound
    }
    #expect((line["because"] as? [String])?.isEmpty == false)
    #expect((line["rules"] as? String)?.hasPrefix("sha256:") == true)
  }

  private func canonical(_ value: Any) throws -> String {
    let data = try JSONSerialization.data(withJSONObject: ["value": value], options: [.sortedKeys])
    return String(decoding: data, as: UTF8.self)
  }
}
