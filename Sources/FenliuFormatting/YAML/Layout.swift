// SPDX-License-Identifier: Apache-2.0

/// A YAML file as the formatter sees it: what it says, and every comment and blank line with what it belongs to.
///
/// `LayoutReader` makes one of a file's tree and text, `LayoutPrinter` writes one. Nothing of where things stood is left
/// in it but what the author chose and the formatter keeps: brackets, columns, groups.
enum Layout {
  /// What stands between two things, alone on its line.
  enum Gap: Hashable {
    case blank
    /// A comment, from its #.
    case comment(String)
  }

  /// A text in the file.
  struct Text: Hashable {
    enum Style { case plain, singleQuoted, doubleQuoted }

    var text: String
    var style: Style
    /// Whether it stood on several lines.
    var isFolded = false
    /// Whether it is a regex, whose quotes are never changed.
    var isRegex = false
  }

  /// A text behind `|` or `>`.
  struct BlockText: Hashable {
    /// `|` or `>`.
    var sign: Character
    /// `+`, `-` or nothing: what becomes of the line ends at its end.
    var chomping: String
    /// Its lines without their common indentation.
    var lines: [String]
    /// Whether YAML has to be told how deep it is indented, because its first line begins with white space.
    var needsDepth: Bool
  }

  /// What an element holds.
  indirect enum Part: Hashable {
    case empty
    case text(Text)
    case block(BlockText)
    case list(Items)
    case map(Items)
  }

  /// What a list or mapping holds.
  struct Items: Hashable {
    var elements: [Element] = []
    /// Comments behind the last element that belong to this and not to what follows.
    var tail: [Gap] = []
    /// Whether it was written in brackets or braces.
    var isFlow = false
    /// Whether it is the one entry that may stand in brackets without braces: `[a: b]`.
    var isPair = false
    /// Whether it stood on one line.
    var isOnOneLine = true
    /// A comment behind the opening bracket.
    var opening: String?
  }

  /// An item of a list, or a key with its value.
  struct Element: Hashable {
    /// What stands before it.
    var before: [Gap] = []
    /// nil for an item of a list.
    var key: Text?
    var value: Part = .empty
    /// The comment at the end of its first line.
    var beside: String?
    /// Comments indented below it where it has no value.
    var after: [Gap] = []
    /// Whether the author put more than one blank between colon and value.
    var hasWideColon = false
    /// Whether the author put more than one blank between the comma before it and itself.
    var hasWideComma = false
  }
}

extension Layout.Gap {
  var comment: String? {
    if case .comment(let text) = self { return text }
    return nil
  }
}

extension [Layout.Gap] {
  var hasComment: Bool { contains { $0 != .blank } }

  /// Without the blank lines it begins with.
  var withoutLeadingBlanks: [Layout.Gap] { Array(drop { $0 == .blank }) }
}

extension Layout.Part {
  /// The elements of a list or mapping.
  var items: Layout.Items? {
    switch self {
    case .list(let items), .map(let items): items
    case .empty, .text, .block: nil
    }
  }

  /// The same list or mapping with other items.
  func with(_ items: Layout.Items) -> Layout.Part {
    switch self {
    case .list: .list(items)
    case .map: .map(items)
    case .empty, .text, .block: self
    }
  }
}
