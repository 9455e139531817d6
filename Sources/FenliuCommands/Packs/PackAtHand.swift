// SPDX-License-Identifier: Apache-2.0
import Fenliu
import FenliuDiagnostics
import FenliuRules
import Glibc

/// The pack that a command was told to use, compiled; what is wrong with it has been said on standard error.
struct PackAtHand {
  let pack: Pack
  let classifier: Classifier
  let checked: CheckedPack

  /// Where something was written, as an editor can jump to it: `rules/county/fields/labour.yaml:12`.
  func place(of span: SourceSpan) -> String { checked.pathPrefix + checked.sources.origin(of: span) }

  /// Where a file of the pack lies, seen from where the user is; `file` is relative to the library.
  func path(of file: String) -> String { checked.pathPrefix + file }

  /// Loads the pack of the options.
  ///
  /// Errors in its files are printed, and end the program with 1; a folder that is not there ends it with 2.
  static func load(_ shared: SharedOptions) throws -> PackAtHand {
    try load(folder: try shared.packFolder(), talkStyle: shared.talkStyle)
  }

  /// Loads the pack in a folder, in the same way.
  static func load(folder: String, talkStyle: TerminalStyle) throws -> PackAtHand {
    let checked = try check(folder: folder)
    switch checked.pack {
    case .failure:
      StandardError.write(text(of: checked, usesColour: talkStyle.hasColour))
      throw CommandFailure.answerIsNo
    case .success(let pack): return try PackAtHand(pack: pack, classifier: compile(pack), checked: checked)
    }
  }

  /// Reads and checks a folder; what is not a mistake of its author ends the program with 2.
  static func check(folder: String, lints: CheckedPack.Lints? = nil) throws -> CheckedPack {
    try refuse(folder)
    do {
      let checked = try CheckedPack(folder: folder, lints: lints)
      if checked.diagnostics.contains(where: { $0.code == .noRulesFile }) {
        StandardError.line(CommandSentence.packWithoutRules(folder, packs: packs(in: folder)).text)
      } else if checked.diagnostics.contains(where: { $0.code == .noMapFile }) {
        StandardError.line(CommandSentence.packWithoutMap(folder).text)
      }
      return checked
    } catch let failure as LoadFailure {
      switch failure {
      case .noFolder(let path):
        throw CommandFailure.couldNotWork(.cannotRead(path: path, reason: SystemReason.text(of: ENOENT)))
      }
    }
  }

  /// Ends the program with 2 where what stands for the folder of a pack is a file, is not there, or may not be looked into.
  static func refuse(_ path: String) throws(CommandFailure) {
    var status = stat()
    if unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG { throw .couldNotWork(.packIsFile(path)) }
    if let number = refusal(of: path) {
      throw .couldNotWork(.cannotRead(path: path, reason: SystemReason.text(of: number)))
    }
  }

  /// Why the system does not let a folder be looked into, by its error number; nil where it does.
  static func refusal(of path: String) -> CInt? { unsafe access(path, R_OK | X_OK) == 0 ? nil : errno }

  /// The packs that lie in a folder, the first three by name.
  private static func packs(in folder: String) -> [String] {
    guard let entries = unsafe opendir(folder) else { return [] }
    defer { unsafe closedir(entries) }
    let prefix = folder.hasSuffix("/") ? folder : folder + "/"
    var packs: [String] = []
    while let entry = unsafe readdir(entries) {
      let name = unsafe withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix("."), unsafe access("\(prefix)\(name)/rules.yaml", R_OK) == 0 { packs.append(prefix + name) }
    }
    return Array(packs.sorted().prefix(3))
  }

  private static func compile(_ pack: Pack) throws -> Classifier { try Classifier(pack.rules, pack.map) }

  /// The diagnostics in the language of this process.
  static func text(of checked: CheckedPack, usesColour: Bool) -> String {
    var renderer = renderer(for: checked, usesColour: usesColour)
    return renderer.text(for: checked.diagnostics)
  }

  /// What shows diagnostics of a pack in the language of this process.
  static func renderer(for checked: CheckedPack, usesColour: Bool) -> DiagnosticRenderer {
    DiagnosticRenderer(
      files: checked.sources, language: SpokenLanguage.current == .chinese ? .chinese : .english,
      pathPrefix: checked.pathPrefix, usesColour: usesColour)
  }
}
