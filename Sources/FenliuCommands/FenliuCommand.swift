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
      try command.run()
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
    guard SpokenLanguage.current == .chinese, !message.isEmpty else { FenliuCommand.exit(withError: error) }
    let text = ChineseUsage.translated(message)
    if code.isSuccess { try? StandardOutput.line(text) } else { StandardError.line(text) }
    exit(code.rawValue)
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
      InitCommand.self, ManualCommand.self,
    ]
  )
}
