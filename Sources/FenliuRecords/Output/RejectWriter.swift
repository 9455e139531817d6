// SPDX-License-Identifier: Apache-2.0
public import FenliuCalendar
import FenliuDigest
public import FenliuModel

/// Writes rejects as lines of JSON: where each row stands, what is wrong, its digest, and who is to read it until when. Never the row.
public struct RejectWriter: Sendable {
  private let unread: Decision
  private let zone: Zone
  private var json = JSONWriter()

  /// A writer that has written nothing.
  ///
  /// - Parameters:
  ///   - unread: what is decided of a post in which there is nothing to read, received at the time of the run: whoever leads it reads the
  ///     rejects too, in the same time.
  ///   - zone: the zone of the times that are written.
  public init(unread: Decision, zone: Zone) {
    self.unread = unread
    self.zone = zone
  }

  /// Gives away what was written and starts anew.
  public mutating func take() -> [UInt8] { json.take() }

  /// Writes a reject and ends the line.
  public mutating func write(_ reject: Reject) {
    json.beginObject()
    json.key("file")
    json.string(reject.file)
    if let sheet = reject.sheet {
      json.key("sheet")
      json.string(sheet)
    }
    json.key("line")
    json.number(reject.line)
    json.key("offset")
    json.number(reject.offset)
    json.key("length")
    json.number(reject.length)
    json.key("sha256")
    json.string(reject.digest.description)
    json.key("reason")
    json.string(reject.reason.rawValue)
    if let column = reject.column {
      json.key("column")
      json.string(column.key)
    }
    if let place = reject.place {
      json.key("place")
      json.number(place)
    }
    json.key("lead")
    json.string(unread.route.lead)
    json.key("deadlines")
    json.beginObject()
    for deadline in unread.deadlines {
      json.key(named: deadline.step)
      if let due = deadline.due { json.string(due.iso8601(in: zone)) } else { json.null() }
    }
    json.endObject()
    json.endObject()
    json.endLine()
  }
}
