// SPDX-License-Identifier: Apache-2.0
public import FenliuDiagnostics
public import FenliuModel

/// Reads a pack: its rules, map, word lists and test cases, and all that is wrong in them.
///
/// ```swift
/// let loaded = try RuleLoader().load(pack: "rules/county")
/// guard !loaded.diagnostics.containsError, let rules = loaded.rules, let map = loaded.map else { … }
/// ```
///
/// Costs one reading of each file, some milliseconds a megabyte. Without state: one loader may serve many threads.
public struct RuleLoader: Sendable {
  /// A loader.
  public init() {}

  /// The pack in the folder `path`.
  ///
  /// Mistakes of authors are in the result's diagnostics; only a folder that is not there is an error of its own.
  public func load(pack path: String) throws(LoadFailure) -> Loaded {
    let findings = Findings()
    guard let pack = PackReader(pack: path, findings: findings) else { throw .noFolder(path) }
    let read = RuleSetReader(pack).read()
    var rules = read?.rules
    let areRulesGood = rules != nil && findings.errorCount == 0
    let map = loadMap(pack, rules, areRulesGood)
    let reader = CaseReader(findings: findings, rules: areRulesGood ? rules : nil, map: map?.map)
    var tests: [TestCase] = []
    for file in pack.packFiles(fitting: "*.test.yaml") {
      if let node = pack.tree(file, namedAt: nil) { tests += reader.cases(node) }
    }
    let digest = pack.digest()
    rules?.files = pack.sources.all.map(\.path)
    rules?.digest = digest
    return Loaded(
      rules: rules, places: read?.places ?? RulePlaces(), map: map, tests: tests, sources: pack.sources, digest: digest,
      files: pack.files(), findings: findings.all, pathPrefix: Self.prefix(of: path))
  }

  private func loadMap(_ pack: PackReader, _ rules: RuleSet?, _ areRulesGood: Bool) -> LoadedMap? {
    let path = pack.pack + "/map.yaml"
    guard pack.exists(path) else {
      pack.findings.error(.noMapFile, at: nil)
      return nil
    }
    guard let node = pack.tree(path, namedAt: nil) else { return nil }
    let loader = MapLoader(
      rules: rules ?? RuleSet(title: ""), areRulesComplete: areRulesGood, findings: pack.findings,
      read: { reference in
        guard let path = pack.path(of: reference), let id = pack.read(path, namedAt: reference.span) else { return nil }
        return (id, pack.sources[id].bytes)
      })
    return loader.load(node)
  }

  /// What leads from where the user is to the library: `rules/` for the pack `rules/county`.
  static func prefix(of path: String) -> String {
    var path = path[...]
    while path.count > 1, path.hasSuffix("/") { path = path.dropLast() }
    let last = path.split(separator: "/").last ?? ""
    if last == "." || last == ".." || path == "/" { return path == "." ? "../" : path + "/../" }
    return String(path.dropLast(last.count))
  }
}

/// Why nothing could be loaded at all.
public enum LoadFailure: Error, Hashable, Sendable {
  /// No folder lies at the path.
  case noFolder(String)
}

/// A pack as it was read, with all that was found in it.
public struct Loaded: Sendable {
  /// The rules; nil where rules.yaml could not be read. To be used only where no diagnostic is an error.
  public let rules: RuleSet?
  /// Where the parts of the rules were written.
  public let places: RulePlaces
  /// The map, with the places of its parts; nil where it has an error.
  public let map: LoadedMap?
  /// The cases of `*.test.yaml`.
  public let tests: [TestCase]
  /// Every file that was read, to show places in.
  public let sources: SourceFiles
  /// The SHA-256 of the pack in hexadecimal: of the lines `PATH NUL SHA-256 LF` of all files read, sorted by path.
  public let digest: String
  /// The files that the digest is of, as they lay on the disk.
  public let files: [PackFile]
  /// What was found, also what comments silence.
  public let findings: [Diagnostic]
  /// What stands before the paths of `sources` to lead there from where the user is.
  public let pathPrefix: String

  /// What was found, by place, without the warnings that comments silence.
  public var diagnostics: [Diagnostic] {
    Silencing(files: sources).apply(to: findings, reportsUnused: false).sortedByPlace(in: sources)
  }

  /// What was found together with what later checks found. Comments that silence nothing are warnings.
  ///
  /// - Parameter notLookedFor: The codes that no check looked for, of whose comments nothing can be said; nil: any.
  public func diagnostics(
    adding lints: [Diagnostic], notLookedFor: Set<Diagnostic.Code>? = []
  ) -> [Diagnostic] {
    Silencing(files: sources).apply(
      to: findings + lints, reportsUnused: notLookedFor != nil, butNot: notLookedFor ?? []
    ).sortedByPlace(in: sources)
  }
}
