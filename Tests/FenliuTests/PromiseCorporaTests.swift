// SPDX-License-Identifier: Apache-2.0
import FenliuTestSupport
import Foundation
import Testing

@testable import Fenliu

/// The posts of one file of `corpus/promises`, each with the decision of the county pack.
///
/// `scripts/measure-promises` asks the same of a built program and says which promise is broken by which post.
private struct PromiseCorpus {
  let rows: [[String: Any]]
  let map: ResponsibilityMap
  private let classifier: Classifier

  init(_ name: String, least: Int) throws {
    let (pack, classifier) = try CountyPack.load()
    let path = SharedData.repository + "/corpus/promises/" + name + ".jsonl"
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    rows = try lines.map { try #require(JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]) }
    map = pack.map
    self.classifier = classifier
    #expect(rows.count >= least)
  }

  func id(of row: [String: Any]) -> String { row["id"] as? String ?? "?" }

  func decision(on key: String, of row: [String: Any]) throws -> Decision {
    var worker = classifier.makeWorker(listing: .all)
    return worker.decide(Post(id: id(of: row), text: try #require(row[key] as? String)), at: CountyPack.now)
  }

  func kind(of department: String) -> Department.Kind? { map.departments.first { $0.key == department }?.kind }
}

extension Decision {
  /// Everybody who gets to see the post, by whatever way out.
  fileprivate var readers: Set<String> {
    var all = [route.lead] + route.assist + route.notify
    if let next = route.ifReturned { all.append(next) }
    for handed in beside { all += [handed.lead] + handed.assist + handed.notify }
    return Set(all)
  }

  fileprivate var isDanger: Bool { points.contains { $0.name == "danger" } }
}

@Suite("What is promised, on the posts of corpus/promises")
struct PromiseCorporaTests {
  @Test("a complaint of conduct never reaches the accused, and a service in it reaches who can mend it")
  func conduct() throws {
    let corpus = try PromiseCorpus("conduct", least: 60)
    for row in corpus.rows {
      let decision = try corpus.decision(on: "text", of: row)
      #expect(decision.route.isSealed && corpus.kind(of: decision.route.lead) == .oversight, "\(corpus.id(of: row))")
      if let accused = row["accused"] as? String {
        #expect(!decision.readers.contains(accused), "\(corpus.id(of: row))")
      }
      if let service = row["service"] as? String {
        #expect(([decision.route.lead] + decision.route.assist).contains(service), "\(corpus.id(of: row))")
      }
    }
  }

  @Test("who is only asked for help is not recused")
  func askedForHelp() throws {
    let corpus = try PromiseCorpus("asked-for-help", least: 50)
    for row in corpus.rows {
      #expect(try corpus.decision(on: "text", of: row).route.recused == nil, "\(corpus.id(of: row))")
    }
  }

  @Test("an insult or a quoted threat changes nothing for the grievance beside it; danger leads, and it assists")
  func mixed() throws {
    let corpus = try PromiseCorpus("mixed", least: 60)
    for row in corpus.rows {
      let plain = try corpus.decision(on: "plain", of: row)
      let both = try corpus.decision(on: "text", of: row)
      if row["kind"] as? String == "danger" {
        #expect(both.level >= .major && corpus.kind(of: both.route.lead) == .help, "\(corpus.id(of: row))")
        #expect(both.route.assist.contains(plain.route.lead), "\(corpus.id(of: row))")
      } else {
        #expect(both.route.lead == plain.route.lead && both.level == plain.level, "\(corpus.id(of: row))")
        #expect(both.deadlines == plain.deadlines, "\(corpus.id(of: row))")
      }
    }
  }

  @Test("danger reaches those who help and is at least major; harm to a child also reaches somebody outside")
  func danger() throws {
    let corpus = try PromiseCorpus("danger", least: 100)
    for row in corpus.rows {
      let decision = try corpus.decision(on: "text", of: row)
      #expect(decision.level >= .major && corpus.kind(of: decision.route.lead) == .help, "\(corpus.id(of: row))")
      if row["about"] as? String == "child" { #expect(decision.readers.contains("minors"), "\(corpus.id(of: row))") }
    }
  }

  @Test("of a hundred neighbours of danger at most one is taken for it")
  func neighbours() throws {
    let corpus = try PromiseCorpus("danger-neighbours", least: 300)
    let taken = try corpus.rows.filter { try corpus.decision(on: "text", of: $0).isDanger }
    #expect(taken.count * 100 <= corpus.rows.count, "\(taken.map(corpus.id(of:)))")
  }

  @Test("the same grievance in dialect, politely or rudely, or by somebody else is handled alike")
  func rewritten() throws {
    let corpus = try PromiseCorpus("rewritten", least: 200)
    for row in corpus.rows {
      let plain = try corpus.decision(on: "plain", of: row)
      let other = try corpus.decision(on: "text", of: row)
      #expect(other.level == plain.level && other.route.lead == plain.route.lead, "\(corpus.id(of: row))")
      #expect(other.deadlines == plain.deadlines, "\(corpus.id(of: row))")
    }
  }
}
