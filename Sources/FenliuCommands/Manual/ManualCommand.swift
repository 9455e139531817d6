// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import FenliuCalendar

/// `fenliu manual`: the manual page, from the same definitions as `--help`. For packages, so the help does not list it.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: ManualSentence.about.text,
    discussion: """
      fenliu manual | man -l -
      fenliu manual --lang zh > fenliu.1
      """, shouldDisplay: false)

  @Option(name: .long, help: ManualSentence.helpDate.help) var date: String?
  @Option(name: .long, help: CommandSentence.helpLang.help) var lang: LanguageName?

  func validate() throws {
    if let date, LocalDate(date) == nil { throw ValidationError(ManualSentence.badDate(date).text) }
  }

  func run() throws {
    let page = ManualPage(
      of: .ofProgram(), in: SpokenLanguage.current, version: ProgramVersion.current, date: date ?? "")
    try StandardOutput.write(page.text)
  }
}
