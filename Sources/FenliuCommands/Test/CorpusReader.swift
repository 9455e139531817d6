// SPDX-License-Identifier: Apache-2.0
import Fenliu
import FenliuMasking
import FenliuRecords
import FoundationEssentials
import Glibc

/// Reads posts with expected decisions: JSONL whose field `expect` has the form that cases in `*.test.yaml` have.
struct CorpusReader {
  let path: String
  let zone: Zone

  /// A line that cannot be read.
  struct BadLine: Error {
    var line: Int
    var reason: String
  }

  /// What a corpus has.
  struct Content {
    /// The cases with the numbers of their lines.
    var cases: [(number: Int, testCase: TestCase)] = []
    /// How many posts expect nothing, so that there is nothing to compare.
    var withoutExpectation = 0

    var isEmpty: Bool { cases.isEmpty && withoutExpectation == 0 }
  }

  /// Reads the file; throws at the first line that is not a post, because a corpus is ours to mend.
  func content() throws -> Content {
    let bytes = try FileText.bytes(of: path)
    var content = Content()
    let decoder = JSONDecoder()
    for (number, line) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated()
    where !line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) {
      do {
        let testCase = try decoder.decode(CorpusLine.self, from: Data(line)).testCase(zone: zone, line: number + 1)
        if testCase.expectation == Expectation() {
          content.withoutExpectation += 1
        } else {
          content.cases.append((number + 1, testCase))
        }
      } catch let bad as BadLine {
        throw bad
      } catch DecodingError.dataCorrupted(let context) where context.codingPath.isEmpty {
        throw BadLine(line: number + 1, reason: TestSentence.noCorpusLine.text)
      } catch {
        throw BadLine(line: number + 1, reason: "\(error)")
      }
    }
    return content
  }
}

/// One line of a corpus as it is written.
private struct CorpusLine: Decodable {
  struct Expect: Decodable {
    enum CodingKeys: String, CodingKey, CaseIterable {
      case level, lead, assist, notify, route, beside, recused, rules, due, kind
      case notRules = "not-rules"
    }

    var expectation = Expectation()

    init(from decoder: any Decoder) throws {
      // A misspelt key would compare nothing and pass for ever.
      let written = try decoder.container(keyedBy: AnyKey.self).allKeys.map(\.stringValue)
      let known = Set(CodingKeys.allCases.map(\.rawValue))
      if let unknown = written.first(where: { !known.contains($0) }) {
        throw DecodingError.dataCorrupted(
          .init(codingPath: decoder.codingPath, debugDescription: "expect has no key '\(unknown)'"))
      }
      let values = try decoder.container(keyedBy: CodingKeys.self)
      if let name = try values.decodeIfPresent(String.self, forKey: .level) {
        guard let level = Level(name) else {
          throw DecodingError.dataCorruptedError(
            forKey: .level, in: values, debugDescription: "no level is named '\(name)'")
        }
        expectation.level = level
      }
      expectation.lead = try values.decodeIfPresent(String.self, forKey: .lead)
      expectation.kind = try values.decodeIfPresent(String.self, forKey: .kind)
      expectation.assist = try values.decodeIfPresent([String].self, forKey: .assist)
      expectation.notify = try values.decodeIfPresent([String].self, forKey: .notify)
      expectation.route = try values.decodeIfPresent(String.self, forKey: .route)
      expectation.beside = try values.decodeIfPresent([String].self, forKey: .beside)
      if values.contains(.recused) {
        expectation.recused = .some(try values.decodeIfPresent(String.self, forKey: .recused))
      }
      expectation.rules = try values.decodeIfPresent([String].self, forKey: .rules)
      expectation.notRules = try values.decodeIfPresent([String].self, forKey: .notRules)
      expectation.due = try values.decodeIfPresent([String: String].self, forKey: .due)
    }
  }

  struct AnyKey: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  var id: String
  var title: String?
  var text: String?
  var source: String?
  var region: String?
  var time: String?
  var received: String?
  var at: String?
  var views: Int?
  var reposts: Int?
  var replies: Int?
  var likes: Int?
  var expect: Expect?

  func testCase(zone: Zone, line: Int) throws -> TestCase {
    var post = Post(id: id, title: title, text: text)
    post.source = source
    post.region = region
    post.time = try instant(time, zone, line)
    post.received = try instant(received, zone, line)
    post.views = views
    post.reposts = reposts
    post.replies = replies
    post.likes = likes
    return TestCase(
      name: SpokenLanguage.current.masking.masked(id: id), post: post, at: try instant(at, zone, line),
      expectation: expect?.expectation ?? Expectation())
  }

  private func instant(_ text: String?, _ zone: Zone, _ line: Int) throws -> Instant? {
    guard let text else { return nil }
    guard case .success(let instant) = TimeParser(zone: zone).instant(of: text) else {
      throw CorpusReader.BadLine(line: line, reason: "'\(StrangersNames.shown(text))' is not a time")
    }
    return instant
  }
}
