// SPDX-License-Identifier: Apache-2.0

/// What is wrong with a row, before it is known which row it is.
struct RowProblem: Error {
  var reason: Reject.Reason
  var column: Column?
  /// In bytes from the start of what the row lies in; made relative to the row when it becomes a reject.
  var place: Int?

  init(_ reason: Reject.Reason, column: Column? = nil, at place: Int? = nil) {
    self.reason = reason
    self.column = column
    self.place = place
  }
}
