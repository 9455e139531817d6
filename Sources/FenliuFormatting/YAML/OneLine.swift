// SPDX-License-Identifier: Apache-2.0

/// Writes what an element holds on one line, where it can stand on one.
enum OneLine {
  /// A key with its value in braces, by which lines of a table are compared.
  struct Cell: Hashable {
    /// As it is written, without the comma behind it.
    var text: String
    var key: String
    /// Whether the author put more than one blank behind the comma before it.
    var isWide: Bool
  }

  /// The value on one line; nil where it cannot stand on one.
  static func text(of part: Layout.Part, in place: TextWriter.Place) -> String? {
    switch part {
    case .empty: return ""
    case .text(let text): return TextWriter.line(text, in: place)
    case .block: return nil
    case .list(let items):
      guard let parts = parts(of: items, isMap: false) else { return nil }
      return "[" + parts.joined(separator: ", ") + "]"
    case .map(let items):
      guard let parts = parts(of: items, isMap: true) else { return nil }
      return items.isPair ? parts.joined() : "{" + parts.joined(separator: ", ") + "}"
    }
  }

  /// The entries of a mapping in braces; nil where it cannot stand on one line.
  static func cells(of items: Layout.Items) -> [Cell]? {
    guard let parts = parts(of: items, isMap: true) else { return nil }
    return zip(items.elements, parts).map { Cell(text: $1, key: $0.key?.text ?? "", isWide: $0.hasWideComma) }
  }

  /// The items or entries, each as it is written; nil where they cannot stand on one line.
  static func parts(of items: Layout.Items, isMap: Bool) -> [String]? {
    guard items.opening == nil, !items.tail.hasComment else { return nil }
    var parts: [String] = []
    for element in items.elements {
      guard !element.before.hasComment, element.beside == nil, element.after.isEmpty,
        element.value.items?.isFlow != false || element.value.items?.isPair == true,
        let value = text(of: element.value, in: .flow)
      else { return nil }
      guard isMap else {
        if case .empty = element.value { return nil }
        parts.append(value)
        continue
      }
      guard let name = element.key, let key = TextWriter.line(name, in: .flow) else { return nil }
      switch element.value {
      case .empty where items.isPair: parts.append(key + ": ")
      // A key alone without quotes is put together with a regex before it.
      case .empty: parts.append(name.style == .plain ? key : TextWriter.quoted(name.text))
      default: parts.append(key + ": " + value)
      }
    }
    return parts
  }
}
