// SPDX-License-Identifier: Apache-2.0
import FenliuTestSupport
import Foundation
import Testing

@Suite("The pages", .enabled(if: Program.isBuilt))
struct DocumentTests {
  @Test(
    "what a page shows below a command is what the program prints, in that order",
    arguments: [
      "README.zh-CN.md", "docs/test.md", "docs/zh/test.md", "docs/explain.md", "docs/zh/explain.md", "docs/eval.md",
      "docs/zh/eval.md", "docs/find.md", "docs/zh/find.md", "docs/diff.md", "docs/zh/diff.md",
    ])
  func examples(page: String) throws {
    let text = try String(contentsOfFile: SharedData.repository + "/" + page, encoding: .utf8)
    let lines = text.components(separatedBy: "\n")
    var commands = 0
    for (place, line) in lines.enumerated() where line.hasPrefix("    $ fenliu ") {
      commands += 1
      let result = try Program.run(words(of: String(line.dropFirst("    $ fenliu ".count))))
      let output = result.output.replacingOccurrences(of: SharedData.repository + "/", with: "")
      var printed = output.components(separatedBy: "\n")[...]
      let shown = lines[(place + 1)...].prefix { $0.hasPrefix("    ") }.map { String($0.dropFirst(4)) }
      #expect(!shown.isEmpty)
      for line in shown {
        guard let found = printed.firstIndex(of: line) else {
          Issue.record("\(page): the program does not print “\(line)” here; it prints\n\(output)")
          break
        }
        printed = printed[(found + 1)...]
      }
    }
    #expect(commands > 0)
  }

  /// The arguments of a command line with single and double quotes, its pack found from anywhere.
  private func words(of command: String) -> [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    for character in command {
      if let open = quote {
        if character == open { quote = nil } else { word?.append(character) }
      } else if character == "\"" || character == "'" {
        quote = character
        word = word ?? ""
      } else if character == " " {
        if let word { words.append(word) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    if let word { words.append(word) }
    return words.map { $0.hasPrefix("Tests/Cases/") ? SharedData.repository + "/" + $0 : $0 }
  }
}
