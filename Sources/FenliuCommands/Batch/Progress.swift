// SPDX-License-Identifier: Apache-2.0

/// How far a batch has come, on one line of a terminal that is written over and over.
struct Progress: Sendable {
  private let bytesRead: @Sendable () -> Int
  /// Bytes of all inputs together; nil where nobody knows.
  private let total: Int?
  private var posts = 0
  private var lastShown: ContinuousClock.Instant?
  private var isShown = false

  /// A line that tells of the posts decided and, where `total` bytes are to be read, of the part that was.
  init(of total: Int?, bytesRead: @escaping @Sendable () -> Int) {
    self.total = total
    self.bytesRead = bytesRead
  }

  /// Counts posts; shows the line at most ten times a second.
  mutating func advance(posts more: Int) {
    posts += more
    let now = ContinuousClock.now
    if let lastShown, now - lastShown < .milliseconds(100) { return }
    lastShown = now
    isShown = true
    var line = "\r\u{1B}[K"
    if let total, total > 0 {
      let part = min(1, Double(bytesRead()) / Double(total))
      let filled = Int(part * 30)
      line += "[" + String(repeating: "#", count: filled) + String(repeating: ".", count: 30 - filled) + "] "
      line += "\(Int(part * 100))%  "
    }
    StandardError.write(line + CommandSentence.postsSoFar(posts).text)
  }

  /// Takes the line away.
  mutating func end() {
    if isShown { StandardError.write("\r\u{1B}[K") }
    isShown = false
  }
}
