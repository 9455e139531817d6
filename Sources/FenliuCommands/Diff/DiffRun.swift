// SPDX-License-Identifier: Apache-2.0
import Fenliu
import FenliuRecords
import FenliuTuning

/// Compares two packs over posts on several threads. The result is the same for any number of them.
struct DiffRun {
  let comparer: PackComparer
  let time: Instant
  let threads: Int
  let mostExamples: Int

  /// What was counted so far, and the posts whose cause must still be found.
  private struct State {
    var tally: ComparisonTally
    var open: [PackComparer.Compared] = []
  }

  /// Everything that changes, with what did it.
  func compare(
    _ options: PostOptions, records: RecordOptions
  ) throws -> (tally: ComparisonTally, seen: PostPass.Seen) {
    let state = Monitor(State(tally: ComparisonTally(mostExamples: mostExamples)))
    let (comparer, time) = (comparer, time)
    let seen = try PostPass(options, records: records).run {
      comparer.makeWorker()
    } value: { worker, post, _ in
      worker.compare(post, at: time)
    } take: { compared in
      state.withState { state in
        for one in compared {
          if one.isExplained { state.tally.add(one) } else { state.open.append(one) }
        }
      }
    }
    var (tally, open) = state.withState { ($0.tally, $0.open) }
    var search = CauseSearch(comparer, at: time) { [threads] count, work in
      Self.inParallel(count, threads: threads, work)
    }
    for (one, cause) in zip(open, try search.causes(of: open)) { tally.add(one, cause) }
    open = []
    return (tally, seen)
  }

  /// Does something so many times, each thread taking the next.
  private static func inParallel(_ count: Int, threads: Int, _ work: @escaping @Sendable (Int) -> Void) {
    let next = Monitor(0)
    Threads.run(min(threads, max(1, count))) {
      while true {
        let place = next.withState { next in
          defer { next += 1 }
          return next
        }
        guard place < count else { return }
        work(place)
      }
    }
  }
}
