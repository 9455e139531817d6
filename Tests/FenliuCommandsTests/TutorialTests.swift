// SPDX-License-Identifier: Apache-2.0
import FenliuTestSupport
import Foundation
import Testing

/// The tutorial, followed to the letter: its files written as it shows them, its commands run one after the other in one folder.
@Suite("The tutorial", .enabled(if: Program.isBuilt))
struct TutorialTests {
  private static let page = "docs/zh/first-rule.md"
  private static let ruleFile = "rules/我的单位/grievances/飞线.yaml"
  private static let postsFile = "帖子.csv"

  @Test("who follows the tutorial sees what it shows, line for line but for what stands as ...")
  func follow() throws {
    let folder = try TemporaryFolder()
    let lines = try Self.lines()
    var commands = 0
    for (place, line) in lines.enumerated() {
      if line == "```yaml" || line == "```csv" {
        let block = lines[(place + 1)...].prefix { $0 != "```" }
        let name = line == "```yaml" ? Self.ruleFile : Self.postsFile
        try folder.write(name, block.joined(separator: "\n") + "\n")
      } else if line.hasPrefix("    $ ") {
        commands += 1
        let command = String(line.dropFirst(6))
        let shown = lines[(place + 1)...].prefix { $0.isEmpty || ($0.hasPrefix("    ") && !$0.hasPrefix("    $ ")) }
        let printed = try Self.run(command, in: folder)
        let difference = Self.difference(shown.map { String($0.dropFirst(4)) }, printed.components(separatedBy: "\n"))
        guard let difference else { continue }
        Issue.record("\(command): page and program part at “\(difference)”; it prints\n\(printed)")
      }
    }
    #expect(commands > 10)
    let table = try folder.text(of: "结果/decisions.csv")
    for value in lines.compactMap(Self.valueOfColumn) {
      #expect(table.contains(value), "the table of decisions has no “\(value)”")
    }
  }

  private static func lines() throws -> [String] {
    try String(contentsOfFile: SharedData.repository + "/" + page, encoding: .utf8).components(separatedBy: "\n")
  }

  /// Runs a line in a shell as a Chinese user would, and returns all it prints.
  ///
  /// At a fixed time where the line has none, because what `check` says of a calendar about to end depends on the day.
  private static func run(_ command: String, in folder: TemporaryFolder) throws -> String {
    let hasTime = command.contains(" --at ") || command.hasPrefix("fenliu init ")
    let isOurs = command.hasPrefix("fenliu ") && !hasTime
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", "(" + command + (isOurs ? " --at 2026-11-20T12:00" : "") + ") >printed 2>&1"]
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    let programs = URL(fileURLWithPath: Program.path).deletingLastPathComponent().path
    process.environment = ["LANG": "zh_CN.UTF-8", "PATH": programs + ":/usr/bin:/bin", "TMPDIR": folder.path]
    try process.run()
    process.waitUntilExit()
    return try folder.text(of: "printed")
  }

  /// The first line in which the page and the program differ; nil where they agree.
  ///
  /// Empty lines do not count; `...` on the page is any number of lines. How many rules, words and files a pack has is not the page's business.
  private static func difference(_ shown: [String], _ printed: [String]) -> String? {
    var rest = printed.filter { !$0.isEmpty }[...]
    var maySkip = false
    for line in shown where !line.isEmpty {
      if line == "..." {
        maySkip = true
        continue
      }
      guard let found = rest.firstIndex(where: { matches(line, $0) }), maySkip || found == rest.startIndex else {
        return line
      }
      rest = rest[(found + 1)...]
      maySkip = false
    }
    return maySkip ? nil : rest.first
  }

  private static func matches(_ shown: String, _ printed: String) -> Bool {
    let isCount = shown.hasPrefix("规则 ") && shown.contains("路由 ") || shown.hasPrefix("已把规则包 ")
    return isCount ? shown.filter { !$0.isNumber } == printed.filter { !$0.isNumber } : shown == printed
  }

  /// What a row such as "| `level` | … | `general` |" says the first decision has in a column.
  private static func valueOfColumn(_ line: String) -> String? {
    let cells = line.components(separatedBy: " | ")
    guard cells.count == 3, cells[0].hasPrefix("| `"), cells[2].hasPrefix("`"), cells[2].hasSuffix("` |") else {
      return nil
    }
    return String(cells[2].dropFirst().dropLast(3))
  }
}
