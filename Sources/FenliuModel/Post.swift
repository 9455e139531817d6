// SPDX-License-Identifier: Apache-2.0
public import FenliuCalendar

/// One text that somebody wrote, with what is known of it.
///
/// There is no place here for a writer: names, accounts and telephones are never read.
public struct Post: Hashable, Sendable {
  /// What the source calls it.
  public var id: String
  /// The title, where there is one.
  public var title: String?
  /// The text. A post has a title or a text.
  public var text: String?
  /// Where it was published: a platform, a board.
  public var source: String?
  /// The place it is about, from the widest part to the narrowest: 山西省/吕梁市/兴县.
  public var region: String?
  /// Its address. Never matched.
  public var link: String?
  /// When it was written.
  public var time: Instant?
  /// When it was received here.
  public var received: Instant?
  /// How often it was read.
  public var views: Int?
  /// How often it was passed on.
  public var reposts: Int?
  /// How often it was answered.
  public var replies: Int?
  /// How often it was liked.
  public var likes: Int?

  /// A post of which only `id`, `title` and `text` are known; the rest is set as it becomes known.
  public init(id: String, title: String? = nil, text: String? = nil) {
    self.id = id
    self.title = title
    self.text = text
  }

  /// How many people it may have reached: the views, else reposts, replies and likes together; nil when nothing is known.
  public var reach: Int? {
    if let views { return views }
    guard reposts != nil || replies != nil || likes != nil else { return nil }
    return [reposts, replies, likes].reduce(0) { sum, number in
      let (result, overflow) = sum.addingReportingOverflow(number ?? 0)
      return overflow ? Int.max : result
    }
  }
}

/// A part of a post that is matched on its own. No hit spans two fields.
public enum Field: UInt8, Hashable, Sendable, CaseIterable, Comparable {
  case title, text

  /// The key in rules and decisions.
  public var key: String { self == .title ? "title" : "text" }

  public static func < (left: Field, right: Field) -> Bool { left.rawValue < right.rawValue }
}

/// What rules may ask of a post besides its text.
public struct PostFacts: Hashable, Sendable {
  /// Where it was published.
  public var source: String?
  /// The place it is about, given or found.
  public var region: String?
  public var views: Int?
  public var reposts: Int?
  public var replies: Int?
  public var likes: Int?
  public var reach: Int?
  /// The post's date in the calendar's zone: of its time, else of its receipt, else of the run.
  public var date: LocalDate

  /// Facts of a post about which nothing is known but its date.
  public init(date: LocalDate) { self.date = date }

  /// The facts of `post`, whose region may have been found rather than given.
  public init(of post: Post, region: String?, date: LocalDate) {
    self.date = date
    self.source = post.source
    self.region = region
    views = post.views
    reposts = post.reposts
    replies = post.replies
    likes = post.likes
    reach = post.reach
  }
}
