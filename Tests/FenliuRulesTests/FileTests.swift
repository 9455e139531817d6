// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics
import FenliuDigest
import FenliuModel
import FenliuTestSupport
import Testing

@testable import FenliuRules

struct FileTests {
  private static let rules = """
    fenliu: 1
    title: 示例
    include: [words/*, ../common/*.txt]
    rules:
      - {id: a, category: 苗头, any: [$欠薪, $还款, $表, $众人]}
    levels:
      general: total >= 1

    """

  private static let files: [String: String] = [
    "mine/rules.yaml": rules,
    "mine/words/欠薪.txt": "# 说明\n欠薪\n  讨薪  # 常见\n\n#求助\n欠薪 #2\n#\n",
    "mine/words/还款.tsv": "word\tpoints\ttags\tnote\n还款\t2.5\ta b\t常见\n# 其他\n还钱\t\t\n",
    "mine/words/表.csv": "word,note\n\"a,b\",x\n\"他说\"\"好\"\"\",\n",
    "common/众人.txt": "大家\r\n我们\r\n",
  ]

  private func words(_ loaded: Loaded, _ list: String) -> [String] {
    loaded.rules?.lists.first { $0.name == list }?.words.map(\.written) ?? []
  }

  private func report(_ loaded: Loaded) -> String {
    var renderer = DiagnosticRenderer(files: loaded.sources, language: .english)
    return renderer.text(for: loaded.diagnostics)
  }

  @Test("word list files are read by their kinds, without comments")
  func lists() throws {
    let loaded = try Library.load(Self.files)
    #expect(report(loaded) == "")
    #expect(words(loaded, "欠薪") == ["欠薪", "讨薪", "#求助", "欠薪 #2"])
    #expect(words(loaded, "还款") == ["还款", "还钱"])
    #expect(words(loaded, "表") == ["a,b", "他说\"好\""])
    #expect(words(loaded, "众人") == ["大家", "我们"])
    let paid = loaded.rules?.lists.first { $0.name == "还款" }?.words.first
    #expect(paid?.points == Points(2.5) && paid?.tags == ["a", "b"])
    #expect(paid.flatMap { loaded.rules?.describe($0.origin) } == "mine/words/还款.tsv:2")
  }

