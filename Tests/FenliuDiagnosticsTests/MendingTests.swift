// SPDX-License-Identifier: Apache-2.0
import FenliuTestSupport
import Testing

@testable import FenliuDiagnostics

struct MendingTests {
  @Test(
    "the nearest name is found, in any script",
    arguments: [
      ("early-sing", "early-sign"), ("苗投", "苗头"), ("Danger", "danger"), ("grop-risk", "group-risk"), ("违禁", "违禁品"),
    ])
  func nearest(word: String, expected: String) {
    #expect(closest(to: word, among: ["early-sign", "danger", "group-risk", "苗头", "违禁品"]) == expected)
  }

  @Test("what is far from everything is near nothing", arguments: ["xyz", "行", "", "early", "工资"])
  func far(word: String) {
    #expect(closest(to: word, among: ["early-sign", "danger", "苗头"]) == nil)
  }

  @Test("the distance counts a swap of neighbours once and is the same both ways", arguments: Seeds.standard)
  func symmetry(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    func word() -> [Character] {
      let length = Int.random(in: 0...6, using: &random)
      return (0..<length).map { _ in ["a", "b", "欠"].randomElement(using: &random)! }
    }
    #expect(editDistance(Array("ab"), Array("ba")) == 1)
    for _ in 0..<50 {
      let (left, right) = (word(), word())
      #expect(editDistance(left, right) == editDistance(right, left))
      #expect((editDistance(left, right) == 0) == (left == right))
    }
  }

  @Test("mends are applied, guesses are not, and of two that overlap the first is")
  func fixes() {
    var files = SourceFiles()
    let file = files.append(SourceFile(path: "a", text: "abcdef"))
    func made(_ kind: Diagnostic.FixIt.Kind, _ range: Range<Int>, _ text: String) -> Diagnostic {
      let span = SourceSpan(file: file, range: range)
      return Diagnostic(
        .error, .init("bad-number"), at: span, fixIts: [.init(kind, span: span, replacement: text)])
    }
    let fixed = FixApplier.apply(
      [
        made(.mend, 4..<5, ""), made(.mend, 0..<2, "欠"), made(.mend, 1..<3, "x"), made(.didYouMean, 3..<4, "y"),
        made(.mend, 6..<6, "!"),
      ], to: files)
    #expect(fixed[file].map { String(decoding: $0, as: UTF8.self) } == "欠cdf!")
  }

  private func silenced(_ text: String, _ diagnostics: [(Diagnostic.Severity, String, Int)]) -> [String] {
    var files = SourceFiles()
    let file = files.append(SourceFile(path: "a", text: text))
    let all = diagnostics.map {
      Diagnostic($0.0, .init($0.1), at: SourceSpan(file: file, range: $0.2..<$0.2 + 1))
    }
    return Silencing(files: files).apply(to: all, reportsUnused: true).map(\.code.rawValue)
  }

  @Test("a comment silences the warnings it names on its line, and nothing else")
  func silence() {
    let text = "a: b # fenliu: ignore empty-glob, bad-number\nc: d\n"
    #expect(silenced(text, [(.warning, "empty-glob", 0), (.note, "bad-number", 1)]) == [])
    #expect(
      silenced(text, [(.warning, "empty-glob", 0), (.warning, "bad-number", 46)]) == ["bad-number", "unused-ignore"])
    #expect(
      silenced("a: b # fenliu: ignore bad-number", [(.error, "bad-number", 0)]) == ["bad-number", "unused-ignore"])
  }

  @Test("a comment alone on its line speaks of the next")
  func silenceAbove() {
    #expect(silenced("# fenliu: ignore empty-glob\na: b\n", [(.warning, "empty-glob", 30)]) == [])
    #expect(silenced("# fenliu: ignore empty-glob\n\na: b\n", [(.warning, "empty-glob", 30)]).count == 2)
  }

  @Test("a comment that silences nothing is a warning, with the code that was meant")
  func unused() {
    var files = SourceFiles()
    _ = files.append(SourceFile(path: "a", text: "a: b # fenliu: ignore emty-glob\n"))
    let left = Silencing(files: files).apply(to: [], reportsUnused: true)
    #expect(left.map(\.code) == [.unusedIgnore])
    #expect(left.first?.fixIts.first?.replacement == "empty-glob")
    #expect(Silencing(files: files).apply(to: [], reportsUnused: false) == [])
  }
}
