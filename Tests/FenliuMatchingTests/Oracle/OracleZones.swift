// SPDX-License-Identifier: Apache-2.0
import FenliuModel

@testable import FenliuMatching

/// The zone of each character, found by asking at every place what begins there.
func oracleZones(_ characters: [Unicode.Scalar], _ field: OracleField) -> [TextZone] {
  var zones = Array(repeating: TextZone.own, count: characters.count)
  let text = characters.map { Character($0) }
  func at(_ index: Int) -> Character { text.indices.contains(index) ? text[index] : "\0" }
  func stands(_ word: String, _ start: Int) -> Bool {
    start >= 0 && start + word.count <= text.count && Array(text[start..<start + word.count]) == Array(word)
  }
  func ends(_ word: String, _ end: Int) -> Bool { stands(word, end - word.count) }
  func isLineEnd(_ index: Int) -> Bool { index >= text.count || text[index] == "\n" || text[index] == "\r" }
  func isASCIIName(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber || character == "_" || character == "-")
  }
  func isName(_ index: Int) -> Bool {
    guard index < text.count else { return false }
    let value = characters[index].value
    if value < 0x80 { return isASCIIName(text[index]) }
    let signs: [Range<UInt32>] = [
      0x80..<0xC0, 0x2000..<0x2C00, 0x2E00..<0x2E80, 0x3000..<0x3040, 0xFE00..<0xFE70, 0xFF00..<0x110000,
    ]
    return !signs.contains { $0.contains(value) }
  }
  /// Opens a zone over everything that is not a link or mention already.
  var outer: (zone: TextZone, end: Int) = (.own, 0)
  var index = 0
  while index < text.count {
    if index >= outer.end { outer = (.own, 0) }
    // Links and mentions begin anywhere.
    if text[index] == "@", !(isASCIIName(at(index - 1)) || at(index - 1) == ".") || index == 0 {
      var end = index + 1
      while isName(end) { end += 1 }
      if (1...12).contains(end - index - 1) {
        for place in index..<end { zones[place] = .mention }
        index = end
        continue
      }
    }
    let isLink =
      (stands("://", index) && (ends("http", index) || ends("https", index)))
      || (at(index) == "." && ends("www", index))
    if isLink {
      var end = oracleHost(text, characters, from: index + (text[index] == "." ? 1 : 3), isName: isName) ?? index
      while end < text.count, text[end].isASCII, characters[end].value > 0x20, characters[end].value < 0x7F,
        !"<>\"".contains(text[end])
      {
        end += 1
      }
      for place in index..<end { zones[place] = .link }
      index = end
      continue
    }
    if outer.zone == .own {
      let lineStart = text[..<index].lastIndex { $0 == "\n" || $0 == "\r" }.map { $0 + 1 } ?? 0
      let isFirst = text[lineStart..<index].allSatisfy { $0 == " " }
      let lineEnd = (index...text.count).first { isLineEnd($0) }!
      if stands("//@", index) {
        outer = (.repost, text.count)
      } else if stands("转发", index), ["：", ":", "】", "]", "）", ")", "@", "自"].contains(at(index + 2)),
        at(index + 2) != "自" || !["己", "身", "家"].contains(at(index + 3))
      {
        let before = ["【", "[", "（", "("].contains(at(index - 1)) ? index - 1 : index
        if text[lineStart..<before].allSatisfy({ $0 == " " }) { outer = (.repost, text.count) }
      } else if text[index] == ">", isFirst {
        outer = (.quoted, lineEnd)
      } else if text[index] == "#" {
        if let close = text[(index + 1)..<max(index + 1, lineEnd)].firstIndex(of: "#"),
          (1...40).contains(close - index - 1)
        {
          outer = (.tag, close + 1)
        }
      } else if text[index] == "“" || text[index] == "「" {
        let sign: Character = text[index] == "“" ? "”" : "」"
        if let close = text[(index + 1)..<lineEnd].firstIndex(of: sign), close - index - 1 <= 600 {
          let isSaid = field.isAnnounced(at: index, byColon: false)
          let last = text[..<index].last { $0 != " " }
          if close - index - 1 > 6 || (isSaid && (last == "：" || last == ":")) {
            outer = (isSaid ? .quoted : .emphasis, close + 1)
          }
        }
      } else if text[index] == "：" || text[index] == ":", field.isAnnounced(at: index, byColon: true) {
        let first = text[(index + 1)...].firstIndex { $0 != " " } ?? text.count
        let end =
          (first..<max(first, text.count)).first { field.ends[$0] == .sentence || field.ends[$0] == .question }
          ?? text.count
        if at(first) != "“", at(first) != "「", end > index + 1 { outer = (.quoted, end) }
      }
    }
    zones[index] = outer.zone
    index += 1
  }
  return zones
}

