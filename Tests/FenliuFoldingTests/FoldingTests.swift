// SPDX-License-Identifier: Apache-2.0
import FenliuFolding
import FenliuTestSupport
import FoundationEssentials
import Testing

@Suite struct FoldingTests {
  /// Every scalar there is.
  private static var all: some Sequence<Unicode.Scalar> {
    (UInt32(0)...0x10FFFF).lazy.compactMap(Unicode.Scalar.init)
  }

  /// Whether a scalar is in the version of Unicode that the tables were made from; Swift's own may be newer.
  private static func isKnown(_ scalar: Unicode.Scalar) -> Bool {
    guard let age = scalar.properties.age else { return false }
    return (age.major, age.minor) <= (15, 0)
  }

  @Test("a text folds as its case says")
  func cases() throws {
    for row in try CaseTable("normalization/folding.tsv").rows {
      let name = try #require(row["case"])
      #expect(Folding.fold(row["original"] ?? "") == row["normalized"], "\(name)")
      #expect(Folding.fold(row["normalized"] ?? "") == row["normalized"], "\(name), twice")
    }
  }

  @Test("folding any scalar twice changes nothing")
  func idempotent() {
    let wrong = Self.all.filter { scalar in
      guard let once = Folding.fold(scalar) else { return false }
      return Folding.fold(once) != once
    }
    #expect(wrong.isEmpty, "\(wrong)")
  }

  @Test("a scalar vanishes exactly if it is called vanishing, and no folded scalar does")
  func vanishing() {
    let wrong = Self.all.filter { scalar in
      let folded = Folding.fold(scalar)
      return (folded == nil) != Folding.isVanishing(scalar) || folded.map(Folding.isVanishing) == true
    }
    #expect(wrong.isEmpty, "\(wrong)")
  }

