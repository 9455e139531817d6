// SPDX-License-Identifier: Apache-2.0

/// Help and complaints of the argument parser in Chinese.
///
/// The parser has its own words in English only; ours in its messages are Chinese already. What is not in the tables stays as it is.
enum ChineseUsage {
  /// A message of the parser, line by line.
  static func translated(_ message: String) -> String {
    message.split(separator: "\n", omittingEmptySubsequences: false).map { line(String($0)) }.joined(separator: "\n")
  }

  private static let beginnings = [
    "OVERVIEW: ": "", "USAGE: ": "用法：", "Usage: ": "用法：", "Help:  ": "说明：", "ARGUMENTS:": "参数：", "OPTIONS:": "选项：",
    "SUBCOMMANDS:": "命令：",
  ]

  private static let pieces = [
    ("Show the version.", "显示版本。"), ("Show help information.", "显示用法。"), ("(values: ", "(可取: "), ("(values:", "(可取:"),
    ("(default: ", "(默认: "), ("; default: ", "; 默认: "), ("<subcommand>", "<命令>"), ("<options>", "<选项>"),
  ]

  /// What the parser says, with * for what it names, and the same with $1, $2 … for that.
  private static let sentences = [
    ("Error: Unknown option '*'. Did you mean '*'?", "没有选项 $1；是不是想写 $2？"), ("Error: Unknown option '*'", "没有选项 $1"),
    ("Error: Unexpected argument '*'", "不认识的命令或参数“$1”"), ("Error: * unexpected arguments: '*'", "不认识的命令或参数：$2"),
    ("Error: Missing expected argument '*'", "缺少 $1"), ("Error: Missing value for '* <*>'", "$1 后面缺少值"),
    ("Error: Missing value for '*'", "$1 后面缺少值"),
    ("Error: The value '*' is invalid for '* <*>'. Please provide one of *.", "“$1”不是 $2 可取的值；可取 $4"),
    ("Error: The value '*' is invalid for '* <*>'. Please provide one of the following:", "“$1”不是 $2 可取的值；可取："),
    ("Error: The value '*' is invalid for '* <*>'*", "“$1”不能用作 $2 的值$4"),
    ("Error: The value '*' is invalid for '<*>'. Please provide one of *.", "“$1”不是 <$2> 可取的值；可取 $3"),
    ("Error: The value '*' is invalid for '<*>'*", "“$1”不能用作 <$2> 的值$3"),
    ("Error: The option '*' does not take any value, but '*' was specified.", "$1 不带值，却写了“$2”"),
    ("Error: *", "$1"), ("  See '*' for more information.", "  详见 $1"),
    ("  See '*' for detailed help.", "  每个命令的用法：$1"),
  ]

  private static func line(_ line: String) -> String {
    var line = line
    if let (found, sentence) = sentences.lazy.compactMap({ pattern, sentence in
      found(pattern, in: line).map { ($0, sentence) }
    }).first {
      line = sentence
      for (place, text) in found.enumerated() { line.replace("$\(place + 1)", with: listed(text)) }
    }
    for (english, chinese) in beginnings where line.hasPrefix(english) {
      line = chinese + line.dropFirst(english.count)
      break
    }
    // The parser breaks lines at blanks, so a default can stand at the beginning of one.
    if line.hasPrefix(" "), let text = line.firstIndex(where: { $0 != " " }), line[text...].hasPrefix("default: ") {
      line.replaceSubrange(text..<line.index(text, offsetBy: 8), with: "默认:")
    }
    for (english, chinese) in pieces { line.replace(english, with: chinese) }
    return line
  }

  /// `'a', 'b' or 'c` without quotes and joining words.
  private static func listed(_ text: String) -> String {
    var text = text
    for joint in ["', '", "' and '", "' or '"] { text.replace(joint, with: "、") }
    return text.hasPrefix("'") && text.hasSuffix("'") ? String(text.dropFirst().dropLast()) : text
  }

  /// What stands for each * of `pattern`, as little as fits and the last as much; nil where the line is another.
  private static func found(_ pattern: String, in line: String) -> [String]? {
    let parts = pattern.split(separator: "*", omittingEmptySubsequences: false)
    guard let first = parts.first, let last = parts.last, line.hasPrefix(first), line.hasSuffix(last),
      line.count >= first.count + last.count
    else { return nil }
    var rest = line.dropFirst(first.count).dropLast(last.count)
    var found: [String] = []
    for part in parts.dropFirst().dropLast() {
      guard let range = rest.firstRange(of: part) else { return nil }
      found.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    return found + (parts.count > 1 ? [String(rest)] : [])
  }
}
