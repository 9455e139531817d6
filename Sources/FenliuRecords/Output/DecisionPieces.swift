// SPDX-License-Identifier: Apache-2.0
public import FenliuModel

/// What never changes in the lines of a pack's decisions, as JSON that needs only be copied; made once, shared by all threads.
///
/// `DecisionWriter` writes the same of a `Decision`, name by name.
public struct DecisionPieces: Sendable {
  /// All pieces, one behind the other.
  let bytes: [UInt8]
  /// Of each rule the beginning of a match: `{"rule":"r","category":"c","topic":null,"points":`.
  let matches: [Range<Int>]
  /// Of each rule the beginning of what was withdrawn: `{"rule":"r","hit":`.
  let withdrawn: [Range<Int>]
  /// Of each source the end of a hit: `,"word":"w","from":"f"}`.
  let sources: [Range<Int>]
  /// Of each category its key: `"action":`.
  let categories: [Range<Int>]
  /// Of each topic the beginning of its points: `{"topic":"t","points":`.
  let topics: [Range<Int>]
  /// The key of each department with its quotes.
  let departments: [Range<Int>]
  /// The name of each route with its quotes, and last of the default.
  let routes: [Range<Int>]
  /// What follows the reasons: `],"rules":"sha256:…"`.
  let rules: Range<Int>
  /// The names of which they were made.
  public let names: DecisionNames

  /// The pieces of the pack with these names.
  public init(_ names: DecisionNames) {
    var bytes: [UInt8] = []
    func piece(_ append: (inout [UInt8]) -> Void) -> Range<Int> {
      let start = bytes.count
      append(&bytes)
      return start..<bytes.count
    }
    matches = names.rules.map { rule in
      piece {
        $0.append(words: #"{"rule":"#)
        $0.append(quoted: rule.key)
        $0.append(words: #","category":"#)
        $0.append(quoted: rule.category)
        $0.append(words: #","topic":"#)
        if let topic = rule.topic { $0.append(quoted: topic) } else { $0.append(words: "null") }
        $0.append(words: #","points":"#)
      }
    }
    withdrawn = names.rules.map { rule in
      piece {
        $0.append(words: #"{"rule":"#)
        $0.append(quoted: rule.key)
        $0.append(words: #","hit":"#)
      }
    }
    sources = names.sources.map { source in
      piece {
        $0.append(words: #","word":"#)
        $0.append(quoted: source.written)
        $0.append(words: #","from":"#)
        $0.append(quoted: source.from)
        $0.append(words: "}")
      }
    }
    categories = names.categories.map { key in
      piece {
        $0.append(quoted: key)
        $0.append(words: ":")
      }
    }
    topics = names.topics.map { path in
      piece {
        $0.append(words: #"{"topic":"#)
        $0.append(quoted: path)
        $0.append(words: #","points":"#)
      }
    }
    departments = names.departments.map { key in piece { $0.append(quoted: key) } }
    routes = (names.routes + [DecisionNames.defaultRoute]).map { name in piece { $0.append(quoted: name) } }
    rules = piece {
      $0.append(words: #"],"rules":"sha256:"#)
      $0.append(contentsOf: names.digest.utf8)
      $0.append(words: "\"")
    }
    self.bytes = bytes
    self.names = names
  }
}
