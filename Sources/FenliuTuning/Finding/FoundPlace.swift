// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics
import FenliuMasking
public import FenliuModel

/// One place of what was looked for, with what stands around it, in the post's own characters but for numbers of people, which are masked.
public struct FoundPlace: Hashable, Sendable {
  /// The post.
  public let id: String
  /// Which of what is sought it is.
  public let sought: Int
  /// The field.
  public let field: Field
  /// Where it stands in the field, counted in Unicode scalars.
  public let range: Range<Int>
  /// What stands before it, cut to the columns that were asked for.
  public let left: String
  /// The place itself.
  public let hit: String
  /// What stands behind it, cut likewise.
  public let right: String
  /// Whether more stands before `left`.
  public let isCutLeft: Bool
  /// Whether more stands behind `right`.
  public let isCutRight: Bool
  /// The week of the post.
  public let week: CalendarWeek?
  /// The widest part of the post's region.
  public let region: String?

  /// - Parameter masked: the field's original text.
  init(
    id: String, sought: Int, hit: Hit, in text: borrowing NormalizedText, masked: MaskedText, context: Int,
    seen: PostSeen
  ) {
    self.id = id
    self.sought = sought
    field = hit.field
    range = text.originalScalarOffsets(of: hit.range)
    let bytes = text.originalRange(of: hit.range)
    let all = text.originalBytes
    self.hit = PlainText.line(masked.piece(bytes))
    (left, isCutLeft) = Self.before(bytes.lowerBound, in: all, masked, columns: context)
    (right, isCutRight) = Self.after(bytes.upperBound, in: all, masked, columns: context)
    week = seen.week
    region = seen.region
  }

  /// How many bytes are looked at for so many columns: a character may be made of several scalars.
  private static func window(_ columns: Int) -> Int { columns * 8 + 64 }

  private static func before(
    _ end: Int, in bytes: [UInt8], _ masked: MaskedText, columns: Int
  ) -> (String, isCut: Bool) {
    var start = max(0, end - window(columns))
    while start < end, bytes[start] & 0xC0 == 0x80 { start += 1 }
    let characters = Array(PlainText.line(masked.piece(start..<end)))
    var (width, first) = (0, characters.count)
    while first > 0 {
      width += DisplayWidth.columns(of: characters[first - 1])
      if width > columns { break }
      first -= 1
    }
    return (String(characters[first...]), first > 0 || start > 0)
  }

  private static func after(
    _ start: Int, in bytes: [UInt8], _ masked: MaskedText, columns: Int
  ) -> (String, isCut: Bool) {
    var end = min(bytes.count, start + window(columns))
    while end > start, end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    let characters = Array(PlainText.line(masked.piece(start..<end)))
    var (width, count) = (0, 0)
    while count < characters.count {
      width += DisplayWidth.columns(of: characters[count])
      if width > columns { break }
      count += 1
    }
    return (String(characters[..<count]), count < characters.count || end < bytes.count)
  }
}
