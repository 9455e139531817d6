// SPDX-License-Identifier: Apache-2.0
import FenliuDigest
import FenliuModel

/// One page that stands by itself: no file beside it, nothing from a network, and nothing in it runs but its own script.
///
/// Everything that comes from outside is escaped here, so that callers hand over plain text. The policy of the page names its style and
/// its script by their digests: should a tag ever slip through, no browser runs it. The same calls give the same bytes.
///
/// ```swift
/// var page = HTMLPage(title: "Decisions beside labels", language: .english)
/// page.section("Rules", isOpen: true) { page in page.table(table) }
/// try ResultFile.write(page.bytes, to: path)
/// ```
struct HTMLPage {
  private let title: String
  private let language: Language
  private var body = ""

  init(title: String, language: Language) {
    self.title = title
    self.language = language
  }

  /// A paragraph.
  mutating func paragraph(_ text: String) { body += "<p>\(HTMLText.escaped(text))</p>\n" }

  /// A paragraph in a smaller voice: how to read what stands beside it.
  mutating func note(_ text: String) { body += "<p class=\"note\">\(HTMLText.escaped(text))</p>\n" }

  /// Ids in a row.
  mutating func ids(_ ids: [String]) {
    body += "<p class=\"ids\">" + ids.map { "<code>\(HTMLText.escaped($0))</code>" }.joined(separator: " ") + "</p>\n"
  }

  /// A part that can be folded away.
  mutating func section(_ heading: String, isOpen: Bool, _ content: (inout HTMLPage) -> Void) {
    body += "<details\(isOpen ? " open" : "")><summary><h2>\(HTMLText.escaped(heading))</h2></summary>\n"
    content(&self)
    body += "</details>\n"
  }

  /// A part within one, with posts; it is hidden where the filter leaves none of them.
  mutating func group(_ heading: String, isOpen: Bool, _ content: (inout HTMLPage) -> Void) {
    body +=
      "<details class=\"group\"\(isOpen ? " open" : "")><summary><h3>\(HTMLText.escaped(heading))</h3></summary>\n"
    content(&self)
    body += "</details>\n"
  }

  /// A table that a reader sorts by clicking a heading.
  mutating func table(_ table: ReportTable) {
    body += "<div class=\"wide\"><table><thead><tr>"
    for column in table.columns {
      body += "<th scope=\"col\" aria-sort=\"none\"\(column.isNumber ? " class=\"n\"" : "")>"
      body += "<button type=\"button\">\(HTMLText.escaped(column.title))</button></th>"
    }
    body += "</tr></thead><tbody>\n"
    for row in table.rows {
      body += "<tr>"
      for (place, cell) in row.enumerated() { add(cell, table.columns[place], row: row[0]) }
      body += "</tr>\n"
    }
    body += "</tbody></table></div>\n"
  }

  private mutating func add(_ cell: ReportTable.Cell, _ column: ReportTable.Column, row: ReportTable.Cell) {
    var classes: [String] = column.isNumber ? ["n"] : []
    if column.keepsEnd { classes.append("place") }
    if cell == .count(0) || cell == .share(0) { classes.append("zero") }
    if case .count = cell, row == .text(column.title) { classes.append("same") }
    body += "<td" + (classes.isEmpty ? "" : " class=\"\(classes.joined(separator: " "))\"")
    if case .share(let share?) = cell { body += " data-v=\"\(share)\"" }
    body += ">\(HTMLText.escaped(cell.text))</td>"
  }

  /// A post with what is said of it and its hits marked.
  mutating func post(_ post: HTMLPost) {
    body += "<article><header><code>\(HTMLText.escaped(post.id))</code>"
    for fact in post.facts {
      body += " <span><i>\(HTMLText.escaped(fact.name))</i> \(HTMLText.escaped(fact.value))</span>"
    }
    body += "</header>\n"
    if let title = post.title { body += "<h4>\(HTMLMarks.html(title, post.titleMarks))</h4>\n" }
    if let text = post.text { body += "<p class=\"post\">\(HTMLMarks.html(text, post.textMarks))</p>\n" }
    body += "</article>\n"
  }

  /// All of the page.
  var bytes: [UInt8] {
    let policy =
      "default-src 'none'; base-uri 'none'; form-action 'none'; style-src '\(Self.digest(HTMLAssets.style))'; "
      + "script-src '\(Self.digest(HTMLAssets.script))'"
    let isChinese = language == .chinese
    let filter = isChinese ? "筛选" : "Filter"
    return Array(
      """
      <!doctype html>
      <html lang="\(isChinese ? "zh-CN" : "en")">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(policy)">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="referrer" content="no-referrer">
      <meta name="color-scheme" content="light dark">
      <title>\(HTMLText.escaped(title))</title>
      <style>\(HTMLAssets.style)</style>
      </head>
      <body>
      <header class="top"><h1>\(HTMLText.escaped(title))</h1>
      <label id="filter" hidden>\(filter) <input type="search" autocomplete="off" spellcheck="false"> <output></output></label></header>
      <main>
      \(body)</main>
      <script>\(HTMLAssets.script)</script>
      </body>
      </html>

      """.utf8)
  }

  /// The digest of a style or script, as a policy names it.
  private static func digest(_ text: String) -> String {
    "sha256-" + Base64.text(of: SHA256Digest(of: Array(text.utf8).span).bytes)
  }
}

/// A post on a page.
struct HTMLPost {
  var id: String
  var title: String?
  var text: String?
  /// What is said of it: `decided` `construction`.
  var facts: [(name: String, value: String)] = []
  var titleMarks: [HTMLMarks.Stretch] = []
  var textMarks: [HTMLMarks.Stretch] = []
}

extension HTMLPost {
  /// A post with the hits of its decision.
  init(_ post: Post, _ decision: Decision, facts: [(name: String, value: String)]) {
    self.init(id: post.id, title: post.title, text: post.text, facts: facts)
    for match in decision.matches + decision.shadow {
      for hit in match.hits {
        let stretch = HTMLMarks.Stretch(
          range: hit.start..<max(hit.start, hit.end), label: "\(match.rule): \(hit.word) (\(hit.from))")
        if hit.field == .title { titleMarks.append(stretch) } else { textMarks.append(stretch) }
      }
    }
  }
}

/// Bytes as text (RFC 4648, section 4).
enum Base64 {
  private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")

  static func text(of bytes: [UInt8]) -> String {
    var text = ""
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let three = (0..<3).map { start + $0 < bytes.count ? Int(bytes[start + $0]) : 0 }
      let bits = three[0] << 16 | three[1] << 8 | three[2]
      let length = min(3, bytes.count - start)
      for place in 0..<4 {
        text.append(place <= length ? digits[bits >> (18 - 6 * place) & 63] : "=")
      }
    }
    return text
  }
}
