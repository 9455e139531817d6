// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Glibc

/// `fenliu init`: a pack of one's own, to begin with.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: StartSentence.about.text,
    discussion: """
      fenliu init --list
      fenliu init county rules
      fenliu init county rules --as 我的单位
      """)

  @Argument(help: StartSentence.helpName.help) var name: String?
  @Argument(help: StartSentence.helpFolder.help, completion: .directory) var folder: String?
  @Flag(name: .long, help: StartSentence.helpList.help) var list = false
  @Option(name: .customLong("as"), help: StartSentence.helpAs.help) var newName: String?
  @Option(name: .long, help: StartSentence.helpRules.help, completion: .directory) var rules: String?
  @Option(name: .long, help: CommandSentence.helpLang.help) var lang: LanguageName?

  func validate() throws {
    if list {
      guard name == nil else { throw ValidationError(StartSentence.listAlone.text) }
    } else if name == nil || folder == nil {
      throw ValidationError(StartSentence.nameAndFolder.text)
    }
    if let newName, newName.isEmpty || newName.hasPrefix(".") || newName.contains("/") {
      throw ValidationError(StartSentence.notAName(newName).text)
    }
  }

  func run() throws {
    let packs = try ShippedPacks(named: rules)
    guard let name, let folder else { return try show(packs) }
    guard packs.names.contains(name) else {
      StandardError.line("fenliu: " + StartSentence.noPack(name, known: packs.names).text)
      throw CommandFailure.cannotGoOn
    }
    let target = Self.trimmed(folder)
    let copy = PackCopy(packs: packs, name: name, target: target, newName: newName ?? name)
    do {
      tell(try copy.run(), of: copy)
    } catch let failure as PackCopy.Failure {
      switch failure {
      case .isThere(let path): StandardError.line("fenliu: " + StartSentence.isThere(path).text)
      case .differs(let path): StandardError.line("fenliu: " + StartSentence.differs(path).text)
      case .system(let path, let number):
        throw CommandFailure.couldNotWork(.cannotWrite(path: path, reason: SystemReason.text(of: number)))
      }
      throw CommandFailure.cannotGoOn
    }
  }

  /// The packs and what they call themselves.
  private func show(_ packs: ShippedPacks) throws {
    for name in packs.names { try StandardOutput.line("\(name)  \(packs.title(of: name))") }
  }

  /// What was done, and how one goes on from there.
  private func tell(_ done: PackCopy.Done, of copy: PackCopy) {
    let place = copy.target == "/" ? "/" + copy.newName : copy.target + "/" + copy.newName
    StandardError.line(StartSentence.copied(pack: copy.name, files: done.copied, place: place).text)
    if done.kept > 0 { StandardError.line(StartSentence.kept(done.kept).text) }
    let pack = Self.quoted(place)
    let corpus = place + "/corpus.jsonl"
    let hasCorpus = unsafe access(corpus, R_OK) == 0
    StandardError.line("\n" + StartSentence.next.text)
    StandardError.line("  fenliu check --pack \(pack)")
    StandardError.line("  fenliu test --pack \(pack)" + (hasCorpus ? " --corpus \(Self.quoted(corpus))" : ""))
    StandardError.line("  fenliu explain --pack \(pack) \"三个月没发工资了\"")
    if hasCorpus { StandardError.line("  fenliu classify \(Self.quoted(corpus)) --pack \(pack) -o out") }
    let readme = place + "/README.md"
    if unsafe access(readme, R_OK) == 0 { StandardError.line("\n" + StartSentence.readme(readme).text) }
  }

  /// A folder without the slashes at its end.
  private static func trimmed(_ folder: String) -> String {
    var folder = folder[...]
    while folder.count > 1, folder.hasSuffix("/") { folder = folder.dropLast() }
    return String(folder)
  }

  /// A word as a shell reads it.
  private static func quoted(_ word: String) -> String {
    let isPlain = word.unicodeScalars.allSatisfy {
      $0.value >= 0x80 || $0.properties.isAlphabetic || "0123456789/._-+,:@%=".unicodeScalars.contains($0)
    }
    return isPlain
      ? word : "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }
}
