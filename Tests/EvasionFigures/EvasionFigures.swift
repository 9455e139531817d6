// SPDX-License-Identifier: Apache-2.0
import Fenliu
import FenliuFolding
import FenliuTestSupport
import FoundationEssentials

/// Disguises the words that a pack looks for in disguise, puts them into real sentences, and counts how often they are found, and where.
struct EvasionFigures {
  /// How often the words of some tricks were found.
  struct Figure {
    var tried = 0
    var found = 0
    /// Found, but not from its first to its last character.
    var misplaced = 0

    var recall: Double { tried == 0 ? 1 : Double(found) / Double(tried) }
  }

  private let pack: Pack
  private let words: [Word]
  private let sentences: [String]
  private let count: Int
  private let isShowing: Bool

  /// - Parameters:
  ///   - pack: the folder of the pack whose words are disguised: those of rules and lists with `evasion`, that have more than one letter and no gaps.
  ///   - sentences: a file of posts, one in JSON a line.
  ///   - count: how many words are disguised by each trick; of each pair of tricks a tenth of that.
  ///   - isShowing: whether what is not found is printed.
  init(pack folder: String, sentences path: String, count: Int, isShowing: Bool) throws {
    self.isShowing = isShowing
    pack = try Pack(folder: folder)
    let rules = pack.rules
    var seen: Set<String> = []
    words = rules.rules.flatMap { rule -> [Word] in
      rule.foundLines.joined().flatMap { pattern -> [Word] in
        switch pattern {
        case .word(let word): rule.evasion.isEmpty ? [] : [word]
        case .list(let list):
          (rules.lists[list.index].evasion ?? rule.evasion).isEmpty ? [] : rules.lists[list.index].words
        case .regex, .number: []
        }
      }
    }.filter { word in
      word.parts.count == 1 && word.parts[0].choices.count == 1 && !word.hasOpenEnd
        && Folding.fold(word.parts[0].choices[0]).unicodeScalars.count > 1
        && seen.insert(Folding.fold(word.written)).inserted
    }
    struct Line: Decodable { var text: String }
    let data = try Data(contentsOf: URL(filePath: path))
    sentences = try data.split(separator: UInt8(ascii: "\n")).map {
      try JSONDecoder().decode(Line.self, from: $0).text
    }.filter { $0.unicodeScalars.count < 400 }
    self.count = count
  }

  /// Prints the figures of each trick and of any two; whether they are as they have to be.
  func print() throws -> Bool {
    Swift.print("\(words.count) words, \(sentences.count) sentences")
    var isGood = true
    Swift.print("| tricks | disguised | found | recall | misplaced |\n|---|---|---|---|---|")
    for trick in Trick.allCases {
      let figure = try figure(of: [trick], count: count)
      isGood = report([trick], figure, atLeast: 0.99) && isGood
    }
    var together = Figure()
    for first in Trick.allCases {
      for second in Trick.allCases where first.rawValue < second.rawValue {
        let figure = try figure(of: [first, second], count: count / 10)
        isGood = report([first, second], figure, atLeast: 0.95) && isGood
        together.tried += figure.tried
        together.found += figure.found
        together.misplaced += figure.misplaced
      }
    }
    Swift.print(line("any two", together))
    return isGood
  }

  private func report(_ tricks: [Trick], _ figure: Figure, atLeast least: Double) -> Bool {
    guard figure.tried > 0 else { return true }
    Swift.print(line(tricks.map(\.key).joined(separator: " + "), figure))
    return figure.recall >= least && figure.misplaced == 0
  }

  private func line(_ name: String, _ figure: Figure) -> String {
    let recall = String((figure.recall * 10_000).rounded() / 10_000)
    return "| \(name) | \(figure.tried) | \(figure.found) | \(recall) | \(figure.misplaced) |"
  }

  private func figure(of tricks: [Trick], count: Int) throws -> Figure {
    var disguiser = Disguiser(seed: 20_261_127)
    var figure = Figure()
    var worker = try classifier(by: tricks).makeWorker(listing: .all)
    let possible = words.filter { disguiser.disguise(Self.letters(of: $0), by: tricks) != nil }
    guard !possible.isEmpty else { return figure }
    while figure.tried < count {
      let word = possible[disguiser.number(below: possible.count)]
      guard let disguise = disguiser.disguise(Self.letters(of: word), by: tricks) else { continue }
      let (before, after) = place(&disguiser, for: Self.letters(of: word))
      let start = before.unicodeScalars.count
      let end = start + disguise.unicodeScalars.count
      let post = Post(id: "1", text: before + disguise + after)
      let decision = worker.decide(post, at: Instant(seconds: 1_795_000_000))
      let own: [Decision.Hit] = decision.matches.flatMap { $0.hits }.filter { hit in
        hit.word == word.written && hit.start < end && start < hit.end
      }
      figure.tried += 1
      if own.contains(where: { $0.start == start && $0.end == end }) {
        figure.found += 1
      } else {
        if !own.isEmpty { figure.misplaced += 1 }
        if isShowing { Swift.print("  \(word.written) as \(disguise): \(own.map(\.text))") }
      }
    }
    return figure
  }

  private static func letters(of word: Word) -> [Unicode.Scalar] {
    Array(Folding.fold(word.parts[0].choices[0]).unicodeScalars)
  }

  /// A sentence cut in two where neither a letter of a word with spaces stands on either side, nor one of the word itself.
  private func place(_ disguiser: inout Disguiser, for word: [Unicode.Scalar]) -> (before: String, after: String) {
    var sentence: [Unicode.Scalar] = []
    var places: [Int] = []
    while places.isEmpty {
      sentence = Array(sentences[disguiser.number(below: sentences.count)].unicodeScalars)
      places = (0...sentence.count).filter { place in
        [place - 1, place].allSatisfy { index in
          !sentence.indices.contains(index)
            || !Folding.isWholeWordCharacter(sentence[index]) && !word.contains(sentence[index])
        }
      }
    }
    let place = places[disguiser.number(below: places.count)]
    func text(_ part: ArraySlice<Unicode.Scalar>) -> String {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: part)
      return String(view)
    }
    return (text(sentence[..<place]), text(sentence[place...]))
  }

  /// The pack with one rule: all words by these tricks, wherever they stand.
  private func classifier(by tricks: [Trick]) throws -> Classifier {
    var rules = pack.rules
    var lines = Rule.Lines()
    lines.any = words.map { .word($0) }
    var rule = rules.rules[0]
    (rule.category, rule.topic, rule.body, rule.evasion) = (.earlySign, nil, .lines(lines), Tricks(tricks))
    (rule.unless, rule.condition, rule.allow, rule.replaces, rule.polarity) = (nil, nil, [], [], .any)
    (rule.from, rule.until, rule.fields, rule.status, rule.each) = (nil, nil, .everything, .active, nil)
    (rules.rules, rules.kindLines, rules.allow) = ([rule], [], [])
    return try Classifier(rules, pack.map)
  }
}

extension Rule {
  /// The lines that are looked for in disguise.
  fileprivate var foundLines: [Line] {
    switch body {
    case .lines(let lines): [lines.any] + lines.all + lines.near.flatMap(\.lines)
    case .when(_, let patterns): patterns.map(\.line)
    }
  }
}
