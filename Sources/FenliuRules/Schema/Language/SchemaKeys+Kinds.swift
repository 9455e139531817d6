// SPDX-License-Identifier: Apache-2.0
import FenliuModel

/// The keys of a line of `kinds`.
extension SchemaKeys {
  static let kindLine = SchemaKeys(
    "kind-line",
    [
      SchemaKey(
        "kind", .suggestion(Kind.builtIn.flatMap { [$0.key, $0.title] }), required: true,
        "The kind of request, by key or title: one of the six, or one of the pack's own. Several lines may give the same.",
        "诉求类型的键或名称：内置六种之一，或自定。同一类型可写多条。", example: "complain"),
      SchemaKey(
        "title", .text, "What people call the kind.", "诉求类型的名称。", standard: "the kind's own", example: "催办"),
    ] + bodyKeys)

  /// What it looks for is written as in a rule.
  private static let bodyKeys = rule.keys.filter {
    ["any", "all", "within", "none", "near", "patterns", "when", "unless", "allow", "where"].contains($0.name)
  }
}
