// SPDX-License-Identifier: Apache-2.0
import Fenliu
import FenliuFormatting
import FenliuRecords
import FenliuTuning
import Glibc

/// Files that `suggest` reads and writes besides posts.
enum SuggestOutput {
  /// Writes files below a folder; each appears whole or not at all.
  static func write(_ files: [SuggestionFiles.File], to folder: String) throws(CommandFailure) {
    do {
      let root = try OutputFolder(folder)
      let words = try OutputFolder(folder + "/words")
      var inRoot: [OutputFile.Written] = []
      var inWords: [OutputFile.Written] = []
      for file in files {
        let isWord = file.path.hasPrefix("words/")
        var output = try OutputFile(
          isWord ? String(file.path.dropFirst("words/".count)) : file.path, in: isWord ? words.path : root.path)
        try output.write(laidOut(file))
        if isWord { inWords.append(try output.finish()) } else { inRoot.append(try output.finish()) }
      }
      // The lists first: a rule never names one that is not there.
      try words.publish(inWords)
      try root.publish(inRoot)
    } catch {
      throw CommandFailure(.output(error))
    }
  }

  /// The file in the layout that `fenliu fmt` would give it, so that a draft has it from the start.
  private static func laidOut(_ file: SuggestionFiles.File) -> [UInt8] {
    let bytes = Array(file.text.utf8)
    do throws(FormattingFailure) {
      return try FileFormatter(bytes, path: file.path).formatted()?.bytes ?? bytes
    } catch {
      preconditionFailure("a draft that was made here cannot be read: \(error)")
    }
  }

  /// Writes the lists whose words have other points: into the folder, or where it is nil over themselves. Returns how many.
  static func write(
    _ changes: [PointFitter.Change], of rules: RuleSet, readFrom path: (String) -> String, to folder: String?
  ) throws(CommandFailure) -> Int {
    var byFile: [UInt32: [Int: Points]] = [:]
    for change in changes { byFile[change.origin.file, default: [:]][Int(change.origin.line)] = change.after }
    var written: [(path: String, bytes: [UInt8])] = []
    for (file, points) in byFile.sorted(by: { $0.key < $1.key }) {
      let name = rules.files[Int(file)]
      let separator = name.hasSuffix(".csv") ? UInt8(ascii: ",") : UInt8(ascii: "\t")
      guard let text = PointRewriter.rewrite(try bytes(of: path(name)), points: points, separator: separator) else {
        StandardError.line(SuggestSentence.cannotRewrite(path(name)).text)
        throw .answerIsNo
      }
      written.append((name, text))
    }
    for file in written {
      let target = folder.map { $0 + "/" + file.path } ?? path(file.path)
      let cut = target.lastIndex(of: "/") ?? target.startIndex
      do {
        let home = try OutputFolder(target[..<cut].isEmpty ? "." : String(target[..<cut]))
        var output = try home.file(String(target[cut...].drop { $0 == "/" }))
        try output.write(file.bytes)
        try home.publish([try output.finish()])
      } catch {
        throw CommandFailure(.output(error))
      }
    }
    return written.count
  }

  /// The words of a list, one a line, without comments.
  static func words(of path: String) throws(CommandFailure) -> [String] {
    try FileText.read(path).split(whereSeparator: \.isNewline).compactMap { line in
      let word = line.hasPrefix("#") ? "" : String(line.split(separator: "\t").first ?? "")
      let trimmed = word.split(separator: " ").joined(separator: " ")
      return trimmed.isEmpty ? nil : trimmed
    }
  }

  /// The bytes of a file.
  static func bytes(of path: String) throws(CommandFailure) -> [UInt8] {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .couldNotWork(.cannotRead(path: path, reason: SystemReason.text(of: errno))) }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = Array(repeating: UInt8(0), count: 1 << 16)
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes { unsafe read(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .couldNotWork(.cannotRead(path: path, reason: SystemReason.text(of: errno))) }
      if count == 0 { return bytes }
      bytes += buffer[..<count]
    }
  }
}
