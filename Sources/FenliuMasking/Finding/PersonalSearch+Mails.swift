// SPDX-License-Identifier: Apache-2.0

extension PersonalSearch {
  /// Finds e-mail addresses: what stands on both sides of an `@`, with a domain of two parts or more behind it.
  mutating func findMails() {
    var at = 0
    // What was found before ends where the next may begin.
    var floor = 0
    while at < scalars.count {
      guard scalars[at] == "@" else {
        at += 1
        continue
      }
      var (low, high) = (at, at + 1)
      while low > floor, isAddress(low - 1) { low -= 1 }
      while high < scalars.count, isAddress(high) { high += 1 }
      // A full stop before an address or behind it ends a sentence.
      while low < at, scalars[low] == "." || scalars[low] == "-" { low += 1 }
      while high > at + 1, scalars[high - 1] == "." || scalars[high - 1] == "-" { high -= 1 }
      let domain = text((at + 1)..<high)
      if low < at, Self.isDomain(domain) {
        keep(.mail, low..<high, isNobodys: Self.isForExamples(domain), example: "name@example.com")
      }
      floor = high
      at = high
    }
  }

  private func isAddress(_ place: Int) -> Bool {
    if scalars.isLetter(place) || scalars.isDigit(place) { return true }
    switch scalars[place] {
    case ".", "_", "%", "+", "-": return true
    default: return false
    }
  }

  private static let longEnds: Set<String> = [
    "online", "store", "cloud", "email", "group", "world", "space", "press", "design", "global", "studio", "center",
    "company",
    "social", "photos", "solutions", "technology", "international", "museum", "travel", "network", "agency", "digital",
    "example", "invalid", "localhost",
  ]

  private static func isDomain(_ domain: String) -> Bool {
    let parts = domain.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count >= 2, parts.allSatisfy({ !$0.isEmpty }), let top = parts.last else { return false }
    guard top.utf8.allSatisfy({ $0 &- 97 < 26 }) else { return false }
    // A longer one that nobody knows is more likely the next sentence, begun without a blank.
    return (2...4).contains(top.utf8.count) || longEnds.contains(String(top))
  }

  /// RFC 2606 keeps some domains for examples.
  private static func isForExamples(_ domain: String) -> Bool {
    let parts = domain.split(separator: ".")
    return ["example", "test", "invalid", "localhost"].contains(parts.last ?? "") || parts.dropLast().last == "example"
  }
}
