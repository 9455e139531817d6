// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
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
      FenliuCommand.exit(withError: error)
    }
  }
}

/// The root of the commands: one file each beside this one.
struct FenliuCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fenliu",
    abstract: CommandSentence.aboutFenliu.text,
    version: ProgramVersion.current,
    subcommands: [
      ClassifyCommand.self, CheckCommand.self, TestCommand.self, ExplainCommand.self, FormatCommand.self,
      SchemaCommand.self, FindCommand.self, DiffCommand.self,
    ]
  )
}
