// SPDX-License-Identifier: Apache-2.0
import Fenliu
import FenliuTuning

/// An evaluation as a page: every table whole, and the posts that were decided wrongly with their hits.
struct EvaluationPage {
  private let run: EvaluationRun
  private let tables: EvaluationTables

  /// The bytes of the page.
  static func bytes(of run: EvaluationRun, _ classifier: Classifier) -> [UInt8] {
    let writer = EvaluationPage(
      run: run, tables: EvaluationTables(run, classifier, language: SpokenLanguage.current))
    var page = HTMLPage(title: writer.said(.title(run.table.aim)), language: SpokenLanguage.current)
    writer.write(&page, digest: classifier.rules.digest)
    return page.bytes
  }

  private func write(_ page: inout HTMLPage, digest: String) {
    let measures = tables.measures
    page.paragraph(said(.compared(measures.posts, right: measures.right)))
    page.note(
      said(
        .notCompared(
          rejects: run.seen.rejects, unlabelled: run.unlabelled, leftOut: EvaluationRun.posts(run.leftOut),
          unknown: EvaluationRun.posts(run.unknown))))
    page.note("sha256:" + digest)
    page.section(said(.figures), isOpen: true) { $0.table(tables.figures) }
    page.section(said(.classes), isOpen: true) { $0.table(tables.classes) }
    page.section(said(.confusion), isOpen: true) { $0.table(tables.matrix) }
    page.section(said(.mixUps), isOpen: false) { $0.table(tables.mixUps) }
    page.section(said(.rules), isOpen: true) { page in
      page.note(said(.legend))
      page.table(tables.rules)
    }
    if run.asksWords { page.section(said(.words), isOpen: false) { $0.table(tables.words) } }
    if run.asksWords, run.only == nil {
      page.section(said(.unusedWords), isOpen: false) { $0.table(tables.unused) }
    }
    page.section("\(said(.untouched)) (\(run.tally.untouched.count))", isOpen: false) { $0.ids(run.tally.untouched) }
    page.section("\(said(.wrongPosts)) (\(measures.posts - measures.right))", isOpen: true, posts)
  }

  /// The posts, those of one mix-up together, the greatest first.
  private func posts(_ page: inout HTMLPage) {
    let hidden = tables.measures.posts - tables.measures.right - run.shown.count
    if hidden > 0 { page.note(said(.postsNotShown(hidden))) }
    var groups: [Verdict: [EvaluationRun.ShownPost]] = [:]
    for post in run.shown { groups[post.verdict, default: []].append(post) }
    for cell in tables.wrong {
      guard let posts = groups[cell.verdict] else { continue }
      let label = tables.name(cell.verdict.label)
      let decided = tables.decided(cell.verdict)
      page.group("\(label) → \(decided) (\(cell.posts))", isOpen: false) { page in
        for post in posts {
          var facts = [
            (said(.labelSays), label), (said(.wasDecided), decided), (said(.headRoute), post.decision.route.name),
          ]
          if post.decision.matches.isEmpty { facts.append((said(.nothingHits), "")) }
          page.post(HTMLPost(post.post, post.decision, facts: facts))
        }
      }
    }
  }

  private func said(_ sentence: EvaluateSentence) -> String { tables.said(sentence) }
}
