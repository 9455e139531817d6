// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics

/// Elements on one line, and the columns of those that follow each other.
///
/// Columns are the author's choice: where most of the shorter ones have more than one blank behind them, all are put
/// under each other anew, else one blank stands everywhere.
extension LayoutPrinter {
  /// An element on one line.
  struct Row {
    /// The dash, or the key with its colon.
    var head: String
    /// Entries of a mapping in braces, each with what stands before it and the comma behind it; one where it is no such mapping.
    var cells: [OneLine.Cell]
    var isTable: Bool
    var hasWideColon: Bool

    /// The line without its indentation.
    var text: String {
      let value = cells.map(\.text).joined()
      return value.isEmpty ? head : head.isEmpty ? value : head + " " + value
    }
  }

  /// The rows of elements that stand on one line each, with their columns; nil for an element that takes more.
  func rows(of items: Layout.Items, indent: Int, head: (Layout.Element) -> String) -> [Row?] {
    // Wide lines are fine in a table, where two that begin with the same key are one.
    let wide = items.elements.map { row(of: $0, head: head($0), indent: indent, most: Self.tableWidth) }
    var count: [String: Int] = [:]
    for row in wide { if let row, row.isTable { count[row.cells[0].key, default: 0] += 1 } }
    var rows = zip(items.elements, wide).map { element, wide in
      wide.flatMap {
        $0.isTable && count[$0.cells[0].key]! > 1 ? $0 : row(of: element, head: head(element), indent: indent)
      }
    }
    alignTables(&rows)
    var start = 0
    while start < rows.count {
      guard rows[start] != nil else {
        start += 1
        continue
      }
      // A group ends at a blank line, a comment of its own line, and whatever takes more than a line.
      var end = start + 1
      while end < rows.count, rows[end] != nil, items.elements[end].before.isEmpty,
        items.elements[end - 1].after.isEmpty
      {
        end += 1
      }
      alignHeads(&rows, start..<end)
      start = end
    }
    return rows
  }

  /// The element on one line; nil where it takes more.
  func row(of element: Layout.Element, head: String, indent: Int, most: Int = width) -> Row? {
    let isIgnoring = element.isNextToSilencing
    switch element.value {
    case .block: return nil
    case .empty: return Row(head: head, cells: [], isTable: false, hasWideColon: false)
    case .text(let text):
      guard let line = TextWriter.line(text, in: .block) else { return nil }
      return Row(
        head: head, cells: [.init(text: line, key: "", isWide: false)], isTable: false,
        hasWideColon: element.hasWideColon)
    case .list(var items), .map(var items):
      if !items.isFlow {
        guard case .list = element.value, element.key != nil, !isIgnoring, mayBecomeFlow(items) else { return nil }
      }
      // Only one of the two comments that brackets can have finds a place beside them.
      guard items.opening == nil || element.beside == nil else { return nil }
      items.opening = nil
      guard let text = OneLine.text(of: element.value.with(items), in: .block) else { return nil }
      let columns = indent + DisplayWidth.columns(of: head) + (head.isEmpty ? 0 : 1) + DisplayWidth.columns(of: text)
      let most = items.isFlow ? most : Self.shortWidth
      guard columns <= most || items.elements.isEmpty || (isIgnoring && items.isOnOneLine) else { return nil }
      guard case .map = element.value, let cells = OneLine.cells(of: items), cells.count > 1 else {
        return Row(
          head: head, cells: [.init(text: text, key: "", isWide: false)], isTable: false,
          hasWideColon: element.hasWideColon)
      }
      var row = Row(head: head, cells: cells, isTable: true, hasWideColon: element.hasWideColon)
      row.cells[0].text = "{" + row.cells[0].text
      for index in row.cells.indices { row.cells[index].text += index == cells.count - 1 ? "}" : "," }
      for index in row.cells.indices.dropFirst() { row.cells[index].text = " " + row.cells[index].text }
      return row
    }
  }

  /// Whether a list of items under each other is short enough, and has nothing that brackets have no place for.
  private func mayBecomeFlow(_ items: Layout.Items) -> Bool {
    guard items.elements.count <= Self.fewItems, items.tail.isEmpty else { return false }
    return items.elements.allSatisfy { element in
      guard element.before.isEmpty, element.beside == nil, case .text(let text) = element.value else { return false }
      return TextWriter.mayMoveIntoBrackets(text)
    }
  }

  // MARK: columns

  /// Whether the author put things of these widths under each other, judging by those that have more than one blank behind.
  private func areColumns(_ widths: [Int], _ areWide: [Bool]) -> Bool {
    guard let widest = widths.max() else { return false }
    let shorter = zip(widths, areWide).filter { $0.0 < widest }
    let wide = shorter.count { $0.1 }
    return wide * 2 > shorter.count
  }

  private func alignHeads(_ rows: inout [Row?], _ range: Range<Int>) {
    // A key without a value takes no part, and parts those around it.
    for part in range.split(whereSeparator: { rows[$0]?.cells.isEmpty != false || rows[$0]?.head == "-" }) {
      let widths = part.map { DisplayWidth.columns(of: rows[$0]?.head ?? "") }
      guard areColumns(widths, part.map { rows[$0]?.hasWideColon ?? false }), let widest = widths.max() else {
        continue
      }
      for (place, index) in part.enumerated() {
        rows[index]?.head += String(repeating: " ", count: widest - widths[place])
      }
    }
  }

  /// The columns of mappings in braces: from the left, as long as all rows have the same key there.
  private func alignTables(_ rows: inout [Row?]) {
    var inside = rows.indices.filter { rows[$0]?.isTable == true }
    var column = 0
    while true {
      inside = inside.filter { index in
        guard let cells = rows[index]?.cells, cells.count > column + 1 else { return false }
        return DisplayWidth.columns(of: cells[column].text) <= Self.cellWidth
      }
      guard inside.count > 1, Set(inside.map { rows[$0]?.cells[column].key ?? "" }).count == 1 else { return }
      let widths = inside.map { DisplayWidth.columns(of: rows[$0]?.cells[column].text ?? "") }
      if areColumns(widths, inside.map { rows[$0]?.cells[column + 1].isWide ?? false }), let widest = widths.max() {
        for (place, index) in inside.enumerated() {
          rows[index]?.cells[column].text += String(repeating: " ", count: widest - widths[place])
        }
      }
      column += 1
    }
  }
}

extension Layout.Element {
  /// Whether a comment that silences diagnostics on its line, or on the next, stands beside it.
  fileprivate var isNextToSilencing: Bool {
    let above = before.last?.comment ?? ""
    return [above, beside ?? "", value.items?.opening ?? ""].contains { $0.contains("fenliu: ignore") }
  }
}
