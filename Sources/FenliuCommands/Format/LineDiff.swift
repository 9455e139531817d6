// SPDX-License-Identifier: Apache-2.0

/// What changes from one text to another, line by line, as `diff -u` shows it.
enum LineDiff {
  private static let context = 3

  /// The changes in unified form, under the name `path`; empty where nothing changes.
  static func unified(from old: [UInt8], to new: [UInt8], path: String) -> String {
    let (old, new) = (lines(old), lines(new))
    let edits = edits(from: old, to: new)
    guard edits.contains(where: { $0.sign != " " }) else { return "" }
    var text = "--- \(path)\n+++ \(path)\n"
    for hunk in hunks(edits) {
      let part = edits[hunk]
      let before = edits[..<hunk.lowerBound]
      text += "@@ -" + place(before.count { $0.sign != "+" }, part.count { $0.sign != "+" })
      text += " +" + place(before.count { $0.sign != "-" }, part.count { $0.sign != "-" }) + " @@\n"
      for edit in part { text += edit.sign + edit.line + "\n" }
    }
    return text
  }

  private struct Edit {
    let sign: String
    let line: String
  }

  private static func lines(_ bytes: [UInt8]) -> [String] {
    var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
    if lines.last == "" { lines.removeLast() }
    return lines
  }

  private static func edits(from old: [String], to new: [String]) -> [Edit] {
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in new.difference(from: old) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var edits: [Edit] = []
    var (left, right) = (0, 0)
    while left < old.count || right < new.count {
      if removed.contains(left) {
        edits.append(Edit(sign: "-", line: old[left]))
        left += 1
      } else if inserted.contains(right) {
        edits.append(Edit(sign: "+", line: new[right]))
        right += 1
      } else {
        edits.append(Edit(sign: " ", line: old[left]))
        left += 1
        right += 1
      }
    }
    return edits
  }

  /// The stretches of edits with what changes and the lines around it.
  private static func hunks(_ edits: [Edit]) -> [Range<Int>] {
    var hunks: [Range<Int>] = []
    for index in edits.indices where edits[index].sign != " " {
      let around = max(0, index - context)..<min(edits.count, index + context + 1)
      if let last = hunks.last, last.upperBound >= around.lowerBound {
        hunks[hunks.count - 1] = last.lowerBound..<around.upperBound
      } else {
        hunks.append(around)
      }
    }
    return hunks
  }

  private static func place(_ before: Int, _ count: Int) -> String {
    "\(count == 0 ? before : before + 1),\(count)"
  }
}
