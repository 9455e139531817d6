import Fenliu

/// Tells a caller which department a text belongs to, and until when it must be answered.
struct Desk {
  let classifier: Classifier

  /// Throws `DiagnosticsError` with every mistake of the pack's files, each with its place.
  init(pack folder: String) throws {
    let pack = try Pack(folder: folder)
    classifier = try Classifier(pack.rules, pack.map)
  }

  func answer(_ texts: [String], at time: Instant) -> [String] {
    var worker = classifier.makeWorker()  // one a thread; it reuses its memory from post to post
    return texts.enumerated().map { number, text in
      let decision = worker.decide(Post(id: "\(number)", text: text), at: time)
      let due = decision.deadlines.first?.due?.iso8601(in: classifier.map.calendar.zone)
      return "\(decision.level.key) \(decision.route.lead) \(due ?? "-")"
    }
  }
}
