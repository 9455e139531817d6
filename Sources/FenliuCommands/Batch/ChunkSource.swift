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
        guard let chunk = try stream.next() else {
          finish(stream)
          continue
        }
        byteCount = bytesBefore + stream.byteCount
        let work = Work(number: next, input: finished.count, chunk: chunk)
        next += 1
        current = consume stream
        return work
      }
    } catch {
      failure = error
    }
    return nil
  }

  private mutating func finish(_ stream: consuming RecordStream) {
    let length = stream.byteCount
    bytesBefore += length
    nextFormat = stream.format.number + 1
    byteCount = bytesBefore
    finished.append(BatchManifest.Input(file: names[finished.count], byteCount: length, digest: stream.finish()))
  }
}
