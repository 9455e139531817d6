// SPDX-License-Identifier: Apache-2.0

/// Makes text of diagnostics, in the form that compilers have taught editors to jump from.
///
/// ```
/// rules/mine/rules.yaml:14:15: error: no category is named 'early-sing' [unknown-category]
///    |
/// 14 |     category: early-sing
///    |               ^^^^^^^^^^
///    = help: did you mean 'early-sign'?
/// ```
///
/// The caret stands under the span on a terminal: a tab is repeated as a tab, a wide character takes two columns, an
/// accent none. Control characters of the file are shown as `�`, so that a file cannot steer a terminal. A renderer
/// keeps the line tables it made; use one for a whole run.
public struct DiagnosticRenderer {
  private let files: SourceFiles
  private let catalogue: Catalogue
  private let usesColour: Bool
  private let pathPrefix: String
  private var tables: [FileID: LineTable] = [:]

  /// A renderer for diagnostics of `files`.
  ///
  /// - Parameters:
  ///   - pathPrefix: What stands before each path, so that it leads there from where the user is; ends with `/` or is empty.
  ///   - usesColour: Whether to write ANSI colours; the caller knows whether a terminal reads.
  public init(files: SourceFiles, language: MessageLanguage, pathPrefix: String = "", usesColour: Bool = false) {
    self.files = files
    catalogue = Catalogue.of(language)
    self.pathPrefix = pathPrefix
    self.usesColour = usesColour
  }

  /// All of `diagnostics`, sorted by place, with an empty line between each two; ends with a line end unless empty.
  public mutating func text(for diagnostics: [Diagnostic]) -> String {
    diagnostics.sortedByPlace(in: files).map { text(for: $0) }.joined(separator: "\n")
  }

  /// One diagnostic; ends with a line end.
  public mutating func text(for diagnostic: Diagnostic) -> String {
    let code = diagnostic.code.rawValue
    var result = header(
      diagnostic.severity.rawValue, catalogue.sentence(for: diagnostic) + " [\(code)]", at: diagnostic.span,
      colour: Self.colour(of: diagnostic.severity))
    var gutter = 1
    if let span = diagnostic.span {
      let frame = CodeFrame(span: span, table: table(of: span.file), file: files[span.file])
      gutter = frame.gutter
      result += frame.text(colour: usesColour ? Self.colour(of: diagnostic.severity) : nil)
    }
    let indent = String(repeating: " ", count: gutter)
    for help in helps(for: diagnostic) {
      result += "\(indent) = \(painted(catalogue.framed("help"), .bold)): \(help)\n"
    }
    for related in diagnostic.related {
      result += header("note", catalogue.note(for: related), at: related.span, colour: .cyan)
      let frame = CodeFrame(span: related.span, table: table(of: related.span.file), file: files[related.span.file])
      result += frame.text(colour: usesColour ? .cyan : nil)
    }
    return result
  }

  /// The place of `span` as people count it.
  public mutating func place(of span: SourceSpan) -> LineTable.Place {
    table(of: span.file).place(of: span.range.lowerBound)
  }

  /// The path of a file as it is shown.
  func path(of file: FileID) -> String { pathPrefix + files[file].path }

  /// The sentence of a diagnostic in the renderer's language.
  func message(for diagnostic: Diagnostic) -> String { catalogue.sentence(for: diagnostic) }

  /// The line table of a file, made once.
  mutating func table(of file: FileID) -> LineTable {
    if let made = tables[file] { return made }
    let made = LineTable(files[file])
    tables[file] = made
    return made
  }

  private mutating func header(_ severity: String, _ sentence: String, at span: SourceSpan?, colour: Colour) -> String {
    let word = painted(catalogue.framed(severity), colour)
    guard let span else { return "\(word): \(sentence)\n" }
    let place = place(of: span)
    return painted("\(path(of: span.file).visible):\(place.line):\(place.column):", .bold) + " \(word): \(sentence)\n"
  }

  /// What a related place is, in the renderer's language.
  func note(for related: Diagnostic.Related) -> String { catalogue.note(for: related) }

  /// The bytes of a file.
  func bytes(of file: FileID) -> [UInt8] { files[file].bytes }

  /// What a fix-it proposes.
  func help(for fixIt: Diagnostic.FixIt) -> String {
    let replacement = fixIt.replacement.visible
    if fixIt.kind == .didYouMean { return catalogue.framed("did-you-mean", ["text": .text(replacement)]) }
    if fixIt.replacement.isEmpty {
      // What joins an item to its neighbours goes with it, and need not be read.
      let removed = files.text(of: fixIt.span).drop { ", \n\r\t".contains($0) }
      let joints = removed.reversed().prefix { ", \n\r\t".contains($0) }.count
      let item = String(removed.dropLast(joints))
      let text = item.isEmpty ? files.text(of: fixIt.span) : item
      return catalogue.framed("remove", ["text": .text(text.visible)])
    }
    // A blank at an end would not be seen.
    let isPlain = replacement.first != " " && replacement.last != " "
    return catalogue.framed(isPlain ? "write" : "write-exactly", ["text": .text(replacement)])
  }

  /// What can be done about a diagnostic, the best first.
  func helps(for diagnostic: Diagnostic) -> [String] {
    var helps = diagnostic.fixIts.map { help(for: $0) }
    if let help = catalogue.help(for: diagnostic) { helps.append(help) }
    return helps
  }

  private func painted(_ text: String, _ colour: Colour) -> String {
    usesColour ? colour.rawValue + text + Colour.plain.rawValue : text
  }

  private static func colour(of severity: Diagnostic.Severity) -> Colour {
    switch severity {
    case .error: .red
    case .warning: .yellow
    case .note: .cyan
    }
  }
}

/// The colours of a terminal, as the sequences that switch to them.
enum Colour: String {
  case plain = "\u{1B}[0m"
  case bold = "\u{1B}[1m"
  case red = "\u{1B}[1;31m"
  case yellow = "\u{1B}[1;33m"
  case cyan = "\u{1B}[1;36m"
}

extension String {
  /// The text on one line: line ends as `⏎`, what steers a terminal as `�`.
  var visible: String {
    var result = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "\n": result += "⏎"
      case "\t": result += " "
      case "\r": continue
      case _ where scalar.steersTerminal: result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension Unicode.Scalar {
  /// Whether it is a control character (a tab counts) or one that turns the direction of writing around.
  var steersTerminal: Bool {
    switch value {
    case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
