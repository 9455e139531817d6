// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics

/// Writes a layout in the one form that docs/fmt.md describes.
///
/// What fits on a line is decided by texts alone, never by the blanks that put columns under each other, so that writing a
/// second time decides the same.
struct LayoutPrinter {
  /// So many columns a line of brackets may take, where a Chinese character takes two.
  static let width = 120
  /// So many columns an entry of a table may take: of several mappings in braces under each other that begin with the same key.
  static let tableWidth = 200
  /// An entry of a table stands under the others only up to a cell that takes more columns.
  static let cellWidth = 40
  /// A list of items under each other goes into brackets where it has so few texts and its line so few columns.
  static let fewItems = 5
  static let shortWidth = 80

  /// A line of the file.
  struct Line {
    var text: String
    var comment: String?
    /// Whether it is part of a text, and not to be touched.
    var isRaw = false
    /// Whether blank lines behind it would be part of a text.
    var keepsBlanks = false
  }

  private(set) var lines: [Line] = []

  /// The bytes of the file.
  static func print(_ root: Layout.Element) -> [UInt8] {
    var printer = LayoutPrinter()
    printer.root(root)
    return printer.bytes()
  }

  // MARK: parts

  private mutating func root(_ root: Layout.Element) {
    var root = root
    if let items = root.value.items, !items.isFlow {
      gaps(root.before.withoutLeadingBlanks, 0)
      switch root.value {
      case .map: map(items, 0)
      default: list(items, 0, isRules: false)
      }
      gaps(root.after, 0)
      return
    }
    // A text or brackets as the whole file.
    let behind = root.after
    root.after = []
    root.before = root.before.withoutLeadingBlanks
    write(root, row(of: root, head: "", indent: 0), head: "", indent: root.value.items == nil ? 0 : -2)
    gaps(behind, 0)
  }

  /// The elements of a list under each other.
  private mutating func list(_ items: Layout.Items, _ indent: Int, isRules: Bool) {
    let rows = rows(of: items, indent: indent) { _ in "-" }
    for (index, element) in items.elements.enumerated() {
      var element = element
      if index == 0 {
        element.before = element.before.withoutLeadingBlanks
      } else if isRules, rows[index] == nil || rows[index - 1] == nil, element.before.first != .blank {
        element.before.insert(.blank, at: 0)
      }
      write(element, rows[index], head: "-", indent: indent)
    }
    gaps(items.tail, indent)
  }

  /// The entries of a mapping under each other.
  private mutating func map(_ items: Layout.Items, _ indent: Int) {
    let rows = rows(of: items, indent: indent) { ($0.key.flatMap { TextWriter.line($0, in: .block) } ?? "''") + ":" }
    for (index, element) in items.elements.enumerated() {
      var element = element
      if index == 0 { element.before = element.before.withoutLeadingBlanks }
      let key = element.key.flatMap { TextWriter.line($0, in: .block) } ?? "''"
      write(element, rows[index], head: key + ":", indent: indent)
    }
    gaps(items.tail, indent)
  }

  private mutating func write(_ element: Layout.Element, _ row: Row?, head: String, indent: Int) {
    guard let row else { return expanded(element, head: head, indent: indent) }
    gaps(element.before, indent)
    let pad = String(repeating: " ", count: max(0, indent))
    lines.append(Line(text: pad + row.text, comment: element.beside ?? element.value.items?.opening))
    gaps(element.after, indent + 2)
  }

