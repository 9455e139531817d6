// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import FenliuModel
import Glibc

/// The program, for a `main.swift` of three lines.
public enum FenliuMain {
  /// Parses the arguments, runs the command they name, and ends the process with its exit code.
  ///
  /// 0: done. 1: the answer is no. 2: could not do the work. 64: wrong usage. A closed pipe is a quiet end.
  public static func main() {
    // A reader that went away is met where we write, as an error with a name, so that files under way are put away.
    _ = signal(SIGPIPE, SIG_IGN)
    do {
      var command = try FenliuCommand.parseAsRoot()
      do {
        try command.run()
      } catch let error as ValidationError {
        end(with: error, of: type(of: command))
      }
    } catch let failure as CommandFailure {
      failure.end()
    } catch {
      end(with: error)
    }
  }

  /// Says what the argument parser has to say, help or a complaint, and ends the process.
  private static func end(with error: any Error) -> Never {
    let code = FenliuCommand.exitCode(for: error)
    let message = FenliuCommand.fullMessage(for: error)
    guard !message.isEmpty else { exit(code.rawValue) }
    var text = SpokenLanguage.current == .chinese ? ChineseUsage.translated(message) : message
    // The folder of a pack among the arguments, as other programs take it.
    if message.contains("nexpected argument"), let pack = forgottenPack(), let end = text.firstIndex(of: "\n") {
      text.insert(contentsOf: "\n  " + CommandSentence.forgottenPack(pack).text, at: end)
    }
    if code.isSuccess { try? StandardOutput.line(text) } else { StandardError.line(text) }
    exit(code.rawValue)
  }
}

extension FenliuMain {
  /// Says what was typed wrongly where only the run could tell, with the usage of the command as while parsing.
  private static func end(with error: ValidationError, of command: any ParsableCommand.Type) -> Never {
    let usage = FenliuCommand.usageString(for: command).split(separator: "\n").joined(separator: "\n       ")
    let name = "fenliu \(command.configuration.commandName ?? "")"
    let message = "Error: \(error.message)\nUsage: \(usage)\n  See '\(name) --help' for more information."
    StandardError.line(SpokenLanguage.current == .chinese ? ChineseUsage.translated(message) : message)
    exit(ExitCode.validationFailure.rawValue)
  }

  /// The first argument that is the folder of a pack, if `--pack` does not stand before it.
  private static func forgottenPack() -> String? {
    let arguments = CommandLine.arguments
    for (place, argument) in arguments.enumerated().dropFirst(2) where !argument.hasPrefix("-") {
      if arguments[place - 1] != "--pack", unsafe access(argument + "/rules.yaml", R_OK) == 0 { return argument }
    }
    return nil
  }
}

/// The root of the commands: one file each beside this one.
struct FenliuCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fenliu",
    abstract: CommandSentence.aboutFenliu.text,
    version: ProgramVersion.current,
    subcommands: [
      ClassifyCommand.self, CheckCommand.self, TestCommand.self, ExplainCommand.self, FindCommand.self,
      EvaluateCommand.self, DiffCommand.self, SuggestCommand.self, FormatCommand.self, SchemaCommand.self,
    ]
  )
}
