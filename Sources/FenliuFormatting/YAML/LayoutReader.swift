// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics
import FenliuRules

/// Makes the layout of a YAML file of its tree and its text: gives every comment and blank line to what it belongs to.
///
/// A comment at the end of a line belongs to what ends there. One alone on its line belongs to what follows, or, at the end of
/// a block and indented like it or deeper, to the block. What stands between a key or dash and its value has no place in the
/// layout and moves before the element, or to its end where it is one comment beside a value on one line.
struct LayoutReader {
  let lines: SourceLines
  private var comments: ArraySlice<SourceComment>
  /// The line of what was read last, to see blank lines behind it.
  private var lastLine = -1

  init(_ lines: SourceLines, root: YAMLNode) {
    self.lines = lines
    comments = SourceComment.all(in: lines, around: root)[...]
  }

  /// The whole file as one element without key, whose `after` is what stands behind all.
  mutating func read(_ root: YAMLNode) -> Layout.Element {
    var element = Layout.Element()
    let start = root.span.range.lowerBound
    if root.isFlow || root.scalar != nil { element.before = gaps(upTo: start) }
    let end = fill(&element, with: root, from: start, keyEnd: nil, column: -1, inFlow: false)
    lastLine = lines.line(at: max(0, end - 1))
    element.after += gaps(upTo: lines.bytes.count + 1)
    return element
  }

  // MARK: elements

  /// Reads the value of an element that starts at `start`, and the comments beside it. Answers where it ends.
  ///
  /// - Parameter column: of the element, or of the mapping whose key it is the value of: what is indented less is not its own.
  private mutating func fill(
    _ element: inout Layout.Element, with node: YAMLNode, from start: Int, keyEnd: Int?, column: Int, inFlow: Bool
  ) -> Int {
    if node.isEmpty { return fillEmpty(&element, from: start, keyEnd: keyEnd, column: column, inFlow: inFlow) }
    let valueStart = node.span.range.lowerBound
    element.hasWideColon = keyEnd != nil && blanks(before: valueStart, behind: UInt8(ascii: ":")) > 1
    if !inFlow, !node.isFlow, node.scalar == nil {
      return fillBlock(&element, with: node, from: start, hasKey: keyEnd != nil, column: column)
    }
    // Brackets and texts: a comment between key and value moves.
    var heads = take(before: valueStart)
    lastLine = lines.line(at: valueStart)
    var end = node.span.range.upperBound
    switch node.content {
    case .scalar(let scalar):
      element.value = text(scalar, key: element.key?.text, comments: &heads)
      if case .block(let block) = element.value {
        end = finish(&element, heads, end: end, isBlockText: true, inFlow)
        lastLine = lines.line(at: valueStart) + block.lines.count
        return end
      }
    case .sequence, .mapping:
      let (part, partEnd) = flow(node)
      end = max(end, partEnd)
      element.value = part
      // Empty brackets have no place for comments.
      if let items = part.items, items.elements.isEmpty, items.opening != nil || items.tail.hasComment {
        heads += ([items.opening].compactMap { $0 } + items.tail.compactMap(\.comment)).map { .comment($0) }
        element.value = part.with(Layout.Items(isFlow: true))
      }
    }
    return finish(&element, heads, end: end, isBlockText: false, inFlow)
  }

  private mutating func fillEmpty(
    _ element: inout Layout.Element, from start: Int, keyEnd: Int?, column: Int, inFlow: Bool
  ) -> Int {
    var end = start
    var heads: [Layout.Gap] = []
    if let keyEnd {
      let colon = lines.significant(from: keyEnd, passingCommas: false)
      let hasColon = colon < lines.bytes.count && lines.bytes[colon] == UInt8(ascii: ":")
      end = hasColon ? colon + 1 : keyEnd
      heads = take(before: end)
    } else if !inFlow {
      end = start + 1
    }
    lastLine = lines.line(at: end)
    if let first = comments.first, !first.isAlone, first.line == lastLine, isNext(first, behind: end, inFlow) {
      comments.removeFirst()
      // A # that text follows at once is read as a value that was lost.
      if heads.isEmpty, first.text == "#" || first.text.hasPrefix("# ") {
        element.beside = first.text
      } else {
        heads.append(.comment(first.text))
      }
    } else if heads.count == 1, let only = heads[0].comment, only == "#" || only.hasPrefix("# ") {
      element.beside = only
      heads = []
    }
    element.before += heads.withoutLeadingBlanks
    if !inFlow {
      while let first = comments.first, first.isAlone, first.column > column, isNext(first, behind: end, false) {
        takeOne(into: &element.after)
      }
    }
    return end
  }

