// SPDX-License-Identifier: Apache-2.0
import FenliuExpression
import FenliuModel
import Testing

@testable import Fenliu

@Suite("The text of an expression")
struct ExpressionTextTests {
  private let words = Vocabulary(place: .when, patterns: ["debt", "sign"])
  private let writer = ExpressionText(rules: RuleSet(title: ""), patterns: ["debt", "sign"])

  @Test(
    "is one that can be read again, as the same",
    arguments: [
      "not (not debt)", "not (debt or sign) and (debt or not sign)", "count(debt) > 0.000001",
      "count(debt) * 0.0000125 >= 1",
      "count(debt) < 123456789012345678901234.5", "count(debt) - (1 - 2) > 3 / (2 / 1)",
      "near(debt, sign, 8 characters)",
    ])
  func readAgain(text: String) throws {
    let condition = try ExpressionParser.condition(text, words).expression
    let written = writer.text(condition)
    #expect(try ExpressionParser.condition(written, words).expression == condition, "\(written)")
  }
}