  /// An element that takes more than its line.
  private mutating func expanded(_ element: Layout.Element, head: String, indent: Int) {
    var element = element
    let pad = String(repeating: " ", count: max(0, indent))
    switch element.value {
    case .empty: preconditionFailure("an element without a value stands on one line")
    case .text(let text):
      gaps(element.before, indent)
      let written = TextWriter.lines(text, in: .block, indent: indent + 2) ?? [text.text]
      let first = pad + (head.isEmpty ? "" : head + " ") + written[0]
      lines.append(Line(text: first, comment: written.count == 1 ? element.beside : nil, isRaw: written.count > 1))
      for (index, line) in written.dropFirst().enumerated() {
        let isLast = index == written.count - 2
        lines.append(Line(text: line, comment: isLast ? element.beside : nil, isRaw: true))
      }
    case .block(let block):
      gaps(element.before, indent)
      let depth = block.needsDepth ? "2" : ""
      let first = pad + (head.isEmpty ? "" : head + " ") + String(block.sign) + depth + block.chomping
      lines.append(Line(text: first, comment: element.beside))
      let inner = String(repeating: " ", count: indent + 2)
      for line in block.lines { lines.append(Line(text: line.isEmpty ? "" : inner + line, isRaw: true)) }
      lines[lines.count - 1].keepsBlanks = block.chomping == "+"
    case .list(let items) where head == "-" && items.isFlow && OneLine.parts(of: items, isMap: false) != nil:
      gaps(element.before, indent)
      fill(OneLine.parts(of: items, isMap: false) ?? [], pad)
      lines[lines.count - 1].comment = element.beside
    case .list(var items), .map(var items):
      settle(&items, of: &element, hasKey: head != "-" && !head.isEmpty)
      gaps(element.before, indent)
      let isRules = element.key?.text == "rules" && indent == 0
      if head == "-" || head.isEmpty {
        // The first child stands behind the dash, and comments before it before the dash.
        let start = lines.count
        if case .map = element.value { map(items, indent + 2) } else { list(items, indent + 2, isRules: false) }
        guard head == "-" else { return }
        var first = start
        while lines[first].isBlankOrComment {
          lines[first].text = lines[first].text.isEmpty ? "" : String(lines[first].text.dropFirst(2))
          first += 1
        }
        lines[first].text = pad + "- " + lines[first].text.dropFirst(indent + 2)
      } else {
        lines.append(Line(text: pad + head, comment: element.beside))
        if case .map = element.value { map(items, indent + 2) } else { list(items, indent + 2, isRules: isRules) }
      }
    }
  }

  /// A list within a list that is too long for a line: in brackets, over as many lines as it takes.
  private mutating func fill(_ parts: [String], _ pad: String) {
    var line = pad + "- ["
    var width = DisplayWidth.columns(of: line)
    for (index, part) in parts.enumerated() {
      let columns = DisplayWidth.columns(of: part)
      if index > 0 {
        if width + 2 + columns + 1 > Self.width {
          lines.append(Line(text: line + ","))
          line = pad + "   "
          width = pad.utf8.count + 3
        } else {
          line += ", "
          width += 2
        }
      }
      line += part
      width += columns
    }
    lines.append(Line(text: line + "]"))
  }

  /// Finds a place for comments beside brackets that will not be there.
  private func settle(_ items: inout Layout.Items, of element: inout Layout.Element, hasKey: Bool) {
    let beside = items.isFlow ? element.beside : nil
    if items.isFlow {
      element.beside = nil
      if hasKey {
        // One beside a line of brackets, or behind the opening one, stays beside the key.
        if let opening = items.opening {
          element.beside = opening
        } else if items.isOnOneLine {
          element.beside = beside
        }
      } else {
        if let opening = items.opening { element.before.append(.comment(opening)) }
        if items.isOnOneLine, let beside { element.before.append(.comment(beside)) }
      }
      if let beside, items.opening != nil || !items.isOnOneLine, hasKey || !items.isOnOneLine {
        items.tail.append(.comment(beside))
      }
      items.opening = nil
      items.isFlow = false
    }
    if !hasKey {
      element.value = element.value.with(items)
      element.before += element.pullFirst().withoutLeadingBlanks
      items = element.value.items ?? items
    }
  }

  private mutating func gaps(_ gaps: [Layout.Gap], _ indent: Int) {
    for gap in gaps {
      switch gap {
      case .blank:
        guard let last = lines.last, !last.keepsBlanks, !last.text.isEmpty || last.isRaw else { continue }
        lines.append(Line(text: ""))
      case .comment(let text):
        lines.append(Line(text: String(repeating: " ", count: max(0, indent)) + text))
      }
    }
  }

  // MARK: the end

  private func bytes() -> [UInt8] {
    var lines = lines
    while let last = lines.last, last.text.isEmpty, !last.isRaw { lines.removeLast() }
    CommentColumns.align(&lines)
    var text = ""
    for line in lines { text += line.text + "\n" }
    return Array(text.utf8)
  }
}

extension LayoutPrinter.Line {
  /// Whether nothing but a comment stands on it.
  fileprivate var isBlankOrComment: Bool {
    !isRaw && (text.isEmpty || text.drop { $0 == " " }.first == "#")
  }
}
