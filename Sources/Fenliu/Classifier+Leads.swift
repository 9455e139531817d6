// SPDX-License-Identifier: Apache-2.0
import FenliuCalendar
import FenliuMatching
public import FenliuModel
import FenliuNormalization
import FenliuRouting

extension Classifier {
  /// Who must answer a post that is about this topic and nothing else, of no known place or source.
  public func lead(ofTopic topic: TopicID) -> DepartmentID {
    var scores = Scores()
    scores.topics = [.init(topic: topic, points: .one)]
    let nothing = NormalizedText()
    return compiled.router.route(
      scores, matches: Matches(), facts: PostFacts(date: LocalDate(dayNumber: 0)), title: nothing, text: nothing,
      start: Instant(seconds: 0)
    ).lead
  }
}
