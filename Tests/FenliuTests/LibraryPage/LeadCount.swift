import Fenliu

/// Counts how many texts go to each department, without making names and sentences of their decisions.
struct LeadCount {
  let classifier: Classifier

  func leads(of texts: [String], at time: Instant) -> [String: Int] {
    var worker = classifier.makeWorker()
    var counts = Array(repeating: 0, count: classifier.names.departments.count)
    for text in texts {
      worker.draft(Post(id: "", text: text), at: time) { draft in
        counts[draft.routed.lead.index] += 1  // a draft has places; `names` has what stands there
      }
    }
    return Dictionary(uniqueKeysWithValues: zip(classifier.names.departments, counts).filter { $0.1 > 0 })
  }
}
