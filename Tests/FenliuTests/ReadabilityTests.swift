// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Fenliu

@Suite("Something to read")
struct ReadabilityTests {
  func canRead(_ text: String, _ scripts: [String]) -> Bool {
    let bytes = Array(text.utf8)
    return Readability(scripts: scripts).canRead(bytes.span)
  }

  @Test(
    "a text can be read when a letter of a declared script is left after links, mentions and emoji",
    arguments: [
      ("", false), ("   \n", false), ("😀😀👍", false), ("12345 110", false), ("！！！？？", false),
      ("https://example.com/abc", false), ("www.example.com", false), ("@张三 @li_si-2", false), ("@张三 救命", true),
      ("http://example.com/a 没水", true), ("http://example.com没水", true), ("没水", true), ("help", true),
      ("привет", false), ("こんにちは", false),
      ("สวัสดี", false), ("привет вода", false), ("水 привет", true),
    ])
  func hanAndLatin(text: String, isReadable: Bool) {
    #expect(canRead(text, ["han", "latin"]) == isReadable)
  }

  @Test("a script counts once it is declared")
  func declared() {
    #expect(canRead("привет", ["cyrillic"]))
    #expect(!canRead("help 水", ["cyrillic"]))
  }
}