/// What stands in quotation marks: for each pair by itself, each closing mark with the last one that is open before it.
func oracleQuotations(_ characters: [Unicode.Scalar]) -> [Range<Int>] {
  func isLetter(_ place: Int) -> Bool {
    characters.indices.contains(place)
      && (characters[place].properties.isAlphabetic && characters[place].value < 0x400 || isDigit(place))
  }
  func isDigit(_ place: Int) -> Bool { characters.indices.contains(place) && ("0"..."9").contains(characters[place]) }
  var found: [Range<Int>] = []
  let pairs: [(Unicode.Scalar, [Unicode.Scalar])] = [
    ("\"", ["\""]), ("'", ["'"]), ("“", ["”"]), ("‘", ["’"]), ("「", ["」"]), ("『", ["』"]), ("〝", ["〞", "〟"]),
    ("﹁", ["﹂"]),
    ("﹃", ["﹄"]), ("«", ["»"]), ("‹", ["›"]),
  ]
  for (opening, closing) in pairs {
    var open: [Int] = []
    for place in characters.indices where characters[place] == opening || closing.contains(characters[place]) {
      let mark = characters[place]
      if mark == "'" || mark == "’", isLetter(place - 1), isLetter(place + 1) { continue }
      if mark == opening, closing != [opening] || open.isEmpty {
        if closing == [opening], isDigit(place - 1) || (mark == "'" && isLetter(place - 1)) { continue }
        open.append(place)
      } else if let start = open.popLast() {
        found.append(start..<place + 1)
      }
    }
  }
  return found
}

/// The end of a host with letters beyond ASCII, found by taking the text apart at its dots.
private func oracleHost(
  _ text: [Character], _ characters: [Unicode.Scalar], from start: Int, isName: (Int) -> Bool
) -> Int? {
  var first = start
  if first + 4 <= text.count, String(text[first..<first + 4]) == "www." { first += 4 }
  var end = first
  while end < text.count, text[end] == "." || (isName(end) && text[end] != "_") { end += 1 }
  let labels = text[first..<end].split(separator: ".", omittingEmptySubsequences: false)
  let domains = [
    "中国", "公司", "网络", "网址", "网站", "网店", "中文网", "商城", "商店", "商标", "在线", "集团", "企业", "机构", "政务", "政府", "公益", "香港", "台湾",
    "澳门", "新加坡",
    "手机", "移动", "信息", "世界", "招聘", "我爱你", "广东", "佛山",
  ]
  var found: Int?
  var isForeign = false
  for (place, whole) in labels.enumerated() {
    let isMixed = place > 0 && whole.first?.isASCII == true && !whole.allSatisfy(\.isASCII)
    let label = isMixed ? whole.prefix(while: \.isASCII) : whole
    guard (1...63).contains(label.count) else { break }
    let isPlain = label.allSatisfy(\.isASCII)
    let ends = isPlain ? label.count > 1 && label.allSatisfy(\.isLetter) : domains.contains(String(label))
    if place > 0, ends, isForeign || !isPlain { found = label.endIndex }
    isForeign = isForeign || !isPlain
    if isMixed { break }
  }
  return found
}
