// SPDX-License-Identifier: Apache-2.0

/// A key of JSON rows that names no column we read, and how many posts have it.
public struct UnlistedName: Hashable, Sendable, Codable {
  /// The key.
  public var name: String
  /// How many posts have it.
  public var posts: Int

  /// A key that so many posts have.
  public init(name: String, posts: Int) {
    self.name = name
    self.posts = posts
  }
}

/// The names of what is not read in one input: those of a table's header, and the keys of JSON rows with how many posts have each.
///
/// A key of a JSON row may be anything, a person's name too: only keys that many posts have are told, the others are counted.
///
/// Invariant: what is held does not depend on where chunks were cut, and stays small whatever keys there are: the first 4,096 different
/// keys are counted one by one, the others together.
public struct UnlistedNames: Hashable, Sendable {
  /// The most keys that are counted one by one.
  static let mostCounted = 4096
  /// The most names that are told.
  static let mostTold = 64

  /// The names of headers, in their order, each once.
  public private(set) var columns: [String] = []
  /// The keys that are counted one by one, in the order in which posts first had them.
  public private(set) var keys: [UnlistedName] = []
  /// How often a post had one of the other keys.
  public private(set) var others = 0
  private var places: [String: Int] = [:]

  /// No names.
  public init() {}

  /// Names that were noted before, in their order.
  public init(columns: [String], keys: [UnlistedName], others: Int) {
    add(columns: columns)
    add(keys)
    self.others += others
  }

  /// Adds the names of a header.
  public mutating func add(columns names: [String]) {
    for name in names where columns.count < Self.mostTold && !columns.contains(name) { columns.append(name) }
  }

  /// Adds the keys of the chunk that comes next.
  public mutating func add(_ chunk: [UnlistedName]) {
    for key in chunk {
      if let place = places[key.name] {
        keys[place].posts += key.posts
      } else if keys.count < Self.mostCounted {
        places[key.name] = keys.count
        keys.append(key)
      } else {
        others += key.posts
      }
    }
  }

  /// What can be said of them in an input of so many rows: all columns; of keys those that at least a tenth of the rows have, and at least
  /// two where there are more than two; and how often rows had another one.
  public func told(rows: Int) -> (names: [String], untold: Int) {
    let least = max(rows > 2 ? 2 : 1, (rows + 9) / 10)
    var (names, untold) = (columns, others)
    for key in keys {
      if key.posts >= least, !key.name.isEmpty, names.count < Self.mostTold, !names.contains(key.name) {
        names.append(key.name)
      } else {
        untold += key.posts
      }
    }
    return (names, untold)
  }
}

/// So a run that was interrupted is gone on with.
extension UnlistedNames: Codable {
  private enum CodingKeys: CodingKey {
    case columns, keys, others
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let keys = try container.decode([UnlistedName].self, forKey: .keys)
    let others = try container.decode(Int.self, forKey: .others)
    guard others >= 0, keys.count <= Self.mostCounted, keys.allSatisfy({ $0.posts > 0 }) else {
      throw DecodingError.dataCorruptedError(forKey: .others, in: container, debugDescription: "a count that is none")
    }
    self.init(columns: try container.decode([String].self, forKey: .columns), keys: keys, others: others)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(columns, forKey: .columns)
    try container.encode(keys, forKey: .keys)
    try container.encode(others, forKey: .others)
  }
}
