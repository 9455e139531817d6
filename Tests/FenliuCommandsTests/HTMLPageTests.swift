// SPDX-License-Identifier: Apache-2.0
import FenliuDigest
import FenliuModel
import Foundation
import FoundationXML
import Testing

@testable import FenliuCommands

@Suite("Pages") struct HTMLPageTests {
  /// What tries to get out of every place in which it is put.
  static let hostile =
    "</title></script><script>alert(1)</script><img src=x onerror=\"alert('2')\">&lt;\u{0}\u{1B}[31m\u{202E}"

  private func page(_ text: String) -> String {
    var page = HTMLPage(title: text, language: .english)
    page.paragraph(text)
    page.note(text)
    page.ids([text])
    page.section(text, isOpen: true) { page in
      var table = ReportTable([
        .init(title: text, isNumber: false), .init(title: text), .init(title: text, isNumber: false, keepsEnd: true),
      ])
      table.add(.text(text), .share(0.25), .text(text))
      page.table(table)
      page.group(text, isOpen: false) { page in
        page.post(
          HTMLPost(
            id: text, title: text, text: text, facts: [(text, text)],
            titleMarks: [.init(range: 0..<3, label: text)], textMarks: [.init(range: 2..<400, label: text)]))
      }
    }
    return String(decoding: page.bytes, as: UTF8.self)
  }

  @Test("nothing that comes from outside gets out of its place")
  func escaping() {
    let html = page(Self.hostile)
    let plain = page("x")
    for tag in ["<script", "</script", "<img", "<title", "</title", "<style"] {
      #expect(html.components(separatedBy: tag).count == plain.components(separatedBy: tag).count, "\(tag)")
    }
    for bad in ["onerror=\"", "alert('2')", "\u{0}", "\u{1B}", "\u{202E}", "&lt;script>"] {
      #expect(!html.contains(bad))
    }
    #expect(html.contains("&quot;alert(&#39;2&#39;)&quot;"))
    #expect(html.contains("&amp;lt;␀␛[31m\u{FFFD}"))
  }

  @Test("the markup is well formed, and every heading of a table is a button that tells how it is sorted")
  func wellFormed() throws {
    let html = page("a & b")
    let body = try #require(html.components(separatedBy: "<main>").last?.components(separatedBy: "</main>").first)
    let xml = ("<main>" + body + "</main>").replacingOccurrences(of: "<details open>", with: "<details>")
    let parsed = try XMLDocument(xmlString: xml)
    let heads = try parsed.nodes(forXPath: "//th[@aria-sort='none'][@scope='col']/button[@type='button']")
    #expect(heads.count == 3)
    #expect(try parsed.nodes(forXPath: "//td[@class='place']").count == 1)
    #expect(try parsed.nodes(forXPath: "//td[@data-v='0.25']").first?.stringValue == "0.250")
  }

  @Test("the policy allows the style and the script of the page and nothing else, and neither ends its element")
  func policy() throws {
    let html = page("x")
    for (name, text) in [("style", HTMLAssets.style), ("script", HTMLAssets.script)] {
      let digest = Data(SHA256Digest(of: Array(text.utf8)).bytes).base64EncodedString()
      #expect(html.contains("\(name)-src 'sha256-\(digest)'"))
      #expect(html.contains("<\(name)>\(text)</\(name)>"))
      #expect(!text.contains("</"))
    }
    #expect(html.contains("default-src 'none'"))
    for outside in ["http:", "https:", "//", "@import", "url("] {
      #expect(!html.contains(outside), "\(outside)")
    }
  }

  @Test(
    "overlapping hits become stretches beside each other, each with all that covers it",
    arguments: [
      ([(0..<2, "a")], "<mark title=\"a\">甲乙</mark>丙丁"),
      (
        [(0..<3, "a"), (1..<4, "b")],
        "<mark title=\"a\">甲</mark><mark title=\"a\nb\">乙丙</mark><mark title=\"b\">丁</mark>"
      ),
      ([(1..<2, "a"), (1..<2, "a")], "甲<mark title=\"a\">乙</mark>丙丁"), ([(2..<2, "a"), (9..<12, "b")], "甲乙丙丁"),
      ([(3..<99, "<\">")], "甲乙丙<mark title=\"&lt;&quot;&gt;\">丁</mark>"),
    ] as [([(Range<Int>, String)], String)])
  func marks(stretches: [(Range<Int>, String)], html: String) {
    #expect(HTMLMarks.html("甲乙丙丁", stretches.map { .init(range: $0.0, label: $0.1) }) == html)
  }

  @Test("base64 is that of the standard", arguments: 0...40)
  func base64(count: Int) {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 89 &+ 7) }
    #expect(Base64.text(of: bytes) == Data(bytes).base64EncodedString())
  }

  @Test("cells are cut to their columns, Chinese being two wide, at the end or at the beginning")
  func cut() {
    var table = ReportTable([
      .init(title: "w", isNumber: false, width: 5), .init(title: "p", isNumber: false, width: 6, keepsEnd: true),
      .init(title: "n"),
    ])
    table.add(.text("拖欠工资"), .text("words/a.txt:12"), .count(3))
    table.add(.text("a\nb"), .text("x"), .share(nil))
    #expect(table.lines() == ["w      p       n", "拖欠…  …xt:12  3", "a b    x       –"])
    #expect(table.lines(most: 1).count == 2)
  }

  @Test(
    "three places are rounded half away from zero",
    arguments: [(0.0005, "0.001"), (0.99949, "0.999"), (1, "1.000"), (-0.25, "-0.250"), (-0.0001, "0.000")])
  func decimals(value: Double, text: String) { #expect(Decimals.three(value) == text) }
}
