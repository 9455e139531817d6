// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Fenliu
import FenliuMasking
import FenliuRecords
import Glibc

/// `fenliu mask`: a text without the numbers of people in it.
struct MaskCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mask", abstract: MaskSentence.about.text,
    discussion: """
      fenliu mask 来信.txt > 可转发.txt
      cat 来信.txt | fenliu mask
      fenliu mask --format json 来信.txt
      """)

  /// What is written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @Option(name: .long, help: MaskSentence.helpFormat.help) var format = Format.text
  @Option(name: .long, help: CommandSentence.helpLang.help) var lang: LanguageName?
  @Option(name: .long, help: InputSentence.helpEncoding.help) var encoding: EncodingName?
  @Argument(help: MaskSentence.helpFiles.help) var files: [String] = ["-"]

  func validate() throws {
    if files.count(where: { $0 == "-" }) > 1 { throw ValidationError(CommandSentence.standardInputTwice.text) }
  }

  func run() throws {
    // A name that was mistyped is told before anything is written.
    for path in files where path != "-" {
      guard unsafe access(path, R_OK) == 0 else {
        throw CommandFailure.couldNotWork(.cannotRead(path: path, reason: SystemReason.text(of: errno)))
      }
    }
    for path in files { try mask(path) }
  }

  /// Goes through a file line by line; no number stands in two lines.
  private func mask(_ path: String) throws(CommandFailure) {
    var lines = try TextLines(path, encoding: encoding?.encoding)
    let masking = SpokenLanguage.current.masking
    var output: [UInt8] = []
    var json = JSONWriter()
    var number = 0
    while let line = try lines.next() {
      number += 1
      switch format {
      case .text: masking.append(line.span, to: &output)
      case .json: write(line, number, path, &json)
      }
      if format == .json { output += json.take() }
      if output.count >= 1 << 16 {
        try StandardOutput.write(bytes: output)
        output.removeAll(keepingCapacity: true)
      }
    }
    try StandardOutput.write(bytes: output)
    for line in InputSentence.lines(about: lines.nature, of: path) { StandardError.line(line.text) }
  }

  /// Where numbers stand in a line, in Unicode scalars; never the numbers.
  private func write(_ line: [UInt8], _ number: Int, _ path: String, _ json: inout JSONWriter) {
    var (place, counted) = (0, 0)
    func scalars(upTo end: Int) -> Int {
      counted += line[place..<end].count { $0 & 0xC0 != 0x80 }
      place = end
      return counted
    }
    for found in PersonalNumbers.found(in: line.span) {
      json.beginObject()
      json.key("file")
      json.string(path)
      json.key("line")
      json.number(number)
      json.key("start")
      json.number(scalars(upTo: found.range.lowerBound))
      json.key("end")
      json.number(scalars(upTo: found.range.upperBound))
      json.key("kind")
      json.string(found.kind.rawValue)
      json.endObject()
      json.endLine()
    }
  }
}
