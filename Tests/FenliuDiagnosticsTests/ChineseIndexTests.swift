// SPDX-License-Identifier: Apache-2.0
import FenliuTestSupport
import Foundation
import Testing

@testable import FenliuDiagnostics

@Suite struct ChineseIndexTests {
  private static let path = SharedData.repository + "/docs/zh/diagnostics.md"

  /// The page as it should be: every code with its sentence and what to do, for readers who read no English.
  private static var page: String {
    let chinese = Catalogue.of(.chinese)
    var lines = [
      "# 诊断代码一览", "",
      "`fenliu check` 的每条诊断末尾有一个代码。下表按代码排序，花括号里是检查时填入的内容；点代码看详细说明（英文页，末尾有中文）。",
      "本页由测试从程序的句子表生成：`UPDATE_GOLDEN=1 swift test --filter ChineseIndexTests`。", "",
      "| 代码 | 含义 | 怎么办 |", "|---|---|---|",
    ]
    for code in chinese.codes {
      let sentence = (chinese.sentences[code] ?? "").replacingOccurrences(of: "|", with: "\\|")
      let help = (chinese.helps[code] ?? "").replacingOccurrences(of: "|", with: "\\|")
      lines.append("| [\(code)](../diagnostics/\(code).md) | \(sentence) | \(help) |")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  @Test("the Chinese index of codes says what the program says")
  func index() throws {
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try Self.page.write(toFile: Self.path, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOfFile: Self.path, encoding: .utf8) == Self.page)
  }
}
