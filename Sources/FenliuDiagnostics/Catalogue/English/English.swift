// SPDX-License-Identifier: Apache-2.0

extension Catalogue {
  /// The sentences in English: lower case, no full stop, nobody blamed.
  static let english = Catalogue(
    sentences: merged(
      English.files, English.yaml, English.schema, English.words, English.rules, English.regexes, English.expressions,
      English.map,
      English.lints),
    helps: merged(English.helps, English.mapHelps, English.lintHelps),
    notes: merged(English.notes, English.mapNotes, English.lintNotes),
    terms: merged(English.terms, English.mapTerms, English.lintTerms),
    frame: [
      "error": "error", "warning": "warning", "note": "note", "help": "help",
      "did-you-mean": "did you mean '{text}'?", "write": "write {text}", "write-exactly": "write '{text}'",
      "remove": "remove {text}",
    ],
    comma: ", ", hasArticle: true, quotes: ("'", "'"))
}

/// The tables of English, one for each part of the language.
enum English {}

/// The tables as one. A code in two of them is a mistake of ours.
func merged(_ tables: [String: String]...) -> [String: String] {
  tables.reduce(into: [:]) { all, table in
    all.merge(table) { first, _ in preconditionFailure("two sentences for one code: \(first)") }
  }
}
