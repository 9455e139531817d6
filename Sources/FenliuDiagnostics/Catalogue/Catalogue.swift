// SPDX-License-Identifier: Apache-2.0

/// The sentences of one language: the only place where codes and facts become words.
///
/// A template is a sentence with the names of facts in braces: `no {kind} is named '{name}'`. `{a kind}` puts the
/// indefinite article before it, in languages that have one. Facts that are terms are looked up in the language's
/// terms; a term without an entry is shown as it is. `{q found}` puts quotes around what is not a term, as `{a found}`
/// does.
public struct Catalogue: Sendable {
  /// Code → sentence.
  let sentences: [String: String]
  /// Code → a sentence that says how to mend the matter where no fix-it does.
  let helps: [String: String]
  /// Code of a related place → what it is.
  let notes: [String: String]
  /// Term → the language's word for it.
  let terms: [String: String]
  /// Words of the frame: severities, "did you mean", …
  let frame: [String: String]
  /// What stands between the texts of a list.
  let comma: String
  /// Whether words take an indefinite article.
  let hasArticle: Bool
  /// What stands around an author's words.
  let quotes: (open: String, close: String)

  /// The catalogue of `language`.
  public static func of(_ language: MessageLanguage) -> Catalogue {
    switch language {
    case .english: english
    case .chinese: chinese
    }
  }

  /// Every code that has a sentence, sorted.
  public var codes: [String] { sentences.keys.sorted() }

  /// The sentence of a diagnostic: lower case, no full stop.
  public func sentence(for diagnostic: Diagnostic) -> String {
    guard let template = sentences[diagnostic.code.rawValue] else { return diagnostic.code.rawValue }
    return fill(template, with: diagnostic.facts)
  }

  /// What can be done about a diagnostic, where its code has a word on that beside its fix-its.
  public func help(for diagnostic: Diagnostic) -> String? {
    helps[diagnostic.code.rawValue].map { fill($0, with: diagnostic.facts) }
  }

  /// What a related place is.
  public func note(for related: Diagnostic.Related) -> String { notes[related.code.rawValue] ?? related.code.rawValue }

  /// The language's word for a term of our own.
  public func term(_ name: String) -> String { terms[name] ?? name }

  /// A sentence of the frame around diagnostics with its facts.
  func framed(_ key: String, _ facts: [String: Diagnostic.Fact] = [:]) -> String {
    fill(frame[key] ?? key, with: facts)
  }

  /// The names of the facts that a template uses.
  static func names(in template: String) -> [String] {
    var names: [String] = []
    var rest = template[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let inside = rest[rest.index(after: open)..<close]
      names.append(String(inside.split(separator: " ").last ?? ""))
      rest = rest[rest.index(after: close)...]
    }
    return names
  }

  private func fill(_ template: String, with facts: [String: Diagnostic.Fact]) -> String {
    var result = ""
    var rest = template[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      result += rest[..<open]
      result += filled(rest[rest.index(after: open)..<close], facts)
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  /// What a name in braces becomes: `kind`, `a kind`, or `q found`.
  private func filled(_ name: Substring, _ facts: [String: Diagnostic.Fact]) -> String {
    let parts = name.split(separator: " ")
    guard let last = parts.last, let fact = facts[String(last)] else { return "{\(name)}" }
    let word = words(of: fact)
    guard parts.count == 2 else { return word }
    if case .term = fact {
      guard parts[0] == "a", hasArticle, word != term("nothing"), !word.hasPrefix("the "), let first = word.first else {
        return word
      }
      return ("aeiou".contains(first) ? "an " : "a ") + word
    }
    return quotes.open + word + quotes.close
  }

  private func words(of fact: Diagnostic.Fact) -> String {
    switch fact {
    case .text(let text): text.visible
    case .number(let number): String(number)
    case .term(let name): term(name).visible
    case .list(let texts): texts.map(\.visible).joined(separator: comma)
    }
  }
}
