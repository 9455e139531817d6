// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials

@testable import FenliuRules

/// A JSON value, as an editor's reader of YAML sees it: with types.
indirect enum Value: Equatable {
  case null
  case flag(Bool)
  case number(Double)
  case string(String)
  case list([Value])
  case object([String: Value])

  /// What readers by the core schema of YAML 1.2 make of a node.
  init(_ node: YAMLNode) {
    switch node.content {
    case .sequence(let items): self = .list(items.map(Value.init))
    case .mapping(let entries):
      self = .object(Dictionary(entries.map { ($0.key, Value($0.value)) }, uniquingKeysWith: { first, _ in first }))
    case .scalar(let scalar):
      guard scalar.style == .plain else {
        self = .string(scalar.text)
        return
      }
      switch scalar.text {
      case "", "~", "null", "Null", "NULL": self = .null
      case "true", "True", "TRUE": self = .flag(true)
      case "false", "False", "FALSE": self = .flag(false)
      default:
        let isNumber = scalar.text.wholeMatch(of: /[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?/) != nil
        self = isNumber ? .number(Double(scalar.text) ?? 0) : .string(scalar.text)
      }
    }
  }

  /// A file of JSON that `YAMLTree` can read, being YAML too.
  static func json(_ node: YAMLNode) -> Value { Value(node) }

  subscript(_ key: String) -> Value? {
    if case .object(let entries) = self { return entries[key] }
    return nil
  }

  var list: [Value] {
    if case .list(let items) = self { return items }
    return []
  }

  var object: [String: Value] {
    if case .object(let entries) = self { return entries }
    return [:]
  }

  var string: String? {
    if case .string(let text) = self { return text }
    return nil
  }

  var number: Double? {
    if case .number(let number) = self { return number }
    return nil
  }
}

/// Validates against the part of JSON Schema draft 7 that docs/schema uses. A word of a schema that it does not know is a mistake.
struct SchemaValidator {
  let root: Value

  /// What is wrong with `value`: a path and the word of the schema that it breaks.
  func problems(_ value: Value) throws -> [String] { try problems(value, root, "") }

  private struct UnknownWord: Error { let word: String }

  private func problems(_ value: Value, _ schema: Value, _ path: String) throws -> [String] {
    var found: [String] = []
    func fits(_ schema: Value) throws -> Bool { try problems(value, schema, path).isEmpty }
    for (word, argument) in schema.object.sorted(by: { $0.key < $1.key }) {
      var holds = true
      switch word {
      case "$schema", "title", "$comment", "description", "definitions", "then": break
      case "$ref":
        let name = try known(argument.string).split(separator: "/").last.map(String.init) ?? ""
        found += try problems(value, try known(root["definitions"]?[name]), path)
      case "type":
        let names = argument.string.map { [$0] } ?? argument.list.compactMap(\.string)
        holds = names.contains { Self.isOf(value, $0) }
      case "enum": holds = argument.list.contains(value)
      case "pattern":
        if let text = value.string { holds = try text.contains(Regex(try known(argument.string))) }
      case "minimum": if let number = value.number { holds = number >= argument.number ?? 0 }
      case "maximum": if let number = value.number { holds = number <= argument.number ?? 0 }
      case "exclusiveMinimum": if let number = value.number { holds = number > argument.number ?? 0 }
      case "minItems": if case .list(let items) = value { holds = Double(items.count) >= argument.number ?? 0 }
      case "minProperties":
        if case .object(let entries) = value { holds = Double(entries.count) >= argument.number ?? 0 }
      case "items":
        for (place, item) in value.list.enumerated() { found += try problems(item, argument, "\(path)/\(place)") }
      case "properties":
        for (key, part) in argument.object {
          if let inner = value[key] { found += try problems(inner, part, path + "/" + key) }
        }
      case "additionalProperties":
        let known = schema["properties"]?.object ?? [:]
        for (key, inner) in value.object where known[key] == nil {
          if argument == .flag(false) {
            found.append("\(path)/\(key): \(word)")
          } else {
            found += try problems(inner, argument, path + "/" + key)
          }
        }
      case "propertyNames":
        for key in value.object.keys { found += try problems(.string(key), argument, path + "/" + key) }
      case "required":
        if case .object(let entries) = value {
          for key in argument.list.compactMap(\.string) where entries[key] == nil {
            found.append("\(path)/\(key): \(word)")
          }
        }
      case "dependencies":
        for (key, others) in argument.object where value[key] != nil {
          holds = holds && others.list.compactMap(\.string).allSatisfy { value[$0] != nil }
        }
      case "anyOf": holds = try argument.list.contains(where: fits)
      case "allOf": for part in argument.list { found += try problems(value, part, path) }
      case "not": holds = try !fits(argument)
      case "if": if try fits(argument), let then = schema["then"] { found += try problems(value, then, path) }
      default: throw UnknownWord(word: word)
      }
      if !holds { found.append("\(path): \(word)") }
    }
    return found
  }

  private func known<Value>(_ value: Value?) throws -> Value {
    guard let value else { throw UnknownWord(word: "nothing there") }
    return value
  }

  private static func isOf(_ value: Value, _ type: String) -> Bool {
    switch (type, value) {
    case ("string", .string), ("number", .number), ("boolean", .flag), ("null", .null), ("array", .list),
      ("object", .object):
      true
    case ("integer", .number(let number)): number == number.rounded()
    default: false
    }
  }
}
