// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics
import FenliuRules
import FenliuTestSupport
import FoundationEssentials
import Testing

@testable import FenliuFormatting

/// What must hold of every file: formatting it twice is formatting it once, it says the same, and it keeps its comments.
///
/// `FENLIU_FUZZ_CASES` is the number of random files of each of the sixteen seeds, for a campaign; the usual number takes some seconds.
struct FormattingPropertyTests {
  static let cases = ProcessInfo.processInfo.environment["FENLIU_FUZZ_CASES"].flatMap { Int($0) } ?? 130

  @Test("a random file is formatted once and for all, says the same, and keeps its comments", arguments: Seeds.standard)
  func samples(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var read = 0
    for _ in 0..<Self.cases {
      let seed = random.next()
      let sample = YAMLSample(seed: seed)
      guard let before = Reading(sample.text) else { continue }
      read += 1
      guard let once = check(sample.text, before, "sample \(seed)") else { return }
      // Comments are counted by reading the text alone, not by what the formatter takes for comments.
      let kept = sample.comments.filter { once.contains($0) }
      #expect(kept.count == sample.comments.count, "a comment is lost: sample \(seed)\n\(sample.text)\n→\n\(once)")
      guard kept.count == sample.comments.count else { return }
    }
    #expect(read * 3 > Self.cases, "samples should be YAML")
  }

  @Test("a shipped file with random slips is formatted once and for all, and says the same", arguments: Seeds.standard)
  func mutants(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let files = try Self.shippedFiles().filter { $0.utf8.count < 12_000 }
    for _ in 0..<max(1, Self.cases / 40) {
      let original = files[Int(random.next() % UInt64(files.count))]
      var text = original
      for _ in 0..<(1 + random.next() % 4) { text = Self.mutated(text, using: &random) }
      guard let before = Reading(text) else { continue }
      guard check(text, before, "mutant of seed \(seed)") != nil else { return }
    }
  }

  /// The formatted text; nil where a property does not hold, which is recorded.
  private func check(_ text: String, _ before: Reading, _ name: String) -> String? {
    let once: String
    do {
      once = try formatted(text)
    } catch FormattingFailure.mistakes {
      // A regex that a comma cut: the loader's mistake to tell, and nothing to format.
      return text
    } catch {
      Issue.record("refused: \(name)\n\(text)\n→\n\(before.unproven)")
      return nil
    }
    let twice = (try? formatted(once)) ?? "refused"
    guard twice == once else {
      Issue.record("not idempotent: \(name)\n\(text)\n→\n\(once)\n→\n\(twice)")
      return nil
    }
    let after = Reading(once)
    guard after?.tree == before.tree else {
      Issue.record("another tree: \(name)\n\(text)\n→\n\(once)\n\(before.tree)\n\(after?.tree ?? "")")
      return nil
    }
    guard once.utf8.count(where: { $0 == UInt8(ascii: "#") }) >= text.utf8.count(where: { $0 == UInt8(ascii: "#") })
    else {
      Issue.record("fewer #: \(name)\n\(text)\n→\n\(once)")
      return nil
    }
    return once
  }

  static func shippedFiles() throws -> [String] {
    let folder = SharedData.repository + "/rules"
    return try FileManager.default.subpathsOfDirectory(atPath: folder).filter { $0.hasSuffix(".yaml") }.sorted()
      .compactMap {
        FileManager.default.contents(atPath: folder + "/" + $0).map { String(decoding: $0, as: UTF8.self) }
      }
  }

  private static func mutated(_ text: String, using random: inout SplitMix64) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let place = Int(random.next() % UInt64(lines.count))
    let line = Array(lines[place])
    let column = line.isEmpty ? 0 : Int(random.next() % UInt64(line.count))
    switch random.next() % 8 {
    case 0: lines.remove(at: place)
    case 1: lines.insert(lines[place], at: place)
    case 2: lines.insert(String(repeating: " ", count: Int(random.next() % 8)) + "# note", at: place)
    case 3: lines[place] += ["  # beside", " ", "\r", " #x"][Int(random.next() % 4)]
    case 4: lines[place] = " " + lines[place]
    case 5: lines[place] = String(line[..<column]) + String(line.dropFirst(column + 1))
    case 6:
      let signs: [Character] = ["'", "\"", "#", ",", ":", " ", "[", "]", "{", "}", "-", "\n", "，", "|", "?", "&"]
      lines[place] = String(line[..<column]) + String(signs[Int(random.next() % 16)]) + String(line[column...])
    default:
      // A bracket's content over several lines.
      lines[place] = String(lines[place].flatMap { $0 == "," ? Array(",\n          ") : [$0] })
    }
    return lines.joined(separator: "\n")
  }
}

/// A file's tree in words, without places, styles and the order of a rule's keys.
private struct Reading {
  let tree: String
  private let root: YAMLNode
  private let text: String

  init?(_ text: String) {
    var sources = SourceFiles()
    let file = sources.append(SourceFile(path: "x.yaml", text: text))
    let findings = Findings()
    guard let root = YAMLTree.read(file, in: sources, into: findings), findings.errorCount == 0 else { return nil }
    tree = Self.words(root, path: "")
    self.root = root
    self.text = text
  }

  /// What the formatter makes of it, before it proves that.
  var unproven: String {
    String(decoding: YAMLFormatter.written(root, SourceLines(Array(text.utf8))).bytes, as: UTF8.self)
  }

  private static func words(_ node: YAMLNode, path: String) -> String {
    switch node.content {
    case .scalar(let scalar): return scalar.text.debugDescription
    case .sequence(let items): return "[" + items.map { words($0, path: path + "/-") }.joined(separator: ", ") + "]"
    case .mapping(let entries):
      var parts = entries.map { $0.key.debugDescription + ": " + words($0.value, path: path + "/" + $0.key) }
      if path == "/rules/-" { parts.sort() }
      return "{" + parts.joined(separator: ", ") + "}"
    }
  }
}
