// SPDX-License-Identifier: Apache-2.0
import FenliuDigest

/// Writes rejects as lines of JSON: where each row stands, what is wrong, and its digest. Never the row.
public struct RejectWriter: Sendable {
  private var json = JSONWriter()

  /// A writer that has written nothing.
  public init() {}

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
    json.endObject()
    json.endLine()
  }
}
