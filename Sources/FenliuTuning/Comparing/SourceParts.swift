// SPDX-License-Identifier: Apache-2.0
import Fenliu

/// For each source of a classifier's hits the word that it is, where the packs differ in it.
struct SourceParts: Sendable {
  /// By the index of a `HitSourceID`.
  let parts: [PackPart?]

  init(_ classifier: Classifier, changes: [PackPart: PartChange]) {
    struct Place: Hashable {
      var written: String
      var origin: Origin
    }
    let rules = classifier.rules
    var known: [Place: PackPart] = [:]
    for list in rules.lists {
      for word in list.words {
        let part = PackPart.word(word.written, in: .list(list.name))
        guard changes[part] != nil else { continue }
        known[Place(written: word.written, origin: word.origin)] = part
        known[Place(written: CollectiveWord.written, origin: word.origin)] = part
      }
    }
    for rule in rules.rules {
      for pattern in rule.patterns {
        guard let (written, origin) = pattern.source else { continue }
        let part = PackPart.word(written, in: .rule(rule.key))
        if changes[part] != nil { known[Place(written: written, origin: origin)] = part }
      }
    }
    parts = classifier.sources.map { known[Place(written: $0.written, origin: $0.origin)] }
  }
}

extension PackPart {
  /// By which parts of a kind are sorted: what holds it, then as it is written.
  var sortKey: String {
    switch self {
    case .word(let written, in: .list(let name)): "l\u{0}\(name)\u{0}\(written)"
    case .word(let written, in: .rule(let key)): "r\u{0}\(key)\u{0}\(written)"
    case .rule(let name), .list(let name), .category(let name), .route(let name), .department(let name): name
    default: String(describing: self)
    }
  }
}
