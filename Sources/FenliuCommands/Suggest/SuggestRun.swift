// SPDX-License-Identifier: Apache-2.0
import Fenliu
import FenliuCalendar
import FenliuTuning

/// Fits once on all posts and once for each part of the cross-validation, side by side, and asks what comes of each fit.
struct SuggestRun: Sendable {
  let labelled: LabelledPosts
  let copies: NearCopies
  let folds: Folds
  let table: LabelTable
  let classifier: Classifier
  let time: Instant
  let threads: Int

  /// What a fit makes of the pack.
  struct Fit<Found: Sendable>: Sendable {
    /// The pack's rules with what was found in force.
    var rules: RuleSet
    /// What was found.
    var found: Found
  }

  /// What one job brings.
  private struct Answer<Found: Sendable>: Sendable {
    var found: Found
    /// What was decided of each post asked about, by place.
    var decided: [(post: Int, label: LabelTable.ClassID)]
  }

  /// Fits on all posts and on the others of each part.
  ///
  /// - Parameter fit: learns from the posts at some places.
  /// - Returns: what the fit on all posts found, and the scores.
  func crossValidated<Found: Sendable>(
    _ fit: @escaping @Sendable (_ learnt: [Int]) -> Fit<Found>
  ) throws -> (found: Found, scores: SuggestScores) {
    let answers = try answers(fit)
    var scores = SuggestScores()
    for (place, post) in labelled.posts.enumerated() {
      scores.without.add(label: post.label, decided: table.classes(of: labelled.outcomes[place])[0])
    }
    for (post, label) in answers[0].decided { scores.onItself.add(label: labelled.posts[post].label, decided: label) }
    for answer in answers.dropFirst() {
      for (post, label) in answer.decided { scores.with.add(label: labelled.posts[post].label, decided: label) }
    }
    return (answers[0].found, scores)
  }

  private func answers<Found: Sendable>(
    _ fit: @escaping @Sendable (_ learnt: [Int]) -> Fit<Found>
  ) throws -> [Answer<Found>] {
    let count = folds.count + 1
    let next = Monitor(0)
    let answers = Monitor([Answer<Found>?](repeating: nil, count: count))
    let failure = Monitor((any Error)?.none)
    Threads.run(min(threads, count)) {
      while let job = next.withState({ number -> Int? in
        defer { number += 1 }
        return number < count ? number : nil
      }) {
        // The longest job first: the fit on all posts.
        let all = Array(labelled.posts.indices)
        let split = job == 0 ? (asked: all, learnt: all) : folds.split(job - 1)
        do {
          let answer = try ask(fit(split.learnt), about: split.asked)
          answers.withState { $0[job] = answer }
        } catch {
          failure.withState { $0 = error }
        }
      }
    }
    if let error = failure.withState({ $0 }) { throw error }
    return answers.withState { $0.compactMap(\.self) }
  }

  private func ask<Found: Sendable>(_ fit: Fit<Found>, about asked: [Int]) throws -> Answer<Found> {
    let changed = try Classifier(fit.rules, classifier.map)
    var worker = changed.makeWorker()
    var decided: [(post: Int, label: LabelTable.ClassID)] = []
    for post in asked {
      decided.append((post, table.classes(of: worker.outcome(of: labelled.posts[post].post, at: time))[0]))
    }
    return Answer(found: fit.found, decided: decided)
  }
}

/// The scores of a fit.
struct SuggestScores: Sendable {
  /// The pack as it stands.
  var without = LabelScore()
  /// The pack with what a fit found that has not seen the post.
  var with = LabelScore()
  /// The pack with what the fit on all posts found, asked about those same posts: the best it can look, and no promise.
  var onItself = LabelScore()
}
