// SPDX-License-Identifier: Apache-2.0

/// The disguised words of a text; the buffer is used again for the next.
public struct DisguiseFinds: Sendable {
  public private(set) var finds: [DisguiseFind] = []
  /// Whom words have to serve that are looked for.
  var wanted = UInt64.max
  /// How many readings may still be tried.
  var steps = DisguiseScanner.mostSteps
  /// Signs behind the last letter or digit that may be letters as well.
  var signs: [DisguiseScanner.Place] = []
  /// Whether there was more to try than is tried.
  public private(set) var isCut = false

  public init() {}

  mutating func removeAll() {
    finds.removeAll(keepingCapacity: true)
    signs.removeAll(keepingCapacity: true)
    steps = DisguiseScanner.mostSteps
    wanted = .max
    isCut = false
  }

  /// Lets no more than so many readings be tried; how many may be tried besides, for `goOn`.
  mutating func limit(to most: Int) -> Int {
    let kept = max(0, steps - most)
    steps -= kept
    return kept
  }

  /// Lets so many more readings be tried, and notes whether there were too few until now.
  mutating func goOn(with kept: Int) {
    if steps <= 0 { isCut = true }
    steps = max(0, steps) + kept
  }

  /// Whom the sure ones serve.
  var purposes: UInt64 { finds.reduce(0) { $1.isWeak ? $0 : $0 | $1.purposes } }

  mutating func append(_ find: DisguiseFind) { finds.append(find) }

  /// Removes unsure finds that none confirms, and keeps of finds of one word that overlap one: the surer, then the longer, then the one of
  /// fewer tricks.
  mutating func settle() {
    let purposes = purposes
    finds.removeAll { $0.isWeak && $0.purposes & purposes == 0 }
    guard finds.count > 1 else { return }
    finds.sort { left, right in
      if left.target != right.target { return left.target < right.target }
      if left.end != right.end { return left.end < right.end }
      if left.start != right.start { return left.start < right.start }
      return Self.isBetter(left, right)
    }
    var kept = 0
    for find in finds.dropFirst() {
      let last = finds[kept]
      if find.target != last.target || find.start >= last.end {
        kept += 1
        finds[kept] = find
      } else if Self.isBetter(find, last) {
        finds[kept] = find
      }
    }
    finds.removeSubrange((kept + 1)...)
  }

  private static func isBetter(_ left: DisguiseFind, _ right: DisguiseFind) -> Bool {
    if left.isWeak != right.isWeak { return right.isWeak }
    if left.end - left.start != right.end - right.start { return left.end - left.start > right.end - right.start }
    let counts = (left.tricks.rawValue.nonzeroBitCount, right.tricks.rawValue.nonzeroBitCount)
    return counts.0 != counts.1 ? counts.0 < counts.1 : left.tricks.rawValue < right.tricks.rawValue
  }
}
