// SPDX-License-Identifier: Apache-2.0

extension English {
  /// How to mend what no fix-it mends.
  static let helps = [
    "unclosed-choice": "choices are written (拖欠|克扣); a bracket itself is found by a regex",
    "gap-at-edge": "in a word, … is a gap: 拖欠…工资",
    "bad-name": "names have letters and digits of any script, with - . or _ between them",
    "unknown-topic": "topics are declared under 'topics'; write the path or the title",
    "no-body": "give it 'any', 'all', 'near' or 'when'",
    "bad-proximity": "write a number of characters, or clause, sentence or post",
    "bad-day": "write YYYY-MM-DD, or MM-DD for every year",
    "bad-time": "write 2026-11-20T20:00:00+08:00 or 2026-11-20 20:00",
    "prohibited-needs": "it needs basis, owner, and examples that hit and miss",
    "bad-bytes": "save the file as UTF-8",
    "yaml-anchor": "write the value out where it is needed",
  ]
}
