// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics
import FenliuFormatting
import FenliuRules
import FoundationEssentials
import Glibc

/// Which files of a pack are formatted.
enum PackFiles {
  /// The paths of the pack's own files, as the user would type them: rules.yaml, map.yaml, its test cases, and what they include
  /// within the pack's folder; with what they include elsewhere in the library where asked for. Sorted.
  ///
  /// Where rules.yaml cannot be read, nobody knows what it includes, and all YAML files of the folder are meant.
  static func paths(of folder: String, withIncluded: Bool) throws -> [String] {
    try PackAtHand.refuse(folder)
    let loaded: Loaded
    do {
      loaded = try RuleLoader().load(pack: folder)
    } catch {
      switch error {
      case .noFolder(let path):
        throw CommandFailure.couldNotWork(.cannotRead(path: path, reason: SystemReason.text(of: ENOENT)))
      }
    }
    let name = (RealPath.of(folder) ?? folder).split(separator: "/").last.map(String.init).map { $0 + "/" } ?? ""
    let prefix = folder.hasSuffix("/") ? folder : folder + "/"
    func path(of file: String) -> String {
      file.hasPrefix(name) ? (folder == "." ? "" : prefix) + file.dropFirst(name.count) : loaded.pathPrefix + file
    }
    var files = Set(loaded.sources.all.map(\.path).filter { withIncluded || $0.hasPrefix(name) }.map(path(of:)))
    if loaded.rules == nil {
      for file in (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
      where file.hasSuffix(".yaml") || file.hasSuffix(".yml") {
        files.insert((folder == "." ? "" : prefix) + file)
      }
    }
    return files.filter(FileFormatter.knows).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
