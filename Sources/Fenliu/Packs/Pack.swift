// SPDX-License-Identifier: Apache-2.0
public import FenliuCalendar
public import FenliuDiagnostics
public import FenliuModel
import FenliuRules

/// A pack without errors: rules and map that fit each other, ready to be compiled.
///
/// Whoever holds one need not ask about errors again.
public struct Pack: Sendable {
  /// The rules.
  public let rules: RuleSet
  /// The responsibility map.
  public let map: ResponsibilityMap
  /// The cases of `*.test.yaml`.
  public let tests: [TestCase]
  /// What an author should look at all the same.
  public let warnings: [Diagnostic]

  /// Reads and checks the pack in a folder.
  ///
  /// - Throws: `DiagnosticsError` with every mistake, `LoadFailure` where there is no such folder, `MatcherError` where regexes
  ///   cannot be run at all.
  public init(folder: String) throws {
    let checked = try CheckedPack(folder: folder)
    switch checked.pack {
    case .success(let pack): self = pack
    case .failure(let error): throw error
    }
  }

  init(rules: RuleSet, map: ResponsibilityMap, tests: [TestCase], warnings: [Diagnostic]) {
    self.rules = rules
    self.map = map
    self.tests = tests
    self.warnings = warnings
  }
}

/// A pack as `check` sees it: everything that was found, and the pack itself where none of it is an error.
public struct CheckedPack: Sendable {
  /// Errors, warnings and notes, by place.
  public let diagnostics: [Diagnostic]
  /// The files that were read, to show places in.
  public let sources: SourceFiles
  /// What stands before the paths of `sources` to lead there from where the user is.
  public let pathPrefix: String
  /// The pack, or its errors.
  public let pack: Result<Pack, DiagnosticsError>
  let map: LoadedMap?

  /// Reads and checks the pack in a folder.
  ///
  /// - Throws: `LoadFailure` where there is no such folder, `MatcherError` where regexes cannot be run at all.
  public init(folder: String) throws {
    let loaded = try RuleLoader().load(pack: folder)
    var found = loaded.findings.containsError ? [] : Self.checks(of: loaded)
    if !loaded.findings.containsError, let rules = loaded.rules {
      found += try RestraintCheck(library: Self.library(of: folder)).violations(in: rules)
    }
    diagnostics = loaded.diagnostics(adding: found)
    sources = loaded.sources
    pathPrefix = loaded.pathPrefix
    map = loaded.map
    if let error = DiagnosticsError(diagnostics) {
      pack = .failure(error)
    } else if let rules = loaded.rules, let map = loaded.map?.map {
      pack = .success(Pack(rules: rules, map: map, tests: loaded.tests, warnings: diagnostics))
    } else {
      preconditionFailure("a pack without rules or map has an error that says so")
    }
  }

  /// The zone in which times without one are meant.
  public var zone: Zone { map?.map.calendar.zone ?? .shanghai }

  /// Everything that was found, and what the calendar will soon lack, seen from `now`: a year that was not announced yet is
  /// a warning 60 days ahead and an error 15 days ahead. It stops no run, so the pack is none the worse for it.
  public func diagnostics(at now: Instant) -> [Diagnostic] {
    guard let finding = map?.calendarFinding(at: now) else { return diagnostics }
    return (diagnostics + [finding]).sortedByPlace(in: sources)
  }

  /// The folder that holds the packs.
  private static func library(of folder: String) -> String { folder + "/.." }

  private static func checks(of loaded: Loaded) -> [Diagnostic] { [] }
}
