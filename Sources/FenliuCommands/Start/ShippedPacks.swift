// SPDX-License-Identifier: Apache-2.0
import FenliuModel
import FenliuRules
import FoundationEssentials

/// The packs that come with the program: a folder with a folder for each, and what they share beside them.
struct ShippedPacks {
  /// The folder.
  let library: String

  /// The packs of the folder that was named, else of the one that the environment names, else of the one beside the program.
  init(named: String?) throws(CommandFailure) {
    if let library = named ?? Environment.value(of: "FENLIU_RULES") {
      guard RealPath.of(library) != nil else {
        throw .couldNotWork(.cannotRead(path: library, reason: SystemReason.text(of: 2)))
      }
      self.library = library
    } else if let library = Self.besideProgram(RealPath.of("/proc/self/exe") ?? "") {
      self.library = library
    } else {
      StandardError.line("fenliu: " + StartSentence.noLibrary.text)
      throw .cannotGoOn
    }
  }

  /// Where the packs lie that came with the program at that path, the first of:
  ///
  /// - `rules` beside it, as in the archive;
  /// - `../share/fenliu/rules`, where it was installed under a prefix;
  /// - `rules` of the checkout in whose `.build…` folder it was built.
  static func besideProgram(_ program: String) -> String? {
    let parts = program.split(separator: "/").dropLast().map(String.init)
    func path(_ parts: some Sequence<String>) -> String { "/" + parts.joined(separator: "/") }
    var places = [path(parts + ["rules"]), path(parts.dropLast() + ["share", "fenliu", "rules"])]
    if let build = parts.firstIndex(where: { $0.hasPrefix(".build") }) {
      places.append(path(parts[..<build] + ["rules"]))
    }
    return places.first { !names(in: $0).isEmpty }
  }

  /// The names of the packs, sorted.
  var names: [String] { Self.names(in: library) }

  /// What a pack calls itself; its name where it does not.
  func title(of name: String) -> String {
    let title = (try? RuleLoader().load(pack: library + "/" + name))?.rules?.title ?? ""
    return title.isEmpty ? name : title
  }

  /// Posts with the decisions that a pack should give them, where they come with it.
  func corpus(of name: String) -> String? {
    let path = library + "/../corpus/" + name + ".jsonl"
    return FileManager.default.isReadableFile(atPath: path) ? path : nil
  }

  private static func names(in folder: String) -> [String] {
    let all = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return all.filter { !$0.hasPrefix(".") && FileManager.default.isReadableFile(atPath: "\(folder)/\($0)/rules.yaml") }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
