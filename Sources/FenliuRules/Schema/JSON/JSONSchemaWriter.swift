// SPDX-License-Identifier: Apache-2.0
import FenliuModel

/// Writes parts of the table of keys as JSON Schema, each part once, under its name.
struct JSONSchemaWriter {
  private var parts: [(key: String, value: JSONText)] = []
  private var begun: Set<String> = []

  /// All parts that were referred to, and the kinds that have no table.
  var definitions: JSONText { .object(Self.kinds + parts.sorted { $0.key < $1.key }) }

  /// The kinds of values that many keys have.
  private static let kinds: [(key: String, value: JSONText)] = [
    ("text", .object([("type", .strings(["string", "number", "boolean"]))])),
    (
      "texts",
      .object([("anyOf", .list([ref("text"), .object([("type", .string("array")), ("items", ref("text"))])]))])
    ),
    ("words", .object([("type", .string("array")), ("items", ref("text")), ("minItems", .number(1))])),
    ("pattern", .object([("anyOf", .list([ref("text"), ref("regex-pattern"), ref("number-pattern")]))])),
    (
      "line",
      .object([
        (
          "anyOf",
          .list([
            ref("pattern"), .object([("type", .string("array")), ("items", ref("pattern")), ("minItems", .number(1))]),
          ])
        )
      ])
    ),
    ("lines", .object([("type", .string("array")), ("items", ref("line")), ("minItems", .number(1))])),
    (
      "distance",
      .object([
        (
          "anyOf",
          .list([
            .object([("enum", .strings(["clause", "sentence", "post"]))]),
            .object([("type", .string("integer")), ("minimum", .number(0)), ("maximum", .number(1_000_000))]),
            .object([
              ("type", .string("string")), ("pattern", .string("^ *(clause|sentence|post|[0-9]+( +characters?)?) *$")),
            ]),
          ])
        )
      ])
    ),
  ]

  private static func ref(_ name: String) -> JSONText { .object([("$ref", .string("#/definitions/" + name))]) }

  /// rules.yaml has keys that included files do not; where one of them stands, the compulsory ones must stand too.
  mutating func rulesFile() -> JSONText {
    let own = SchemaKeys.rulesFile.all.filter { !SchemaKeys.includedFile.all.contains($0) }
    guard case .object(let entries) = object(of: .rulesFile) else { preconditionFailure("a part is an object") }
    let isMain = JSONText.object([("anyOf", .list(own.map { .object([("required", .strings([$0]))]) }))])
    return .object(
      entries.filter { $0.key != "required" } + [
        ("if", isMain), ("then", .object([("required", .strings(SchemaKeys.rulesFile.required))])),
      ])
  }

  /// A mapping with the keys of a part.
  mutating func object(of keys: SchemaKeys) -> JSONText {
    var entries: [(key: String, value: JSONText)] = [
      ("type", .string("object")),
      ("properties", .object(keys.keys.map { ($0.name, property($0)) })),
      ("additionalProperties", .flag(false)),
    ]
    if !keys.required.isEmpty { entries.append(("required", .strings(keys.required))) }
    return .object(entries + Self.constraints(of: keys.name))
  }

  /// What the loader asks of the keys of a part together.
  private static func constraints(of name: String) -> [(key: String, value: JSONText)] {
    func oneOf(_ names: [String]) -> JSONText { .list(names.map { .object([("required", .strings([$0]))]) }) }
    let prohibited = JSONText.object([("enum", .strings([Category.builtIn[CategoryID.prohibited.index].key]))])
    switch name {
    case SchemaKeys.rule.name:
      return [
        ("anyOf", oneOf(["any", "all", "near", "when"])),
        (
          "dependencies",
          .object([("within", .strings(["all"])), ("when", .strings(["patterns"])), ("patterns", .strings(["when"]))])
        ),
        (
          "allOf",
          .list([
            .object([
              ("if", .object([("required", .strings(["when"]))])),
              ("then", .object([("not", .object([("anyOf", oneOf(["any", "all", "none", "near", "within"]))]))])),
            ]),
            .object([
              (
                "if",
                .object([("required", .strings(["category"])), ("properties", .object([("category", prohibited)]))])
              ),
              (
                "then",
                .object([
                  ("required", .strings(["owner", "basis", "examples"])),
                  ("properties", .object([("examples", .object([("required", .strings(["hit", "miss"]))]))])),
                ])
              ),
            ]),
          ])
        ),
      ]
    case SchemaKeys.wordList.name: return [("anyOf", oneOf(["words", "file"]))]
    case SchemaKeys.collectiveLine.name: return [("anyOf", oneOf(["words", "any"]))]
    case SchemaKeys.post.name: return [("anyOf", oneOf(["title", "text"]))]
    default: return []
    }
  }