  private mutating func fillBlock(
    _ element: inout Layout.Element, with node: YAMLNode, from start: Int, hasKey: Bool, column: Int
  ) -> Int {
    let valueStart = node.span.range.lowerBound
    if hasKey {
      // The last comment beside the key or its colon stays there; what stands before that one moves.
      let between = comments.prefix { $0.offset < valueStart }
      if let last = between.lastIndex(where: { !$0.isAlone }) {
        element.before += take(before: comments[last].offset).withoutLeadingBlanks
        element.beside = comments.removeFirst().text
      }
      lastLine = max(lastLine, lines.line(at: significantBefore(valueStart)))
    }
    let (part, end) = block(node, parentColumn: column)
    element.value = part
    // Behind a dash nothing can stand but the first child.
    if !hasKey { element.before += element.pullFirst().withoutLeadingBlanks }
    return end
  }

  /// Takes the comment at the end of the line where a value ends.
  private mutating func finish(
    _ element: inout Layout.Element, _ heads: [Layout.Gap], end: Int, isBlockText: Bool, _ inFlow: Bool
  ) -> Int {
    var heads = heads
    lastLine = lines.line(at: end)
    if !isBlockText, let first = comments.first, !first.isAlone, first.line == lastLine,
      isNext(first, behind: end, inFlow)
    {
      element.beside = first.text
      comments.removeFirst()
    }
    if heads.count == 1, let only = heads[0].comment {
      if var items = element.value.items, !items.elements.isEmpty {
        // As if it stood behind the bracket.
        if items.opening == nil {
          items.opening = only
          element.value = element.value.with(items)
          heads = []
        }
      } else if element.beside == nil {
        element.beside = only
        heads = []
      }
    }
    element.before += heads.withoutLeadingBlanks
    return end
  }

  // MARK: blocks

  private mutating func block(_ node: YAMLNode, parentColumn: Int) -> (Layout.Part, end: Int) {
    var items = Layout.Items(isOnOneLine: false)
    var end = node.span.range.lowerBound
    let column = lines.column(at: end)
    let isList = node.sequence != nil
    func start(behind end: Int, isFirst: Bool) -> Int {
      isFirst ? end : lines.significant(from: end, passingCommas: false)
    }
    for item in node.sequence ?? [] {
      let start = start(behind: end, isFirst: items.elements.isEmpty)
      var element = Layout.Element(before: gaps(upTo: start))
      if items.elements.isEmpty { element.before = element.before.withoutLeadingBlanks }
      end = fill(&element, with: item, from: start, keyEnd: nil, column: column, inFlow: false)
      items.elements.append(element)
    }
    for entry in node.mapping ?? [] {
      let start = start(behind: end, isFirst: items.elements.isEmpty)
      var element = Layout.Element(before: gaps(upTo: start), key: key(of: entry))
      if items.elements.isEmpty { element.before = element.before.withoutLeadingBlanks }
      end = fill(
        &element, with: entry.value, from: start, keyEnd: entry.keySpan.range.upperBound, column: column, inFlow: false)
      items.elements.append(element)
    }
    while let first = comments.first, first.isAlone, first.column >= column, first.column > parentColumn,
      isNext(first, behind: end, false)
    {
      takeOne(into: &items.tail)
    }
    return (isList ? .list(items) : .map(items), end)
  }

  // MARK: brackets and braces