  @Test("what is neither letter, digit, ASCII in full width nor invisible stays")
  func everythingElseStays() {
    let sentenceMarks = Set("，。！？；：（）…".unicodeScalars)
    let wrong = Self.all.filter { scalar in
      guard let folded = Folding.fold(scalar), folded != scalar else { return false }
      if sentenceMarks.contains(scalar) { return true }
      if (0xFF01...0xFF5E).contains(scalar.value) || scalar == "\u{3000}" { return !folded.isASCII }
      // Signs may change only into the letter or digit they enclose; anything else that changes is one itself.
      return !Folding.isLetterOrDigit(folded)
    }
    #expect(wrong.isEmpty, "\(wrong)")
    for mark in sentenceMarks { #expect(Folding.fold(mark) == mark) }
  }

  @Test("variation marks, zero-width characters and the soft hyphen vanish, no letter does")
  func vanishingSet() {
    let wrong = Self.all.filter { scalar in
      if scalar.properties.isVariationSelector { return !Folding.isVanishing(scalar) }
      return Folding.isVanishing(scalar) && scalar != "\u{34F}" && scalar.properties.generalCategory != .format
    }
    #expect(wrong.isEmpty, "\(wrong)")
    for scalar: Unicode.Scalar in ["\u{AD}", "\u{200B}", "\u{200C}", "\u{200D}", "\u{200E}", "\u{2060}", "\u{FEFF}"] {
      #expect(Folding.isVanishing(scalar))
    }
  }

  @Test("the tables agree with Swift's own about letters, digits and white space of Unicode 15")
  func agreesWithSwift() {
    let wrong = Self.all.filter { scalar in
      guard Self.isKnown(scalar) else { return false }
      let category = scalar.properties.generalCategory
      let isDigit = category == .decimalNumber
      let isLetter: Bool =
        switch category {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .letterNumber: true
        default: false
        }
      return Folding.isLetter(scalar) != isLetter || Folding.isLetterOrDigit(scalar) != (isLetter || isDigit)
        || Folding.isWhiteSpace(scalar) != scalar.properties.isWhitespace
    }
    #expect(wrong.isEmpty, "\(wrong)")
  }

  @Test("a capital and its small letter fold to the same")
  func capitals() {
    let wrong = Self.all.filter { scalar in
      let small = scalar.properties.lowercaseMapping.unicodeScalars
      // Of some capitals the small letter is several scalars, and folding never makes several.
      guard scalar.properties.isUppercase, small.count == 1, let only = small.first, only != scalar,
        Self.isKnown(scalar), Self.isKnown(only)
      else {
        return false
      }
      return Folding.fold(scalar) != Folding.fold(only)
    }
    #expect(wrong.isEmpty, "\(wrong)")
  }

  @Test("traditional characters become the first of OpenCC's forms", .enabled(if: SharedData.isPresent))
  func simplified() throws {
    let path = SharedData.folder + "/data/lexicons/opencc_TSCharacters.txt"
    var count = 0
    for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") where !line.hasPrefix("#") {
      let fields = line.split(separator: "\t")
      let forms = fields[1].split(separator: " ")
      count += 1
      let expected = forms.contains(fields[0]) ? fields[0] : forms[0]
      #expect(Folding.fold(String(fields[0])) == Folding.fold(String(expected)), "\(line)")
      if forms.contains(fields[0]) { #expect(Folding.fold(String(fields[0])) == fields[0], "\(line)") }
    }
    #expect(count > 4_000)
  }

  @Test("words of Latin, Greek, Cyrillic and Arabic match whole, those of Han, kana, Hangul and Thai anywhere")
  func wholeWords() {
    for scalar in "azAZ09éßωжԱאب९\u{301}".unicodeScalars { #expect(Folding.isWholeWordCharacter(scalar), "\(scalar)") }
    for scalar in "工〇々のカー한ไทยລາວខ្មែរမြန်မာབོད、，。 \n_-·①😀\u{3099}".unicodeScalars {
      #expect(!Folding.isWholeWordCharacter(scalar), "\(scalar)")
    }
  }

  @Test("an edge is where not both sides are whole-word characters")
  func edges() {
    let bytes = Array("vx群a1 é".utf8)
    let edges = [0, 1, 2, 5, 6, 7, 8, 10].map { Folding.isWordEdge(at: $0, in: bytes.span) }
    #expect(edges == [true, false, true, true, false, true, true, true])
  }

  @Test("single scalars are read forwards and backwards")
  func scalars() {
    let text = "aé中𠮷"
    let bytes = Array(text.utf8)
    var offset = 0
    for scalar in text.unicodeScalars {
      #expect(Folding.scalar(at: offset, in: bytes.span) == scalar)
      offset += UTF8.width(scalar)
      #expect(Folding.scalar(before: offset, in: bytes.span) == scalar)
    }
    #expect(Folding.scalar(at: offset, in: bytes.span) == nil)
    #expect(Folding.scalar(before: 0, in: bytes.span) == nil)
  }

  @Test("letters know their script, and every script that a pack can declare has a letter")
  func scripts() {
    let samples: [(Unicode.Scalar, Script)] = [
      ("工", .han), ("𠮷", .han), ("〇", .han), ("の", .kana), ("ー", .kana), ("한", .hangul), ("ㄅ", .bopomofo),
      ("a", .latin), ("ﬁ", .latin), ("ω", .greek), ("ж", .cyrillic), ("ب", .arabic), ("א", .hebrew), ("ไ", .thai),
      ("བ", .tibetan), ("ꀀ", .yi), ("ᠠ", .mongolian), ("ಕ", .other), ("1", .common), ("，", .common), ("😀", .common),
    ]
    for (scalar, script) in samples { #expect(Folding.script(of: scalar) == script, "\(scalar)") }
    let seen = Set(Self.all.lazy.filter(Folding.isLetter).map(Folding.script(of:)))
    for script in Script.declarable {
      #expect(seen.contains(script), "\(script)")
      #expect(Script(name: script.name) == script)
    }
    #expect(Script.han.name == "han")
    #expect(Script(name: "common") == nil)
    #expect(Script(name: "Han") == nil)
  }
}
