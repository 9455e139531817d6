// SPDX-License-Identifier: Apache-2.0

/// Paths relative to the library, with `/` between the parts.
enum LibraryPath {
  /// The path that `reference`, written in the file at `file`, leads to; nil where it leads outside the library.
  ///
  /// `../common/danger.yaml` in `county/rules.yaml` is `common/danger.yaml`.
  static func resolve(_ reference: String, from file: String) -> String? {
    guard !reference.hasPrefix("/") else { return nil }
    var parts = file.split(separator: "/").dropLast().map(String.init)
    for part in reference.split(separator: "/") {
      switch part {
      case ".": continue
      case "..":
        guard !parts.isEmpty else { return nil }
        parts.removeLast()
      default: parts.append(String(part))
      }
    }
    return parts.joined(separator: "/")
  }

  /// Whether `name` fits `glob`, in which `*` stands for any characters, also none.
  static func fits(_ name: some StringProtocol, _ glob: some StringProtocol) -> Bool {
    let pieces = glob.split(separator: "*", omittingEmptySubsequences: false).map { Array($0.utf8) }
    let name = Array(name.utf8)
    guard pieces.count > 1, let first = pieces.first, let last = pieces.last else { return name == pieces.first }
    guard name.count >= first.count + last.count, name.starts(with: first), name.suffix(last.count).elementsEqual(last)
    else { return false }
    var rest = name[first.count..<(name.count - last.count)]
    for piece in pieces.dropFirst().dropLast() {
      guard let found = rest.firstRange(of: piece) else { return false }
      rest = rest[found.upperBound...]
    }
    return true
  }

  /// The last part without what follows its last dot: the name of the list in a word list file.
  static func stem(of path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
    return String(name[..<dot])
  }
}
