// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import FenliuCalendar
import FenliuRecords
import Glibc

/// What every command that loads a pack can be told, as it was typed.
struct SharedOptions: ParsableArguments {
  @Option(name: .long, help: CommandSentence.helpPack.help)
  var pack: String?

  @OptionGroup var run: RunOptions

  /// The folder of the pack: the one given, else the current one if it holds a rules file.
  func packFolder() throws -> String {
    if let pack { return pack }
    guard unsafe access("rules.yaml", R_OK) == 0 else { throw ValidationError(CommandSentence.noPack.text) }
    return "."
  }

  func time(in zone: Zone) throws -> Instant { try run.time(in: zone) }

  var outputStyle: TerminalStyle { run.outputStyle }

  var talkStyle: TerminalStyle { run.talkStyle }
}

/// What a run can be told whatever names its packs.
struct RunOptions: ParsableArguments {
  @Option(name: .long, help: CommandSentence.helpLang.help)
  var lang: LanguageName?

  @Option(name: .long, help: CommandSentence.helpAt.help)
  var at: String?

  @Flag(name: .customLong("no-color"), help: CommandSentence.helpNoColour.help)
  var withoutColour = false

  /// The time of the run: the one given, read in `zone` where it names none, else now.
  func time(in zone: Zone) throws -> Instant {
    guard let at else {
      var now = timespec()
      unsafe clock_gettime(CLOCK_REALTIME, &now)
      return Instant(seconds: Int64(now.tv_sec))
    }
    guard case .success(let instant) = TimeParser(zone: zone).instant(of: at) else {
      throw ValidationError(CommandSentence.badTime(at).text)
    }
    return instant
  }

  /// How results look on standard output.
  var outputStyle: TerminalStyle {
    .decided(onTerminal: StandardOutput.isTerminal, withoutColour: withoutColour)
  }

  /// How talk looks on standard error.
  var talkStyle: TerminalStyle {
    .decided(onTerminal: StandardError.isTerminal, withoutColour: withoutColour)
  }
}

/// A language as it is typed. What it means is found before the arguments are parsed: `SpokenLanguage.current`.
enum LanguageName: String, ExpressibleByArgument, CaseIterable {
  case chinese = "zh"
  case english = "en"
}
