// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import FenliuRules

/// `fenliu schema`: the JSON Schema by which editors complete and check a pack's files.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: FormatSentence.aboutSchema.text,
    discussion: """
      fenliu schema rules > rules.schema.json
      fenliu schema map > map.schema.json
      fenliu schema test > test.schema.json
      """)

  /// A kind of file as it is typed.
  enum Kind: String, ExpressibleByArgument, CaseIterable {
    case rules, map, test

    var schema: JSONSchema {
      switch self {
      case .rules: .rules
      case .map: .map
      case .test: .test
      }
    }
  }

  @Argument(help: FormatSentence.helpSchema.help) var kind: Kind
  @Option(name: .long, help: CommandSentence.helpLang.help) var lang: LanguageName?

  func run() throws { try StandardOutput.write(kind.schema.text) }
}
