// SPDX-License-Identifier: Apache-2.0
import Fenliu
import FoundationEssentials

/// The files of one workload, read when a benchmark asks.
struct Workload: Sendable {
  /// The posts, title and text as one line, in normal form.
  let posts: [String]
  private let folder: String

  /// The time of all decisions: a Friday evening.
  static let time = Instant(seconds: 1_795_176_000)

  init(_ options: Options) throws {
    folder = options.folder
    posts = try Self.lines(folder + "/posts.txt", most: options.megabytes * 1_000_000)
  }

  /// Texts as people wrote them.
  func rawTexts() throws -> [String] { try Self.lines(folder + "/raw.txt") }

  /// So many words, in normal form; nil: those of the pack `whole`.
  func words(_ count: Int? = nil) throws -> [String] {
    try Self.lines(folder + "/keywords\(count.map { "-\($0)" } ?? "").txt")
  }

  /// So many regexes; nil: those of the pack `whole`.
  func regexes(_ count: Int? = nil) throws -> [String] {
    try Self.lines(folder + "/regexes\(count.map { "-\($0)" } ?? "").txt")
  }

  /// One of the packs that say the same as the words and regexes.
  func pack(_ name: String) throws -> Pack { try Pack(folder: folder + "/packs/" + name) }

  /// The first posts, of about so many bytes together: for oracles, which are slow.
  func beginning(bytes: Int) -> ArraySlice<String> {
    var sum = 0
    return posts.prefix { post in
      sum += post.utf8.count
      return sum <= bytes
    }
  }

  /// The lines of a file, those of its first `most` bytes.
  private static func lines(_ path: String, most: Int = .max) throws -> [String] {
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
    var lines: [String] = []
    var start = 0
    while start < min(bytes.count, most) {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      if end > start { lines.append(String(decoding: bytes[start..<end], as: UTF8.self)) }
      start = end + 1
    }
    return lines
  }
}
