// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import FenliuLints

struct PersonalNumberTests {
  @Test(
    "numbers that a person may have are found, with their kind",
    arguments: [
      ("打13912345679找我", "mobile-number", "13912345679"), ("１３９１２３４５６７９", "mobile-number", "１３９１２３４５６７９"),
      ("139-1234-5679。", "mobile-number", "139-1234-5679"), ("座机0351-4012387", "landline-number", "0351-4012387"),
      ("11010519491231002X", "identity-number", "11010519491231002X"),
      ("卡号 6222 0212 3456 7894", "bank-number", "6222 0212 3456 7894"),
      ("写信到li.ming@mail.cn。", "mail-address", "li.ming@mail.cn"),
    ])
  func found(text: String, kind: String, number: String) {
    let found = PersonalNumbers.found(in: text)
    #expect(found.map(\.kind.rawValue) == [kind])
    #expect(found.map { String(decoding: Array(text.utf8)[$0.range], as: UTF8.self) } == [number])
  }

  @Test(
    "numbers that nobody has are left alone",
    arguments: [
      "13800000000", "13812345678", "138****5678", "1391234****", "010-12345678", "0000-1234567", "2026-11-20 20:00",
      "110105194912310021", "6222021234567890", "编号20261120001234", "name@example.com", "a@b", "me@mine.test",
      "订单 12345678901234567890123", "views 10000",
    ])
  func passedOver(text: String) { #expect(PersonalNumbers.found(in: text) == []) }

  @Test("what is proposed in place of a number is no person's")
  func examples() {
    for text in ["13912345679", "0351-4012387", "11010519491231002X", "6222021234567894", "li.ming@mail.cn"] {
      for finding in PersonalNumbers.found(in: text) {
        #expect(PersonalNumbers.found(in: finding.example) == [], "\(finding.example)")
      }
    }
  }
}
