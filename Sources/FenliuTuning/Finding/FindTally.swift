// SPDX-License-Identifier: Apache-2.0

/// What a search found, counted: by what was sought, by week, by region, by neighbours.
public struct FindTally: Sendable {
  /// Posts and places of something.
  public struct Count: Hashable, Sendable {
    /// The posts in which it is.
    public var posts = 0
    /// Its places in them.
    public var hits = 0
    /// The posts among which it was looked for.
    public var of = 0
  }

  /// All posts.
  public private(set) var all = Count()
  /// By what was sought.
  public private(set) var sought: [Count]
  /// By week; nil: posts of which nobody knows when they were written.
  public private(set) var weeks: [CalendarWeek?: Count] = [:]
  /// By region; nil: posts of which nobody knows where.
  public private(set) var regions: [String?: Count] = [:]
  /// How often each neighbour stands before a place.
  public private(set) var left: [String: Int] = [:]
  /// How often each neighbour stands behind one.
  public private(set) var right: [String: Int] = [:]
  /// The places that are kept, in the order of posts.
  public private(set) var places: [FoundPlace] = []
  /// How many places could be shown, kept or not.
  public private(set) var placeCount = 0
  /// How many posts were not looked at to their end.
  public private(set) var incomplete = 0
  private let mostPlaces: Int

  /// A count of nothing.
  ///
  /// - Parameters:
  ///   - sought: of how many things.
  ///   - mostPlaces: how many places are kept.
  public init(sought: Int, mostPlaces: Int) {
    self.sought = Array(repeating: Count(), count: sought)
    self.mostPlaces = mostPlaces
  }

  /// Counts one post.
  public mutating func add(_ seen: PostSeen) {
    all.add(seen)
    weeks[seen.week, default: Count()].add(seen)
    regions[seen.region, default: Count()].add(seen)
    if seen.isIncomplete { incomplete += 1 }
    for place in sought.indices {
      sought[place].of += 1
      guard seen.isFound, let hits = seen.hits[place] else { continue }
      sought[place].posts += 1
      sought[place].hits += hits
    }
    for neighbours in seen.neighbours {
      if let neighbour = neighbours.left { left[neighbour, default: 0] += 1 }
      if let neighbour = neighbours.right { right[neighbour, default: 0] += 1 }
    }
    placeCount += seen.places.count
    places += seen.places.prefix(mostPlaces - places.count)
  }

  /// The neighbours of one side, most frequent first, then by their characters.
  public static func most(_ neighbours: [String: Int], _ count: Int) -> [(neighbour: String, count: Int)] {
    let sorted = neighbours.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    return sorted.prefix(count).map { ($0.key, $0.value) }
  }
}

extension FindTally.Count {
  fileprivate mutating func add(_ seen: PostSeen) {
    of += 1
    guard seen.isFound else { return }
    posts += 1
    hits += seen.placeCount
  }
}
