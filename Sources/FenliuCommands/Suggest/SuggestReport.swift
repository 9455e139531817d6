// SPDX-License-Identifier: Apache-2.0
import Fenliu
import FenliuRecords
import FenliuTuning

/// The scores of a fit: what the pack decides by itself, what it decides of posts that the fit has not seen, and of those it has.
struct SuggestReport: Sendable {
  private let table: LabelTable
  private let posts: Int
  private let different: Int
  private let folds: Int
  /// How many words speak for each label, or have other points.
  private let words: [LabelTable.ClassID: Int]
  private let scores: SuggestScores
  private var without: LabelScore { scores.without }
  private var with: LabelScore { scores.with }

  init(_ run: SuggestRun, scores: SuggestScores, words: [LabelTable.ClassID: Int]) {
    table = run.table
    posts = run.labelled.posts.count
    different = run.copies.count
    folds = run.folds.count
    self.scores = scores
    self.words = words
  }

  /// Whether decisions agree less often with the labels of posts that were not learnt from.
  var makesWorse: Bool { with.macroF1 < without.macroF1 }

  /// The scores for a person.
  func text(in language: Language) -> String {
    func word(_ sentence: SuggestSentence) -> String { sentence.text(in: language) }
    var rows = [[word(.label), word(.posts), word(.words), "F1 " + word(.without), "F1 " + word(.with)]]
    for label in with.labels {
      rows.append([
        table[label].title, String(with.parts[label]?.labelled ?? 0), String(words[label] ?? 0),
        Self.share(without.parts[label]?.f1 ?? 0), Self.share(with.parts[label]?.f1 ?? 0),
      ])
    }
    var totals = [["", word(.macroF1), word(.accuracy)]]
    for (name, score) in [(word(.without), without), (word(.with), with), (word(.onItself), scores.onItself)] {
      totals.append([name, Self.share(score.macroF1), Self.share(score.accuracy)])
    }
    let head = SuggestSentence.learnt(posts: posts, different: different, labels: with.labels.count)
    return head.text(in: language) + "\n\n" + Self.table(rows) + "\n" + word(.headCrossed(folds: folds)) + "\n"
      + Self.table(totals)
  }

  /// The scores for a program, one object.
  var json: String {
    var writer = JSONWriter(.indented)
    writer.beginObject()
    writer.key("posts")
    writer.number(posts)
    writer.key("different")
    writer.number(different)
    writer.key("folds")
    writer.number(folds)
    for (key, score) in [("without", without), ("with", with), ("on-itself", scores.onItself)] {
      writer.key(named: key)
      writer.beginObject()
      writer.key("macro-f1")
      writer.number(Self.rounded(score.macroF1))
      writer.key("accuracy")
      writer.number(Self.rounded(score.accuracy))
      writer.endObject()
    }
    writer.key("labels")
    writer.beginArray()
    for label in with.labels {
      writer.beginObject()
      writer.key("label")
      writer.string(table[label].key)
      writer.key("title")
      writer.string(table[label].title)
      writer.key("posts")
      writer.number(with.parts[label]?.labelled ?? 0)
      writer.key("words")
      writer.number(words[label] ?? 0)
      writer.key("f1-without")
      writer.number(Self.rounded(without.parts[label]?.f1 ?? 0))
      writer.key("f1-with")
      writer.number(Self.rounded(with.parts[label]?.f1 ?? 0))
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
    writer.endLine()
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  private static func rounded(_ share: Double) -> Double { (share * 10_000).rounded() / 10_000 }

  /// A share with three digits: 0.874.
  private static func share(_ share: Double) -> String {
    let thousandths = Int((share * 1000).rounded())
    let digits = String(thousandths % 1000)
    return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - digits.count) + digits
  }

  /// Columns that stand under each other: the first to the left, numbers to the right. A Han character is two wide.
  private static func table(_ rows: [[String]]) -> String {
    func width(_ text: String) -> Int {
      text.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x1100 && $1.value != 0x2026 ? 2 : 1) }
    }
    let widths = rows[0].indices.map { column in rows.map { width($0[column]) }.max() ?? 0 }
    return rows.map { row in
      row.indices.map { column in
        let space = String(repeating: " ", count: widths[column] - width(row[column]))
        return column == 0 ? row[column] + space : space + row[column]
      }.joined(separator: "  ")
    }.map { $0 + "\n" }.joined()
  }
}
