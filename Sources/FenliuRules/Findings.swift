// SPDX-License-Identifier: Apache-2.0
public import FenliuDiagnostics

/// The one place where a load's diagnostics gather, so that all mistakes of all files come out of one run.
///
/// One load owns it, on one thread.
public final class Findings {
  /// What was found, in the order of finding.
  public private(set) var all: [Diagnostic] = []

  /// How many of them are errors.
  public private(set) var errorCount = 0

  /// Which keys readers asked for, as `rule.points`, where a test wants to know; else nil.
  var askedKeys: Set<String>?

  /// Nothing found yet.
  public init() {}

  /// Remembers that a reader asked for a key.
  func noteAsked(_ key: String, of keys: SchemaKeys) { askedKeys?.insert(keys.name + "." + key) }

  /// Takes one in.
  public func add(_ diagnostic: Diagnostic) {
    all.append(diagnostic)
    if diagnostic.severity == .error { errorCount += 1 }
  }

  /// Takes an error in.
  public func error(
    _ code: Diagnostic.Code, _ facts: [String: Diagnostic.Fact] = [:], at span: SourceSpan?,
    related: [Diagnostic.Related] = [], fixIts: [Diagnostic.FixIt] = []
  ) {
    add(Diagnostic(.error, code, facts: facts, at: span, related: related, fixIts: fixIts))
  }

  /// Takes a warning in.
  public func warning(
    _ code: Diagnostic.Code, _ facts: [String: Diagnostic.Fact] = [:], at span: SourceSpan?,
    related: [Diagnostic.Related] = [], fixIts: [Diagnostic.FixIt] = []
  ) {
    add(Diagnostic(.warning, code, facts: facts, at: span, related: related, fixIts: fixIts))
  }

  /// Takes an error in about a name that nothing has, with the nearest of `candidates` as what was meant.
  public func unknown(
    _ code: Diagnostic.Code, _ facts: [String: Diagnostic.Fact], name: String, at span: SourceSpan,
    among candidates: some Sequence<String>
  ) {
    let near = closest(to: name, among: candidates)
    error(code, facts, at: span, fixIts: near.map { [.init(.didYouMean, span: span, replacement: $0)] } ?? [])
  }

  /// Takes an error in about a value that is none of the few that `key` takes, with all of them.
  public func unknownValue(_ scalar: YAMLScalar, of key: String, among values: [String]) {
    unknown(
      .unknownValue, ["value": .text(scalar.text), "key": .text(key), "values": .list(values)], name: scalar.text,
      at: scalar.span, among: values)
  }
}
