// SPDX-License-Identifier: Apache-2.0
import FenliuTestSupport
import Foundation
import Testing

struct LinkTests {
  /// Every page that people read: all of docs, and the READMEs.
  private static let pages: [String] = {
    let top = SharedData.repository
    let files = FileManager.default.enumerator(atPath: top + "/docs")?.compactMap { $0 as? String } ?? []
    let atTop = (try? FileManager.default.contentsOfDirectory(atPath: top)) ?? []
    let packs = FileManager.default.enumerator(atPath: top + "/rules")?.compactMap { $0 as? String } ?? []
    return
      (files.filter { $0.hasSuffix(".md") }.map { "docs/" + $0 } + atTop.filter { $0.hasSuffix(".md") }
      + packs.filter { $0.hasSuffix(".md") }.map { "rules/" + $0 }).sorted()
  }()

  @Test("a link of a page leads to a file that exists, and to a heading that it has")
  func links() throws {
    #expect(Self.pages.count > 100)
    var links = 0
    for page in Self.pages {
      for link in try Self.links(of: page) where !link.contains("://") && !link.hasPrefix("mailto:") {
        links += 1
        let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let folder = page.split(separator: "/").dropLast().joined(separator: "/")
        let path = parts[0].isEmpty ? page : (folder.isEmpty ? "" : folder + "/") + parts[0]
        let target = URL(fileURLWithPath: SharedData.repository + "/" + path).standardized.path
        let exists = FileManager.default.fileExists(atPath: target)
        #expect(exists, "\(page): \(link)")
        if exists, parts.count == 2 {
          #expect(try Self.anchors(of: target).contains(parts[1]), "\(page): \(link)")
        }
      }
    }
    #expect(links > 150)
  }

  /// What stands in `](…)`, but for code.
  private static func links(of page: String) throws -> [String] {
    let text = try String(contentsOfFile: SharedData.repository + "/" + page, encoding: .utf8)
    var isCode = false
    var found: [String] = []
    for line in text.components(separatedBy: "\n") {
      if line.hasPrefix("```") { isCode.toggle() }
      guard !isCode, !line.hasPrefix("    ") else { continue }
      let prose = line.split(separator: "`", omittingEmptySubsequences: false).enumerated()
        .map { $0.offset.isMultiple(of: 2) ? String($0.element) : "" }.joined()
      for part in prose.components(separatedBy: "](").dropFirst() { found.append(String(part.prefix { $0 != ")" })) }
    }
    return found
  }

  /// The names by which the headings of a page are linked to.
  private static func anchors(of path: String) throws -> [String] {
    try String(contentsOfFile: path, encoding: .utf8).components(separatedBy: "\n").filter { $0.hasPrefix("#") }
      .map { line in
        line.drop { $0 == "#" }.dropFirst().lowercased().replacingOccurrences(of: " ", with: "-")
          .filter { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
      }
  }
}
