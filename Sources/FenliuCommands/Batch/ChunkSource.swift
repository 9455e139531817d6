// SPDX-License-Identifier: Apache-2.0
import FenliuDigest
import FenliuRecords

/// The chunks of all inputs, one input after the other, numbered in the order in which they are handed out.
///
/// An input is opened when the one before it has ended, so that any number of them need one open file.
struct ChunkSource: ~Copyable {
  /// A chunk to be worked on.
  struct Work: Sendable {
    /// Its place among all chunks.
    let number: Int
    /// The place of its input.
    let input: Int
    let chunk: RecordChunk
    /// Where the run stands once the chunk has been written.
    let end: BatchState.Reading

    /// How its rows are written.
    var format: RecordFormat { chunk.format }
  }

  /// What is known of the inputs that were read to their ends.
  private(set) var finished: [BatchManifest.Input] = []
  /// The bytes read so far of all inputs.
  private(set) var byteCount = 0
  /// Why reading ended early.
  private(set) var failure: InputFailure?

  private let names: [String]
  private let options: RecordOptions
  private var current: RecordStream?
  /// Rows that were read on the way to where an earlier run stood, and come first.
  private var pending: RecordChunk?
  private var next = 0
  private var bytesBefore = 0
  /// The number of the first format that is new.
  private var nextFormat = 0

  /// The chunks of the files of these names, `-` being standard input.
  init(_ names: [String], options: RecordOptions) {
    self.names = names
    self.options = options
  }

  /// The next chunk; nil after the last, and after a failure.
  mutating func take() -> Work? {
    if failure != nil { return nil }
    do throws(InputFailure) {
      while finished.count < names.count {
        var stream: RecordStream
        if let open = current.take() {
          stream = open
        } else {
          stream = try RecordStream(names[finished.count], options: options, firstFormat: nextFormat)
        }
        var chunk = pending.take()
        if chunk == nil { chunk = try stream.next() }
        guard let chunk else {
          finish(stream)
          continue
        }
        byteCount = bytesBefore + stream.byteCount
        let end = BatchState.Reading(
          position: stream.position,
          input: BatchManifest.Input(
            file: names[finished.count], byteCount: stream.byteCount, digest: stream.digestSoFar))
        let work = Work(number: next, input: finished.count, chunk: chunk, end: end)
        next += 1
        current = consume stream
        return work
      }
    } catch {
      failure = error
    }
    return nil
  }

  /// Goes to where an earlier run stood, before anything is taken. That the inputs are the same was looked at before.
  mutating func go(to state: BatchState) throws(InputFailure) {
    finished = state.finished
    bytesBefore = finished.reduce(0) { $0 + $1.byteCount }
    byteCount = bytesBefore
    guard let reading = state.reading else { return }
    let name = names[finished.count]
    let target = reading.position.offset
    var stream = try RecordStream(name, options: options)
    while stream.position.offset < target {
      // Chunks may be cut elsewhere than the earlier run cut them.
      guard let chunk = try stream.next(), chunk.offset < target else { throw .changed(file: name) }
      byteCount = bytesBefore + stream.byteCount
      if stream.position.offset > target {
        guard let rest = chunk.rest(from: reading.position) else { throw .changed(file: name) }
        pending = rest
      }
    }
    if pending == nil, stream.position.offset != target { throw .changed(file: name) }
    current = consume stream
  }

  private mutating func finish(_ stream: consuming RecordStream) {
    let length = stream.byteCount
    bytesBefore += length
    nextFormat = stream.format.number + 1
    byteCount = bytesBefore
    let nature = stream.nature
    finished.append(
      BatchManifest.Input(
        file: names[finished.count], byteCount: length, digest: stream.finish(), nature: nature))
  }
}
