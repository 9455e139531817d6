// SPDX-License-Identifier: Apache-2.0
import FenliuRules

/// In which order a rule's keys are written.
enum RuleLayout {
  static let keyOrder = [
    "id", "title", "category", "topic", "status", "any", "all", "within", "none", "near", "patterns", "when", "unless",
    "allow", "where", "if", "from", "until", "points", "each", "replaces", "owner", "basis", "note", "examples",
  ]
}
