// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import FenliuDiagnostics
import FenliuFormatting

/// `fenliu fmt`: one layout for the files of a pack.
struct FormatCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fmt", abstract: FormatSentence.about.text,
    discussion: """
      fenliu fmt --pack rules/county
      fenliu fmt --check --pack rules/county
      fenliu fmt rules/county/map.yaml rules/county/words/solicit.txt
      cat map.yaml | fenliu fmt -
      """)

  @Argument(help: FormatSentence.helpFiles.help) var files: [String] = []
  @Option(name: .long, help: CommandSentence.helpPack.help) var pack: String?
  @Flag(name: .long, help: FormatSentence.helpCheck.help) var check = false
  @Flag(name: .long, help: FormatSentence.helpDiff.help) var diff = false
  @Flag(name: .long, help: FormatSentence.helpAll.help) var all = false
  @Option(name: .long, help: FormatSentence.helpName.help) var name: String?
  @Option(name: .long, help: CommandSentence.helpLang.help) var lang: LanguageName?
  @Flag(name: .customLong("no-color"), help: CommandSentence.helpNoColour.help) var withoutColour = false

  func validate() throws {
    if pack != nil, !files.isEmpty { throw ValidationError(FormatSentence.packOrFiles.text) }
    if files.contains("-"), files.count > 1 { throw ValidationError(FormatSentence.standardInputAlone.text) }
    if all, !files.isEmpty { throw ValidationError(FormatSentence.allNeedsPack.text) }
    if name != nil, files != ["-"] { throw ValidationError(FormatSentence.nameNeedsInput.text) }
    for file in files where file != "-" && !FileFormatter.knows(file) {
      throw ValidationError(FormatSentence.unknownKind(file).text)
    }
    if let name, !FileFormatter.knows(name) { throw ValidationError(FormatSentence.unknownKind(name).text) }
  }

  func run() throws {
    if files == ["-"] { return try formatInput() }
    let paths = try files.isEmpty ? PackFiles.paths(of: try packFolder(), withIncluded: all) : files
    var run = FormatRun(writes: !check && !diff, colour: talkStyle.hasColour, tellsOthers: !files.isEmpty)
    for path in paths {
      guard let change = try run.format(path) else { continue }
      if check, !diff { try StandardOutput.line(path) }
      if diff { try StandardOutput.write(LineDiff.unified(from: change.old, to: change.new, path: path)) }
    }
    StandardError.line(
      FormatSentence.done(
        files: run.files, changed: run.changed, failed: run.mistaken + run.refused, writes: run.writes
      ).text)
    if run.refused > 0 { throw CommandFailure.couldNotWork(.formatterDiffers) }
    if run.mistaken > 0 || (check && run.changed > 0) { throw CommandFailure.answerIsNo }
  }

  /// From standard input to standard output, whole or not at all.
  private func formatInput() throws {
    let raw = try FileBytes.standardInput()
    let path = name ?? "-"
    let formatter = FileFormatter(raw, path: path)
    do {
      let bytes = try formatter.formatted()?.bytes ?? raw
      if check || diff {
        if diff { try StandardOutput.write(LineDiff.unified(from: raw, to: bytes, path: name ?? "-")) }
        if check, bytes != raw {
          if !diff { try StandardOutput.line(name ?? "-") }
          throw CommandFailure.answerIsNo
        }
      } else {
        try StandardOutput.write(bytes: bytes)
      }
    } catch let failure as FormattingFailure {
      switch failure {
      case .differs: throw CommandFailure.couldNotWork(.formatterDiffers)
      case .mistakes(let diagnostics):
        FormatRun.report(diagnostics, formatter.sources, colour: talkStyle.hasColour)
        throw CommandFailure.answerIsNo
      }
    }
  }

  private func packFolder() throws -> String {
    var shared = SharedOptions()
    shared.pack = pack
    return try shared.packFolder()
  }

  private var talkStyle: TerminalStyle {
    .decided(onTerminal: StandardError.isTerminal, withoutColour: withoutColour)
  }
}
