// SPDX-License-Identifier: Apache-2.0
import FenliuTestSupport
import Testing

@testable import FenliuDiagnostics

struct CatalogueTests {
  private let english = Catalogue.of(.english)
  private let chinese = Catalogue.of(.chinese)

  @Test("every code has a sentence in both languages, made of the same facts")
  func sentences() {
    #expect(Set(english.sentences.keys) == Set(chinese.sentences.keys))
    for (code, sentence) in english.sentences {
      let other = chinese.sentences[code] ?? ""
      #expect(Set(Catalogue.names(in: sentence)) == Set(Catalogue.names(in: other)), "\(code)")
    }
  }

  @Test("help, notes and the frame have the same entries in both languages")
  func sameEntries() {
    #expect(Set(english.helps.keys) == Set(chinese.helps.keys))
    #expect(Set(english.notes.keys) == Set(chinese.notes.keys))
    #expect(Set(english.frame.keys) == Set(chinese.frame.keys))
    #expect(Set(english.terms.keys).subtracting(chinese.terms.keys).isEmpty)
  }

  @Test("sentences are in lower case and end without a full stop")
  func style() {
    for (code, sentence) in english.sentences {
      #expect(sentence.first?.isUppercase != true && sentence.last != ".", "\(code)")
    }
    for (code, sentence) in chinese.sentences { #expect(sentence.last != "。", "\(code)") }
  }

  @Test("every code that the program can give has its sentences")
  func codesOfSources() throws {
    let codes = try SourceCodes.all()
    #expect(codes.count > 20)
    for code in codes { #expect(english.sentences[code] != nil || english.notes[code] != nil, "no sentence: \(code)") }
  }

  @Test(
    "the language is the option's, else the locale's, else English",
    arguments: [
      (nil, [:], MessageLanguage.english), ("zh", [:], .chinese), ("en", ["LANG": "zh_CN.UTF-8"], .english),
      (nil, ["LANG": "zh_CN.UTF-8"], .chinese), (nil, ["LC_ALL": "", "LANG": "zh_TW"], .chinese),
      (nil, ["LC_ALL": "C", "LANG": "zh_CN"], .english), ("xx", ["LANG": "zh_CN"], .chinese),
    ] as [(String?, [String: String], MessageLanguage)])
  func choice(option: String?, environment: [String: String], expected: MessageLanguage) {
    #expect(MessageLanguage(option: option, environment: environment) == expected)
  }

  @Test("a term takes its article in English and none in Chinese")
  func articles() {
    let diagnostic = Diagnostic(
      .error, .init("unknown-key"), facts: ["owner": .term("included-file"), "key": .text("x")], at: nil)
    #expect(english.sentence(for: diagnostic) == "an included file has no key named 'x'")
    #expect(chinese.sentence(for: diagnostic) == "被包含的文件没有名为“x”的键")
  }
}
