// SPDX-License-Identifier: Apache-2.0

/// What a search saw in one post.
public struct PostSeen: Sendable {
  /// How often each of what is sought is in it, nil where it is not; empty where none of it is. A rule may hold without a place.
  public var hits: [Int?] = []
  /// When it was written; nil: nobody knows.
  public var week: CalendarWeek?
  /// The widest part of its region; nil: nobody knows.
  public var region: String?
  /// How many places of it are in it; what several of the sought share is one place.
  public var placeCount = 0
  /// The first places, in the order of the post.
  public var places: [FoundPlace] = []
  /// What stands beside every place.
  public var neighbours: [Neighbours] = []
  /// Whether a regex gave up, or there was more than is looked at.
  public var isIncomplete = false

  /// Whether it is one of those that were looked for.
  public var isFound: Bool { !hits.isEmpty }
}
