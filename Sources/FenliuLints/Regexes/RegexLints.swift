// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics
import FenliuModel
import FenliuRegexSyntax

/// Regexes that run away, that say no more than a word, or whose groups nobody reads.
struct RegexLints {
  let pack: LintedPack

  func findings() -> [Diagnostic] {
    var found: [Diagnostic] = []
    var slow: [String: RegexGauge.Explosion?] = [:]
    for (rule, uses) in pack.uses.enumerated() {
      for use in uses {
        for case .regex(let regex) in use.line {
          let explosion = slow[regex.source] ?? Self.explosion(of: regex.source)
          slow[regex.source] = .some(explosion)
          if let explosion { found.append(slowness(explosion, regex)) }
          if case .lines = pack.rules.rules[rule].body, let plain = plainness(regex) { found.append(plain) }
          found += unreadGroups(of: regex)
        }
      }
    }
    return found
  }

  private static func explosion(of source: String) -> RegexGauge.Explosion? {
    guard var gauge = RegexGauge(source) else { return nil }
    return gauge.explosion()
  }

  private func slowness(_ explosion: RegexGauge.Explosion, _ regex: RegexPattern) -> Diagnostic {
    Diagnostic(
      .warning, .slowRegex,
      facts: [
        "half": .number(explosion.length / 2), "steps": .number(explosion.stepsOfHalf),
        "length": .number(explosion.length), "most": .number(RegexGauge.mostSteps),
        "growth": .term(explosion.growth.rawValue),
      ], at: regex.span)
  }

  private func plainness(_ regex: RegexPattern) -> Diagnostic? {
    guard let plain = PlainRegex(regex.source), let span = regex.span else { return nil }
    return Diagnostic(
      .warning, plain.hasChoice ? .regexIsChoice : .regexIsWord, at: span,
      fixIts: whole(span).map { [.init(.mend, span: $0, replacement: plain.word)] } ?? [])
  }

  /// The bytes of `{regex: '…'}`, or of `regex: '…'` where it stands in no braces.
  private func whole(_ span: SourceSpan) -> SourceSpan? {
    let bytes = pack.sources[span.file].bytes
    var low = span.range.lowerBound
    func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") }
    while low > 0, isBlank(bytes[low - 1]) { low -= 1 }
    let key = Array("regex:".utf8)
    guard low >= key.count, Array(bytes[low - key.count..<low]) == key else { return nil }
    low -= key.count
    var high = span.range.upperBound
    var (open, close) = (low, high)
    while open > 0, isBlank(bytes[open - 1]) { open -= 1 }
    while close < bytes.count, isBlank(bytes[close]) { close += 1 }
    if open > 0, bytes[open - 1] == UInt8(ascii: "{") {
      guard close < bytes.count, bytes[close] == UInt8(ascii: "}") else { return nil }
      (low, high) = (open - 1, close + 1)
    }
    return SourceSpan(file: span.file, range: low..<high)
  }

  /// Named groups that are neither a number of the language nor used again in the regex.
  private func unreadGroups(of regex: RegexPattern) -> [Diagnostic] {
    guard let span = regex.span else { return [] }
    let names = regex.syntax.groupNames
    return names.compactMap { group in
      let bytes = Array(regex.source.utf8)
      let rest = String(decoding: bytes[..<group.span.lowerBound] + bytes[group.span.upperBound...], as: UTF8.self)
      guard NumberName(key: group.name) == nil, !rest.contains(group.name) else { return nil }
      // Behind the quote; a doubled quote before the name would move it.
      let start = span.range.lowerBound + 1 + group.span.lowerBound
      let isPlain = pack.sources[span.file].text(of: start..<start + group.span.count) == group.name
      let place = isPlain ? SourceSpan(file: span.file, range: start..<start + group.span.count) : span
      let near = isPlain ? closest(to: group.name, among: NumberName.allCases.map(\.key)) : nil
      return Diagnostic(
        .warning, .unreadGroup, facts: ["name": .text(group.name)], at: place,
        fixIts: near.map { [.init(.didYouMean, span: place, replacement: $0)] } ?? [])
    }
  }
}
