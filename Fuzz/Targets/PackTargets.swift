// SPDX-License-Identifier: Apache-2.0
import FenliuCalendar
import FenliuDiagnostics
import FenliuFormatting
import FenliuMatching
import FenliuModel
import FenliuRules

/// A pack of which one file is the input.
///
/// Whatever it holds: loading ends, and twice in the same; every place that is told lies in its file, on characters; sentences are
/// made of all that is told, in both languages; what loads is formatted once and for all, and still loads as the same; what the
/// mends make of it can be loaded; rules that loaded can be compiled.
class PackTarget: FuzzTarget {
  private let folder = ScratchFolder()
  private let loader = RuleLoader()

  /// The name of the input's file within the pack.
  var file: String { fatalError("each target has a file") }

  required init() {
    for (name, text) in Self.others { folder.write("library/mine/" + name, Array(text.utf8)) }
    let usual = load(Array((Self.others[file] ?? "").utf8))
    expect(usual.isGood || file == "bus.test.yaml", "the pack around the input has errors: \(usual.loaded.findings)")
  }

  func run(_ bytes: [UInt8]) {
    let (loaded, isGood) = load(bytes)
    checkPlaces(loaded)
    checkSentences(loaded)
    let (again, _) = bytes.count.isMultiple(of: 4) ? load(bytes) : (loaded, isGood)
    expect(
      again.rules == loaded.rules && again.map?.map == loaded.map?.map && again.tests == loaded.tests
        && again.findings == loaded.findings && again.digest == loaded.digest, "the second loading differs")
    if isGood, let rules = loaded.rules {
      do {
        _ = try Matcher(rules)
      } catch {
        fatalError("rules that loaded do not compile: \(error)")
      }
      checkFormatting(bytes, loaded)
    } else {
      for (id, mended) in FixApplier.apply(loaded.diagnostics, to: loaded.sources)
      where loaded.sources[id].path == "mine/" + file {
        _ = load(mended)
      }
    }
  }

  private func load(_ bytes: [UInt8]) -> (loaded: Loaded, isGood: Bool) {
    folder.write("library/mine/" + file, bytes)
    guard let loaded = try? loader.load(pack: folder.path + "/library/mine") else { fatalError("the folder is there") }
    return (loaded, !loaded.findings.contains { $0.severity == .error })
  }

  private func checkPlaces(_ loaded: Loaded) {
    for diagnostic in loaded.findings {
      let spans = [diagnostic.span].compactMap { $0 } + diagnostic.related.map(\.span) + diagnostic.fixIts.map(\.span)
      for span in spans {
        expect(span.file.index < loaded.sources.all.count, "\(diagnostic.code.rawValue) stands in no file")
        let bytes = loaded.sources[span.file].bytes
        expect(span.range.upperBound <= bytes.count, "\(diagnostic.code.rawValue) at \(span.range) of \(bytes.count)")
        for end in [span.range.lowerBound, span.range.upperBound] where end < bytes.count {
          expect(bytes[end] & 0xC0 != 0x80, "\(diagnostic.code.rawValue) at \(span.range) cuts a character")
        }
      }
    }
  }

  private func checkSentences(_ loaded: Loaded) {
    for language in MessageLanguage.allCases {
      var renderer = DiagnosticRenderer(files: loaded.sources, language: language)
      let text = renderer.text(for: loaded.diagnostics)
      for scalar in text.unicodeScalars where scalar.value < 0x20 && scalar != "\n" && scalar != "\t" {
        fatalError("a control character reaches the terminal: \(text.debugDescription)")
      }
    }
  }

  private func checkFormatting(_ bytes: [UInt8], _ loaded: Loaded) {
    guard let once = formatted(bytes) else { return }
    guard let twice = formatted(once) else { fatalError("what was formatted is not formatted again") }
    expect(once == twice, "formatted twice:\n\(text(once))\nthen\n\(text(twice))")
    let (again, isGood) = load(once)
    expect(isGood, "what was formatted does not load:\n\(text(once))")
    expect(
      again.rules?.rules.map(\.key) == loaded.rules?.rules.map(\.key), "rules differ once formatted:\n\(text(once))")
    expect(again.rules?.lists.map(\.name) == loaded.rules?.lists.map(\.name), "lists differ:\n\(text(once))")
    expect(again.map?.map.departments == loaded.map?.map.departments, "departments differ:\n\(text(once))")
    expect(again.tests.count == loaded.tests.count, "cases differ:\n\(text(once))")
  }

  private func formatted(_ bytes: [UInt8]) -> [UInt8]? {
    do throws(FormattingFailure) {
      return try FileFormatter(bytes, path: file).formatted()?.bytes
    } catch {
      switch error {
      // A regex that a comma cut loads, and is nothing to format.
      case .mistakes: return nil
      case .differs: fatalError("formatting would change what is said")
      }
    }
  }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  /// The pack around the input.
  private static let others = [
    "rules.yaml": """
    fenliu: 1
    title: Bus feedback
    lang: zh
    include: [words/late.txt, words/more.tsv]
    topics: {bus.late: 晚点, bus.noise: 吵闹}
    rules:
      - {id: late, category: early-sign, topic: bus.late, any: [晚点, $late], examples: {hit: [车又晚点], miss: [车准点]}}
      - {id: fire, category: danger, any: [起火], examples: {hit: [车上起火], miss: [火车]}}
    levels: {major: points(danger) > 0, general: total >= 1}
    """,
    "map.yaml": """
    fenliu: 1
    departments:
      duty: {title: 总值班室, kind: help, around-the-clock: true}
      bus: {title: 公交公司}
    routes:
      - {name: danger, when: category danger, lead: duty}
      - {name: bus, when: topic bus.*, lead: bus}
    default: duty
    deadlines: {none: {read: 24h}, general: {read: 24h}, larger: {read: 24h}, major: {read: 24h}, critical: {read: 24h}}
    """,
    "words/late.txt": "等不来\n迟到*\n(晚|误)…3…点  3\n",
    "words/more.tsv": "word\tpoints\n不来\t2\n",
  ]
}

final class RulesTarget: PackTarget {
  override var file: String { "rules.yaml" }
}

final class MapTarget: PackTarget {
  override var file: String { "map.yaml" }
}

final class WordsTarget: PackTarget {
  override var file: String { "words/late.txt" }
}

final class CasesTarget: PackTarget {
  override var file: String { "bus.test.yaml" }
}
