// SPDX-License-Identifier: Apache-2.0
import FenliuEncodings

extension InputNature {
  /// Writes the keys of what is not plain into an object that has begun: of a plain file none.
  func write(_ json: inout JSONWriter) {
    if let container {
      json.key("container")
      json.string(container.rawValue)
    }
    if encoding != .utf8 {
      json.key("encoding")
      json.string(encoding.rawValue)
    }
    if !sheets.isEmpty {
      json.key("sheets")
      json.strings(sheets)
    }
    if !passedOver.isEmpty {
      json.key("sheets-passed-over")
      json.strings(passedOver)
    }
    if !unsure.isEmpty {
      json.key("sheets-that-may-hold-posts")
      json.strings(unsure)
    }
    if !lateHeaders.isEmpty {
      json.key("header-lines")
      json.beginArray()
      for line in lateHeaders { json.number(line) }
      json.endArray()
    }
  }
}