  private mutating func flow(_ node: YAMLNode) -> (Layout.Part, end: Int) {
    let range = node.span.range
    let isPair = !node.isFlow
    var items = Layout.Items(isFlow: !isPair, isPair: isPair)
    items.isOnOneLine = lines.line(at: range.lowerBound) == lines.line(at: max(range.lowerBound, range.upperBound - 1))
    var end = range.lowerBound + (isPair ? 0 : 1)
    if !isPair, let first = comments.first, !first.isAlone, first.line == lines.line(at: range.lowerBound),
      isNext(first, behind: end, true)
    {
      items.opening = first.text
      comments.removeFirst()
    }
    for item in node.sequence ?? [] {
      let start = lines.significant(from: end, passingCommas: true)
      var element = Layout.Element(before: gaps(upTo: start))
      element.hasWideComma = blanks(before: start, behind: UInt8(ascii: ",")) > 1
      end = fill(&element, with: item, from: start, keyEnd: nil, column: -1, inFlow: true)
      items.elements.append(element)
    }
    for entry in node.mapping ?? [] {
      let start = isPair ? end : lines.significant(from: end, passingCommas: true)
      var element = Layout.Element(before: gaps(upTo: start), key: key(of: entry))
      element.hasWideComma = blanks(before: start, behind: UInt8(ascii: ",")) > 1
      end = fill(
        &element, with: entry.value, from: start, keyEnd: entry.keySpan.range.upperBound, column: -1, inFlow: true)
      items.elements.append(element)
    }
    if !isPair {
      items.tail = gaps(upTo: range.upperBound - 1)
      if !items.tail.hasComment { items.tail = [] }
      while items.tail.last == .blank { items.tail.removeLast() }
      end = range.upperBound
    }
    return (node.sequence != nil ? .list(items) : .map(items), end)
  }

  // MARK: comments

  /// Whether nothing but white space, or a comma in brackets, stands between `end` and a comment.
  private func isNext(_ comment: SourceComment, behind end: Int, _ inFlow: Bool) -> Bool {
    lines.significant(from: end, passingCommas: inFlow) > comment.offset
  }

  /// Takes the comments before `offset`, with the blank lines between them and before what starts there.
  private mutating func gaps(upTo offset: Int) -> [Layout.Gap] {
    var gaps = take(before: offset)
    guard offset < lines.bytes.count else { return gaps }
    let line = lines.line(at: offset)
    if line > lastLine + 1 { gaps.append(.blank) }
    lastLine = line
    return gaps
  }

  mutating func take(before offset: Int) -> [Layout.Gap] {
    var gaps: [Layout.Gap] = []
    while let first = comments.first, first.offset < offset { takeOne(into: &gaps) }
    return gaps
  }

  private mutating func takeOne(into gaps: inout [Layout.Gap]) {
    let comment = comments.removeFirst()
    if comment.line > lastLine + 1 { gaps.append(.blank) }
    gaps.append(.comment(comment.text))
    lastLine = comment.line
  }

  /// How many blanks stand before `offset` and behind a `sign` on the same line; 0 where no such sign does.
  private func blanks(before offset: Int, behind sign: UInt8) -> Int {
    var start = offset
    while start > 0, lines.bytes[start - 1] == 0x20 { start -= 1 }
    return start > 0 && lines.bytes[start - 1] == sign ? offset - start : 0
  }

  /// The last byte before `offset` that is not white space.
  private func significantBefore(_ offset: Int) -> Int {
    var last = max(0, offset - 1)
    while last > 0, [0x20, 0x09, 0x0A, 0x0D].contains(lines.bytes[last]) { last -= 1 }
    return last
  }
}

extension Layout.Element {
  /// Takes out what stands before the first thing in it, which no line of its own can stand before behind a dash.
  mutating func pullFirst() -> [Layout.Gap] {
    guard var items = value.items, !items.elements.isEmpty, !items.isFlow else { return [] }
    var pulled = items.elements[0].before
    items.elements[0].before = []
    if case .list = value { pulled += items.elements[0].pullFirst() }
    value = value.with(items)
    return pulled
  }
}
