// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

@testable import FenliuCommands

@Suite("The manual page", .enabled(if: Program.isBuilt))
struct ManualTests {
  /// The commands that the help of the program lists.
  private static func commands() throws -> [String] {
    let help = try Program.run(["--help", "--lang", "en"]).output
    let list = help.components(separatedBy: "SUBCOMMANDS:\n").dropFirst().joined()
    return list.split(separator: "\n").compactMap { line in
      line.firstMatch(of: /^  ([a-z]+)\s/).map { String($0.output.1) }
    }
  }

  /// The page as a reader has it, without roff.
  private static func page(_ language: String) throws -> String {
    let result = try Program.run(["manual", "--lang", language])
    #expect(result.code == 0)
    return result.output.replacingOccurrences(of: "\\-", with: "-").replacingOccurrences(of: "\\:", with: "")
      .replacingOccurrences(of: "\\fB", with: "").replacingOccurrences(of: "\\fI", with: "")
      .replacingOccurrences(of: "\\fR", with: "").replacingOccurrences(of: "\\(aq", with: "'")
      .replacingOccurrences(of: "\\e", with: "\\")
  }

  @Test(
    "it names every command, and below each every option that its help has, with what it means",
    arguments: ["en", "zh"])
  func isWhole(language: String) throws {
    let page = try Self.page(language)
    let commands = try Self.commands()
    #expect(commands.count > 10)
    for command in commands {
      let section =
        page.components(separatedBy: ".SS \"fenliu \(command)\"\n").dropFirst().joined()
        .components(separatedBy: "\n.S").first ?? ""
      #expect(!section.isEmpty, "\(command)")
      let help = try Program.run([command, "--help", "--lang", language]).output
      let options = help.matches(of: /--[a-z][a-z-]+/).map { String($0.output) }
      #expect(options.contains("--lang"))
      let known = try help.split(separator: "\n").filter { $0.hasPrefix("  -") }.map { line in
        try #require(line.firstMatch(of: /--[a-z][a-z-]+/)).output
      }
      for option in Set(known) where option != "--version" && option != "--help" {
        #expect(section.contains("\n" + option) || section.contains(", " + option), "\(command) \(option)")
      }
      let usage = try #require(help.split(separator: "\n").first { $0.hasPrefix("USAGE: ") || $0.hasPrefix("用法：") })
      let operands = usage.matches(of: /<([a-z]+)>(?![^\[]*\])/).map { String($0.output.1) }
      let synopsis = try #require(page.split(separator: "\n").first { $0.hasPrefix("fenliu \(command) ") })
      for operand in operands { #expect(synopsis.contains(operand), "\(command) \(operand)") }
      for example in help.split(separator: "\n") where example.hasPrefix("  fenliu ") || example.hasPrefix("fenliu ") {
        #expect(section.contains(example.trimmingCharacters(in: .whitespaces)), "\(example)")
      }
    }
    for word in ["--version", "-h, --help", "NO_COLOR", "FENLIU_RULES", "64"] { #expect(page.contains(word)) }
  }

  @Test("every line that roff takes for a request is one of the page's own")
  func requests() throws {
    let requests: Set = [".TH", ".SH", ".SS", ".PP", ".TP", ".RS", ".RE", ".nf", ".fi", ".br", ".ad"]
    for language in ["en", "zh"] {
      for line in try Program.run(["manual", "--lang", language]).output.split(separator: "\n")
      where line.hasPrefix(".") || line.hasPrefix("'") {
        #expect(requests.contains(String(line.prefix { $0 != " " })), "\(line)")
      }
    }
  }

  @Test("it has the version and the date it is given, and no other")
  func date() throws {
    let dated = try Program.run(["manual", "--date", "2026-11-20"]).output
    #expect(dated.hasPrefix(".TH FENLIU 1 \"2026-11-20\" \"Fenliu \(ProgramVersion.current)\" \"Fenliu Manual\"\n"))
    #expect(try Program.run(["manual"]).output.hasPrefix(".TH FENLIU 1 \"\" "))
    #expect(try Program.run(["manual", "--date", "soon"]).code == 64)
  }

  @Test(
    "words come through roff as they are",
    arguments: [
      ("a-b", "a\\-b"), (".x", "\\&.x"), ("'x", "\\(aqx"), ("a\\b", "a\\eb"), ("帖子，见", "帖\\:子，\\:见"), ("（甲）", "（甲）"),
      ("甲b", "甲b"),
    ])
  func escapes(words: String, roff: String) {
    #expect(ManualPage.escaped(words) == roff)
  }
}
