// SPDX-License-Identifier: Apache-2.0

extension PersonalSearch {
  private static let provinces = Set("京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼".unicodeScalars)
  private static let endings = Set("挂学警港澳".unicodeScalars)

  /// Finds plates (GA 36): a province, a letter, and five letters and digits, six where the car runs on electricity; a dot, a blank or a
  /// hyphen may stand behind the letter.
  mutating func findPlates() {
    var place = 0
    while place < scalars.count {
      if let province = scalars[place], Self.provinces.contains(province), let end = plateEnd(place) {
        let isNobodys = Checks.isMadeUp(scalars.all[place..<end].compactMap(DigitValue.plain)[...])
        keep(.plate, place..<end, isNobodys: isNobodys, example: "\(province)A00000")
        place = end
      } else {
        place += 1
      }
    }
  }

  private func plateEnd(_ start: Int) -> Int? {
    var place = start + 1
    if scalars[place] == " " { place += 1 }
    guard isPlateLetter(place) else { return nil }
    place += 1
    var marks = 0
    while marks < 2, let mark = scalars[place], [" ", "·", "-", "•", ".", "・"].contains(mark) {
      place += 1
      marks += 1
    }
    let first = place
    var digits = 0
    while place - first < 7, scalars.isDigit(place) || isPlateLetter(place) {
      digits += scalars.isDigit(place) ? 1 : 0
      place += 1
    }
    let length = place - first
    let hasEnding = scalars[place].map(Self.endings.contains) ?? false
    guard !scalars.isLetter(place), !scalars.isDigit(place) else { return nil }
    // Of five at most two are letters; six begin or end with the one that says what drives the car.
    switch length {
    case 4 where hasEnding && digits >= 2: return place + 1
    case 5 where digits >= 3: return place
    case 6 where digits >= 4 && (scalars.isLetter(first) || scalars.isLetter(place - 1)): return place
    default: return nil
    }
  }

  /// No plate has an I or an O: they look like digits.
  private func isPlateLetter(_ place: Int) -> Bool {
    scalars.isLetter(place) && scalars[place] != "i" && scalars[place] != "o"
  }
}
