// SPDX-License-Identifier: Apache-2.0
import FenliuModel

/// The manual page `fenliu(1)`, made of what commands and options say of themselves, with the macros of man(7).
struct ManualPage {
  /// What a page written in `language` says; what the tree says must be in that language already.
  let language: Language
  /// The page so far.
  private(set) var text = ""

  /// The page of these commands.
  init(of tree: CommandTree, in language: Language, version: String, date: String) {
    self.language = language
    let root = tree.command
    text += ".TH FENLIU 1 \"\(date)\" \"Fenliu \(version)\" \"\(Self.escaped(say(.title)))\"\n"
    // Chinese has no blanks to stretch.
    text += ".ad l\n"
    section(.name)
    text += "fenliu \\- " + Self.escaped(root.abstract ?? "") + "\n"
    section(.synopsis)
    text += root.shownCommands.map(synopsis).joined(separator: ".br\n")
    section(.description)
    text += Self.escaped(say(.flow)) + "\n.PP\n" + Self.escaped(say(.languages)) + "\n"
    options(of: root)
    section(.commands)
    for command in root.shownCommands { describe(command) }
    section(.exitStatus)
    for (code, sentence) in [("0", .done), ("1", .answerIsNo), ("2", .couldNotWork), ("64", .wrongUsage)]
      as [(String, ManualSentence)]
    {
      item(code, say(sentence))
    }
    section(.environment)
    for (name, sentence) in [
      ("LC_ALL, LC_MESSAGES, LANG", .variableLanguage), ("NO_COLOR", .variableNoColour), ("TMPDIR", .variableTemporary),
      ("FENLIU_RULES", .variableRules),
    ] as [(String, ManualSentence)] {
      item(name, say(sentence))
    }
    section(.files)
    for (name, sentence) in [("rules.yaml", .fileRules), ("map.yaml", .fileMap), ("*.test.yaml", .fileTests)]
      as [(String, ManualSentence)]
    {
      item(name, say(sentence))
    }
    section(.seeAlso)
    text += Self.escaped(say(.more)) + "\n"
  }

  private func say(_ sentence: ManualSentence) -> String { sentence.text(in: language) }

  private mutating func section(_ title: ManualSentence) { text += ".SH \"" + Self.escaped(say(title)) + "\"\n" }

  /// A term and what it means.
  private mutating func item(_ term: String, _ meaning: String) {
    text += ".TP\n\\fB" + Self.escaped(term) + "\\fR\n" + Self.escaped(meaning) + "\n"
  }

  /// The command line of a command: what must stand there, and that options may.
  private func synopsis(_ command: CommandTree.Command) -> String {
    if let usage = CommandTree.usage(of: command.commandName) {
      return usage.split(separator: "\n").map { line in Self.escaped(line.drop { $0 == " " }) + "\n" }.joined(
        separator: ".br\n")
    }
    var text = "\\fBfenliu " + Self.escaped(command.commandName) + "\\fR"
    for argument in command.shownArguments where argument.kind == .positional {
      let name = "\\fI" + Self.escaped(argument.valueName ?? "") + "\\fR" + (argument.isRepeating ? " ..." : "")
      text += argument.isOptional ? " [" + name + "]" : " " + name
    }
    for option in command.shownArguments where option.kind == .option && !option.isOptional {
      text +=
        " \\fB" + Self.escaped(option.names?.first?.typed ?? "") + "\\fR \\fI" + Self.escaped(option.valueName ?? "")
        + "\\fR"
    }
    return text + " [\\fI" + Self.escaped(say(.options)) + "\\fR]\n"
  }

  private mutating func describe(_ command: CommandTree.Command) {
    text += ".SS \"fenliu " + Self.escaped(command.commandName) + "\"\n"
    if let abstract = command.abstract { text += Self.escaped(abstract) + "\n" }
    options(of: command, but: ["version", "help"])
    guard let examples = command.discussion, !examples.isEmpty else { return }
    text += ".PP\n" + Self.escaped(say(.examples)) + "\n.PP\n.RS 4\n.nf\n"
    for line in examples.split(separator: "\n") { text += Self.escaped(String(line)) + "\n" }
    text += ".fi\n.RE\n"
  }

  /// The arguments of a command, but for those of these names, which the whole program has.
  private mutating func options(of command: CommandTree.Command, but left: Set<String> = []) {
    for argument in command.shownArguments where !(argument.names ?? []).contains(where: { left.contains($0.name) }) {
      let value = "\\fI" + Self.escaped(argument.valueName ?? "") + "\\fR"
      text += ".TP\n"
      switch argument.kind {
      case .positional: text += value + (argument.isRepeating ? " ..." : "")
      case .option, .flag:
        let names = (argument.names ?? []).map { "\\fB" + Self.escaped($0.typed) + "\\fR" }
        text += names.joined(separator: ", ")
        if argument.kind == .option { text += " " + value + (argument.isRepeating ? " ..." : "") }
      }
      text += "\n"
      var words = argument.abstract ?? ""
      if let values = argument.allValues, !values.isEmpty { words += " " + say(.standsFor(values: values)) }
      if let value = argument.defaultValue { words += " " + say(.usually(value)) }
      text += Self.escaped(words) + "\n"
    }
  }

  /// Words as roff reads them: `-` is the sign that can be copied into a command line, no line begins with a request, and a line may
  /// be broken between Chinese characters.
  static func escaped(_ words: some StringProtocol) -> String {
    var text = words.hasPrefix(".") ? "\\&" : ""
    var last: Unicode.Scalar = " "
    for scalar in words.unicodeScalars {
      if isWide(last), isWide(scalar), !mayNotEndLine.contains(last), !mayNotBeginLine.contains(scalar) {
        text += "\\:"
      }
      switch scalar {
      case "\\": text += "\\e"
      case "-": text += "\\-"
      case "'": text += "\\(aq"
      default: text.unicodeScalars.append(scalar)
      }
      last = scalar
    }
    return text
  }

  private static let mayNotBeginLine = Set("，。、；：？！）》”’…".unicodeScalars)
  private static let mayNotEndLine = Set("（《“‘".unicodeScalars)

  /// Characters of Chinese, its signs among them.
  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    (0x2E80...0x9FFF).contains(scalar.value) || (0xFF00...0xFF60).contains(scalar.value)
      || mayNotBeginLine.contains(scalar) || mayNotEndLine.contains(scalar)
  }
}
