// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Fenliu
import FenliuDiagnostics
import FenliuRules
import FoundationEssentials
import Glibc

/// `fenliu check`: every mistake of rules and map, each with its place.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: PackSentence.aboutCheck.text,
    discussion: """
      fenliu check --pack rules/county
      fenliu check --pack rules/county --fix --lang zh
      fenliu check --pack rules/county --format sarif > check.sarif
      fenliu check --pack rules/county --corpus posts.csv --too-broad 10%
      fenliu check --pack rules/county --corpus posts.csv --slowest 5
      """)

  /// How diagnostics are printed.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, sarif
  }

  /// Rounds of mending: a mend may lie in the way of another, or show a third.
  private static let mostRounds = 8

  @OptionGroup var shared: SharedOptions
  @Flag(name: .long, help: PackSentence.helpFix.help) var fix = false
  @Option(name: .long, help: CheckSentence.helpFormat.help) var format = Format.text
  @Option(name: .long, parsing: .upToNextOption, help: CheckSentence.helpCorpus.help) var corpus: [String] = []
  @Option(name: .customLong("too-broad"), help: CheckSentence.helpTooBroad.help) var tooBroad = Share.usual
  @Option(name: .long, help: CheckSentence.helpSlowest.help) var slowest = 0
  @OptionGroup var reading: ReadingOptions

  func validate() throws {
    guard slowest == 0 || slowest > 0 && !corpus.isEmpty else {
      throw ValidationError(CheckSentence.slowestNeedsCorpus.text)
    }
  }

  func run() throws {
    let folder = try shared.packFolder()
    let files = corpus
    let reading = reading
    let shared = shared
    let lints = CheckedPack.Lints(
      now: { try shared.time(in: $0) }, share: tooBroad.value, slowest: slowest,
      corpus: files.isEmpty
        ? nil
        : { [slowest] rules, zone in
          try CorpusFiles(names: files, options: try reading.recordOptions(zone: zone))
            .count(by: rules, isSampled: slowest > 0)
        })
    var checked = try PackAtHand.check(folder: folder, lints: lints)
    var rounds = 0
    var leftAlone: Set<String> = []
    while fix, rounds < Self.mostRounds, try mend(checked, &leftAlone) {
      rounds += 1
      checked = try PackAtHand.check(folder: folder, lints: lints)
    }
    let diagnostics = checked.diagnostics(at: try shared.time(in: checked.zone))
    switch format {
    case .text:
      var renderer = PackAtHand.renderer(for: checked, usesColour: shared.outputStyle.hasColour)
      try StandardOutput.write(renderer.text(for: diagnostics))
    case .json:
      var renderer = PackAtHand.renderer(for: checked, usesColour: false)
      for diagnostic in diagnostics { try StandardOutput.line(renderer.json(for: diagnostic)) }
    case .sarif:
      var renderer = PackAtHand.renderer(for: checked, usesColour: false)
      try StandardOutput.write(renderer.sarif(for: diagnostics, version: ProgramVersion.current))
    }
    let errors = diagnostics.count { $0.severity == .error }
    let warnings = diagnostics.count { $0.severity == .warning }
    if case .success(let pack) = checked.pack {
      // Compiling shows what loading cannot: that this machine can run the regexes.
      _ = try Classifier(pack.rules, pack.map)
      let words = pack.rules.lists.reduce(0) { $0 + $1.words.count }
      StandardError.line(
        PackSentence.checked(
          rules: pack.rules.rules.count, words: words, routes: pack.map.routes.count, errors: errors,
          warnings: warnings
        ).text)
    } else {
      StandardError.line(
        PackSentence.refused(errors: errors, warnings: warnings).text)
    }
    if errors > 0 { throw CommandFailure.answerIsNo }
  }

  /// Writes the mends that are certain; whether there were any. A file that they would break is left as it is.
  private func mend(_ checked: CheckedPack, _ leftAlone: inout Set<String>) throws -> Bool {
    let mended = FixApplier.apply(checked.diagnostics, to: checked.sources)
    var hasWritten = false
    for (file, bytes) in mended.sorted(by: { $0.key.index < $1.key.index }) {
      let source = checked.sources[file]
      let path = checked.pathPrefix + source.path
      guard !MendedFile.isBroken(bytes, insteadOf: source.bytes, path: source.path) else {
        if leftAlone.insert(path).inserted { StandardError.line(CheckSentence.leftAlone(file: path).text) }
        continue
      }
      let count = checked.diagnostics.count { $0.span?.file == file && $0.fixIts.contains { $0.kind == .mend } }
      do {
        try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
      } catch {
        throw CommandFailure.couldNotWork(.cannotWrite(path: path, reason: SystemReason.text(of: errno)))
      }
      StandardError.line(PackSentence.mended(count: count, file: path).text)
      hasWritten = true
    }
    return hasWritten
  }
}
