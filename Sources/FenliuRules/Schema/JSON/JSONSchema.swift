// SPDX-License-Identifier: Apache-2.0

/// The JSON Schema (draft 7) of one kind of file, made of the table of keys, for editors that complete and check YAML.
///
/// It knows the shape: keys, kinds, closed choices. What a condition or a word means, and whether a name exists, only `fenliu check`
/// knows. A schema never refuses what the loader takes. Every text may be a number or truth value too, because readers of YAML
/// other than Fenliu give values types.
public enum JSONSchema: String, CaseIterable, Sendable {
  /// rules.yaml, and the YAML files it includes.
  case rules
  /// map.yaml.
  case map
  /// `*.test.yaml`.
  case test

  /// The schema's text; always the same.
  public var text: String {
    var writer = JSONSchemaWriter()
    let root: JSONText
    switch self {
    case .rules: root = writer.rulesFile()
    case .map: root = writer.object(of: .map)
    case .test: root = .object([("type", .string("array")), ("items", writer.schema(of: .part(.testCase)))])
    }
    guard case .object(let entries) = root else { preconditionFailure("a schema is an object") }
    let head: [(key: String, value: JSONText)] = [
      ("$schema", .string("http://json-schema.org/draft-07/schema#")),
      ("title", .string(title)),
      (
        "$comment",
        .string(
          "Made by scripts/make-schema from the table of keys in Sources/FenliuRules/Schema/Language; do not edit.")
      ),
    ]
    return JSONText.object(head + entries + [("definitions", writer.definitions)]).text() + "\n"
  }

  private var title: String {
    switch self {
    case .rules: "Fenliu: rules.yaml and what it includes 规则文件"
    case .map: "Fenliu: map.yaml 职责图"
    case .test: "Fenliu: *.test.yaml 测试案例"
    }
  }
}