  /// A key with what an editor shows about it.
  private mutating func property(_ key: SchemaKey) -> JSONText {
    let schema = schema(of: key.value)
    var english = key.english
    var chinese = key.chinese
    if key.isRequired {
      english += " Compulsory."
      chinese += "必写。"
    }
    if let standard = key.standard {
      english += " Default: \(standard)."
      chinese += "默认：\(Self.chineseStandards[standard] ?? standard)。"
    }
    var description = english + "\n\n" + chinese
    if let example = key.example { description += "\n\n" + key.name + ": " + example }
    guard case .object(let entries) = schema else { preconditionFailure("a schema is an object") }
    // In draft 7 nothing beside a reference counts, so it stands in a list of its own.
    let isReference = entries.first?.key == "$ref"
    return .object([("description", .string(description))] + (isReference ? [("allOf", .list([schema]))] : entries))
  }

  /// Defaults that are told in words.
  static let chineseStandards = [
    "none": "无", "the six": "内置六类", "1 and 1": "都是 1", "none; there must be some, here or included": "无；本文件与引用的文件里总要有",
    "the id": "编号", "the kind's own": "该类型自己的", "every post": "所有帖子", "holds": "成立",
    "the single best": "只取最高的一个", "any": "不限",
    "Asia/Shanghai, no hours": "Asia/Shanghai，无上班时间",
    "the step's key": "步骤的键", "no working hours": "无上班时间", "the calendar's": "同日历", "the level's": "同等级",
    "no deadline": "无期限", "no bound": "无时限",
    "the case's name": "案例的名称", "the post's own": "帖子自己的时间", "unknown": "未知",
  ]

  /// The schema of a value.
  mutating func schema(of value: SchemaValue) -> JSONText {
    switch value {
    case .version: return .object([("enum", .list([.number(1), .string("1")]))])
    case .text: return Self.ref("text")
    case .form(let form):
      // A number has no form; whatever reads `30` as one lets it through, and the loader judges.
      return .object([("type", .strings(["string", "number"])), ("pattern", .string(form))])
    case .flag: return .object([("enum", .list([.flag(true), .flag(false), .string("true"), .string("false")]))])
    case .integer(let least):
      return Self.either([
        .object([("type", .string("integer")), ("minimum", .number(Double(least)))]), Self.digits("^[-+]?[0-9]+$"),
      ])
    case .number(let least):
      let number: [(key: String, value: JSONText)] = [("type", .string("number"))]
      return Self.either([
        .object(number + (least.isFinite ? [("minimum", .number(least))] : [])), Self.digits("^-?[0-9.]+$"),
      ])
    case .positive:
      return Self.either([
        .object([("type", .string("number")), ("exclusiveMinimum", .number(0))]), Self.digits("^[0-9.]+$"),
      ])
    case .choice(let names): return .object([("enum", .strings(names))])
    case .suggestion(let names): return Self.either([.object([("enum", .strings(names))]), Self.ref("text")])
    case .texts: return Self.ref("texts")
    case .choices(let names, let mayBeEmpty):
      let one = JSONText.object([("enum", .strings(names))])
      let least: [(key: String, value: JSONText)] = mayBeEmpty ? [] : [("minItems", .number(1))]
      return Self.either([one, .object([("type", .string("array")), ("items", one)] + least)])
    case .words: return Self.ref("words")
    case .line:
      add(.regex)
      add(.number)
      return Self.ref("line")
    case .lines:
      add(.regex)
      add(.number)
      return Self.ref("lines")
    case .distance: return Self.ref("distance")
    case .part(let keys):
      add(keys)
      return Self.ref(keys.name)
    case .list(let item): return .object([("type", .string("array")), ("items", schema(of: item))])
    case .named(let item, let known):
      return .object(
        [("type", .string("object"))]
          + (known.isEmpty ? [] : [("properties", .object(known.map { ($0.name, property($0)) }))])
          + [("additionalProperties", schema(of: item))])
    case .keyed(let form, let item):
      return .object([
        ("type", .string("object")), ("propertyNames", .object([("pattern", .string(form))])),
        ("additionalProperties", schema(of: item)),
      ])
    case .chosen(let names, let item):
      let schema = schema(of: item)
      return .object([
        ("type", .string("object")), ("properties", .object(names.map { ($0, schema) })),
        ("additionalProperties", .flag(false)),
        ("minProperties", .number(1)),
      ])
    case .either(let values): return Self.either(values.map { schema(of: $0) })
    case .optional(let value): return Self.either([schema(of: value), .object([("type", .string("null"))])])
    }
  }

  private static func either(_ schemas: [JSONText]) -> JSONText { .object([("anyOf", .list(schemas))]) }

  private static func digits(_ form: String) -> JSONText {
    .object([("type", .string("string")), ("pattern", .string(form))])
  }

  private mutating func add(_ keys: SchemaKeys) {
    guard begun.insert(keys.name).inserted else { return }
    let object = object(of: keys)
    parts.append((keys.name, object))
  }
}
