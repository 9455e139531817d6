// SPDX-License-Identifier: Apache-2.0
public import FenliuCalendar
public import FenliuDiagnostics
public import FenliuLints
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
  /// The SHA-256 of the files that were read, whether they have errors or not; it does not depend on where the library lies.
  public let digest: String
  /// The files that were read, and those of the library by which a pack is checked: who writes them somewhere else has the same
  /// pack there.
  public let files: [PackFile]
  let map: LoadedMap?

  /// What an author wants to hear besides what is wrong.
  public struct Lints {
    /// The time that seasons are seen from, read in the zone of the pack's calendar.
    public var now: (Zone) throws -> Instant
    /// Counts the posts of a corpus and keeps some of them; nil: nobody has one. Asked only where the pack has no error.
    public var corpus: ((RuleSet, Zone) throws -> (count: CorpusCount, sample: PostSample))?
    /// The share of these posts that a rule may hit before it is called too broad.
    public var share: Double

    /// How many of the slowest rules are told, timed on posts of the corpus; 0: none is timed.
    public var slowest: Int

    /// A fifth.
    public static let usualShare = 0.2

    /// Lints seen from `now`, and those of a corpus where one is counted.
    public init(
      now: @escaping (Zone) throws -> Instant, share: Double = Lints.usualShare, slowest: Int = 0,
      corpus: ((RuleSet, Zone) throws -> (count: CorpusCount, sample: PostSample))? = nil
    ) {
      self.now = now
      self.share = share
      self.slowest = slowest
      self.corpus = corpus
    }

    fileprivate var codesNotLookedFor: Set<Diagnostic.Code> {
      guard corpus != nil else { return Diagnostic.Code.ofCorpus.union(Diagnostic.Code.ofCosts) }
      return slowest > 0 ? [] : Diagnostic.Code.ofCosts
    }
  }

  /// Reads and checks the pack in a folder.
  ///
  /// - Parameter lints: What to look for besides errors, which takes its time; nil: nothing, as for a run that only wants to
  ///   know whether the pack can be used.
  /// - Throws: `LoadFailure` where there is no such folder, `MatcherError` where regexes cannot be run at all.
  public init(folder: String, lints: Lints? = nil) throws {
    let loaded = try RuleLoader().load(pack: folder)
    var found = try lints.map { try Self.findings(in: loaded, $0) } ?? []
    let restraint = RestraintCheck(library: Self.library(of: folder))
    if !loaded.findings.containsError, let rules = loaded.rules { found += try restraint.violations(in: rules) }
    // Of comments that silence lints nothing can be said where the lints did not run.
    let areLinted = lints != nil && !loaded.findings.containsError
    diagnostics = loaded.diagnostics(
      adding: found, notLookedFor: !areLinted ? nil : lints?.codesNotLookedFor ?? [])
    sources = loaded.sources
    pathPrefix = loaded.pathPrefix
    map = loaded.map
    digest = loaded.digest
    files = loaded.files + restraint.files
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

  private static func findings(in loaded: Loaded, _ lints: Lints) throws -> [Diagnostic] {
    guard let linter = PackLinter(loaded), let rules = loaded.rules, let map = loaded.map?.map else { return [] }
    let zone = map.calendar.zone
    var found = linter.findings(at: try lints.now(zone))
    if let corpus = lints.corpus {
      let (count, sample) = try corpus(rules, zone)
      found += linter.findings(of: count, tooBroad: lints.share)
      if lints.slowest > 0 {
        found += linter.findings(of: try CostMeter(rules, on: sample).costs(dearest: lints.slowest))
      }
    }
    return found
  }
}
