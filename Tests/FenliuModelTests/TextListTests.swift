// SPDX-License-Identifier: Apache-2.0
import FenliuCalendar
import FenliuTestSupport
import Testing

@testable import FenliuModel

@Suite("Texts in one memory")
struct TextListTests {
  private func text(_ append: (inout TextList) -> Void) -> String {
    var list = TextList()
    append(&list)
    list.endText()
    return list[0]
  }

  @Test("numbers, points, days and times read as their descriptions", arguments: Seeds.standard)
  func descriptions(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<200 {
      let number = Int.random(in: -9_999_999...9_999_999, using: &random) >> Int.random(in: 0..<24, using: &random)
      #expect(text { $0.append(number) } == number.description)
      let points = Points(hundredths: number)
      #expect(text { $0.append(points) } == points.description)
      let date = LocalDate(dayNumber: number)
      #expect(text { $0.append(date) } == date.description)
      #expect(text { $0.append(monthAndDay: date) } == String(date.description.dropFirst(5)))
      let time = TimeOfDay(seconds: Int.random(in: 0...86_400, using: &random))
      #expect(text { $0.append(time) } == time.description)
    }
    for number in [0, 9, 10, 99, 100, Int.max, Int.min + 1] {
      #expect(text { $0.append(number) } == number.description)
    }
  }

  @Test("each text is what was appended since the last, and forgetting leaves nothing")
  func texts() {
    var list = TextList()
    list.append(words: "规则“")
    list.append("欠薪")
    list.append(words: "”")
    list.endText()
    list.endText()
    list.append(Array("拖欠工资".utf8), 6..<12)
    list.endText()
    #expect((0..<list.count).map { list[$0] } == ["规则“欠薪”", "", "工资"])
    list.removeAll()
    #expect(list.count == 0 && list.bytes.isEmpty)
    list.append("x")
    list.endText()
    #expect(list[0] == "x")
  }

  @Test("scalars are counted as a string counts them, in texts of every length", arguments: Seeds.standard)
  func scalars(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var text = ""
    for _ in 0..<700 {
      if let scalar = ["a", "é", "字", "😀"].randomElement(using: &random) { text += scalar }
      guard Int.random(in: 0..<20, using: &random) == 0 else { continue }
      let scalars = text.unicodeScalars
      let start = scalars.index(scalars.startIndex, offsetBy: Int.random(in: 0..<scalars.count, using: &random))
      let offset = text.utf8.distance(from: text.startIndex, to: start)
      let bytes = Array(text.utf8)
      #expect(NormalizedText.scalars(in: bytes, offset..<bytes.count) == text[start...].unicodeScalars.count)
    }
  }
}
