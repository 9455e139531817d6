// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import FenliuModel
import FoundationEssentials

/// The commands with their arguments, as `--help` knows them: what the argument parser tells of its own definitions.
struct CommandTree: Decodable {
  struct Command: Decodable {
    var commandName: String
    var abstract: String?
    /// Examples, a command line a line.
    var discussion: String?
    var shouldDisplay: Bool?
    var arguments: [Argument]?
    var subcommands: [Command]?

    /// The commands in it that people are shown.
    var shownCommands: [Command] {
      (subcommands ?? []).filter { $0.shouldDisplay != false && $0.commandName != "help" }
    }
    /// The arguments that people are shown.
    var shownArguments: [Argument] { (arguments ?? []).filter { $0.shouldDisplay != false } }
  }

  struct Argument: Decodable {
    enum Kind: String, Decodable { case positional, option, flag }
    struct Name: Decodable {
      var kind: String
      var name: String
      /// As it is typed.
      var typed: String { (kind == "long" ? "--" : "-") + name }
    }
    var kind: Kind
    var shouldDisplay: Bool?
    var isOptional: Bool
    var isRepeating: Bool
    var names: [Name]?
    var valueName: String?
    var defaultValue: String?
    var allValues: [String]?
    var abstract: String?
  }

  var command: Command

  /// The commands of the program, in the language of this process.
  static func ofProgram() -> CommandTree {
    let dump = FenliuCommand._dumpHelp()
    let json = SpokenLanguage.current == .chinese ? ChineseUsage.translated(dump) : dump
    do {
      return try JSONDecoder().decode(CommandTree.self, from: Data(json.utf8))
    } catch {
      preconditionFailure("the argument parser tells of its definitions in another form: \(error)")
    }
  }

  /// The command line of a command that says itself how it is; nil where it follows from its arguments.
  static func usage(of name: String) -> String? {
    for command in FenliuCommand.configuration.subcommands where command.configuration.commandName == name {
      return command.configuration.usage
    }
    return nil
  }
}
