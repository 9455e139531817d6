// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics
import FenliuTestSupport
import FoundationEssentials
import Testing

@testable import FenliuRules

struct MendedFileTests {
  private func isBroken(_ mended: String, insteadOf text: String, path: String = "p/rules.yaml") -> Bool {
    MendedFile.isBroken(Array(mended.utf8), insteadOf: Array(text.utf8), path: path)
  }

  @Test("a file is broken where reading stops at a line that it passed before")
  func broken() {
    #expect(isBroken("a: {b: 'c}'\n", insteadOf: "a：{b: c}\n"))
    #expect(isBroken("a: [b\nc: d\nx: [y\n", insteadOf: "a: b\nc: d\nx: [y\n\n"))
    #expect(!isBroken("a: 'b'\nx: [y\n", insteadOf: "a: @b\nx: [y\n"))
    #expect(!isBroken("a: {b: c}\n", insteadOf: "a：{b: c}\n"))
  }

  @Test("a slip that the next round can mend, and a file that is no YAML, are not broken")
  func sound() {
    #expect(!isBroken("any: [@b]\n", insteadOf: "any: [b]\n"))
    #expect(!isBroken("[b\n", insteadOf: "b\n", path: "p/words/a.txt"))
  }

  @Test("what the mends of a damaged file leave can be read as far as before", arguments: Seeds.standard)
  func damaged(seed: UInt64) throws {
    let path = SharedData.repository + "/Tests/Cases/design/mine/rules.yaml"
    let design = Array(try #require(FileManager.default.contents(atPath: path)))
    let pieces = ["'", "\"", "[", "]", "{", "}", ",", ": ", "\n", " #", "：", "，", "“", "&a ", "*a", "!", "@", "\\"]
    var random = SplitMix64(seed: seed)
    for _ in 0..<60 {
      var bytes = design
      for _ in 0..<2 {
        let place = Int.random(in: 0...bytes.count, using: &random)
        bytes.insert(contentsOf: pieces.randomElement(using: &random)!.utf8, at: place)
      }
      guard String(validating: bytes, as: UTF8.self) != nil else { continue }
      var files = SourceFiles()
      let file = files.append(SourceFile(path: "p/rules.yaml", bytes: bytes))
      let findings = Findings()
      _ = YAMLTree.read(file, in: files, into: findings)
      guard let mended = FixApplier.apply(findings.all, to: files)[file] else { continue }
      #expect(!MendedFile.isBroken(mended, insteadOf: bytes, path: "p/rules.yaml"), "\(findings.all)")
    }
  }
}