  @Test("files in UTF-16 and GB18030, and with a byte order mark, say the same")
  func encodings() throws {
    let text = "欠薪\n讨薪\n"
    let utf16 = Array(text.utf16)
    let gb18030: [UInt8] = [0xC7, 0xB7, 0xD0, 0xBD, 0x0A, 0xCC, 0xD6, 0xD0, 0xBD, 0x0A]
    let forms: [[UInt8]] = [
      Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8),
      [0xFF, 0xFE] + utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] },
      [0xFE, 0xFF] + utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] },
      utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] },
      utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] },
      gb18030 + [0xB9, 0xA4, 0xD7, 0xCA, 0xCE, 0xDE, 0x0A],
    ]
    for (index, form) in forms.enumerated() {
      let decoded = TextDecoder.decode(form)
      let expected = index == 6 ? "欠薪\n讨薪\n工资无\n" : text
      #expect(decoded.bad == nil && String(decoding: decoded.bytes, as: UTF8.self) == expected, "form \(index)")
    }
  }

  @Test("bad bytes are found in each encoding, where they stand")
  func badBytes() {
    #expect(TextDecoder.decode(Array("欠薪讨薪工资欠薪讨薪".utf8) + [0xFF, 0x41]).bad == 30)
    #expect(TextDecoder.decode([0xFF, 0xFE, 0x41, 0x00, 0x00, 0xD8, 0x41, 0x00]).bad == 1)
    #expect(TextDecoder.decode([0xFF, 0xFE, 0x41]).bad == 0)
    #expect(TextDecoder.decode([0xC7, 0xB7, 0xD0, 0xBD, 0x41, 0xFF, 0xFF]).bad == 7)
  }

  @Test("sequences just beyond what UTF-8 has are bad, those just within are not")
  func edgesOfUTF8() {
    let text = Array("欠薪讨薪工资欠薪讨薪".utf8)
    let beyond: [[UInt8]] = [
      [0xE0, 0x9F, 0xBF], [0xED, 0xA0, 0x80], [0xF0, 0x8F, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80], [0xC1, 0xBF],
    ]
    for bytes in beyond { #expect(TextDecoder.decode(text + bytes).bad == 30, "\(bytes)") }
    let within: [[UInt8]] = [
      [0xE0, 0xA0, 0x80], [0xED, 0x9F, 0xBF], [0xF0, 0x90, 0x80, 0x80], [0xF4, 0x8F, 0xBF, 0xBF], [0xC2, 0x80],
    ]
    for bytes in within { #expect(TextDecoder.decode(text + bytes).bad == nil, "\(bytes)") }
  }

  @Test("a zero is a bad byte in every encoding, and marks before the text are none of it")
  func zerosAndMarks() {
    #expect(TextDecoder.decode(Array("欠薪\0讨薪".utf8)).bad == 6)
    #expect(TextDecoder.decode([0, 0, 0, 0x41]).bad == 0)
    let twice = TextDecoder.decode([0xFF, 0xFE, 0xFF, 0xFE, 0x41, 0])
    #expect(twice == TextDecoder.Decoded(bytes: [0x41], encoding: "UTF-16", bad: nil))
  }

  @Test("no bytes make the decoder stumble, and what it gives is UTF-8", arguments: Seeds.standard)
  func anyBytes(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<200 {
      let count = Int.random(in: 0...40, using: &random)
      let decoded = TextDecoder.decode((0..<count).map { _ in UInt8.random(in: 0...255, using: &random) })
      let text = String(decoding: decoded.bytes, as: UTF8.self)
      #expect(Array(text.utf8) == decoded.bytes)
      if let bad = decoded.bad { #expect(bad < decoded.bytes.count) }
    }
  }

  @Test("nothing outside the library is read, by no path and no link")
  func outside() throws {
    for reference in ["../../outside.txt", "/etc/hostname", "link.txt", "linked/outside.txt"] {
      let rules = Self.rules.replacing("[words/*, ../common/*.txt]", with: "[\(reference)]")
      let loaded = try Library.load(
        bytes: ["mine/rules.yaml": Array(rules.utf8)],
        links: ["mine/link.txt": "../../outside.txt", "mine/linked": "../.."])
      let codes = loaded.diagnostics.map(\.code)
      #expect(codes.contains(.outsideLibrary), "\(reference)")
      #expect(!loaded.sources.all.contains { $0.path.contains("outside") || $0.path.contains("link") })
    }
  }

  @Test("the pack's digest stands for all files that were read, and for nothing else")
  func digest() throws {
    let first = try Library.load(Self.files)
    var lines: [String: [UInt8]] = [:]
    for (path, text) in Self.files.merging(["mine/map.yaml": Library.map], uniquingKeysWith: { old, _ in old }) {
      lines[path] = Array(text.utf8)
    }
    var bytes: [UInt8] = []
    for path in lines.keys.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      bytes += Array("\(path)\0\(SHA256Digest(of: lines[path]!))\n".utf8)
    }
    #expect(first.digest == SHA256Digest(of: bytes).description)
    var files = Self.files
    files["mine/notes.md"] = "unread"
    #expect(try Library.load(files).digest == first.digest)
    files["mine/words/欠薪.txt"]! += "拖欠\n"
    #expect(try Library.load(files).digest != first.digest)
  }

  @Test(
    "paths lead back to where the user is",
    arguments: [
      ("rules/county", "rules/"), ("rules/county/", "rules/"), ("county", ""), ("/a/rules/county", "/a/rules/"),
      (".", "../"), ("..", "../../"), ("rules/.", "rules/./../"),
    ])
  func prefix(path: String, expected: String) {
    #expect(RuleLoader.prefix(of: path) == expected)
  }

  @Test("a folder that is not there is an error of its own")
  func noFolder() {
    #expect(throws: LoadFailure.noFolder("no/such/pack")) { try RuleLoader().load(pack: "no/such/pack") }
  }

  @Test(
    "globs fit names as people expect",
    arguments: [
      ("a.txt", "*.txt", true), ("a.txt", "*", true), ("a.txt", "a*.tsv", false), ("abc", "a*b*c", true),
      ("ac", "a*b*c", false), ("a", "a*a", false), ("工资.txt", "*资*", true), ("a.txt", "a.txt", true),
    ])
  func globs(name: String, glob: String, fits: Bool) {
    #expect(LibraryPath.fits(name, glob) == fits)
  }
}
