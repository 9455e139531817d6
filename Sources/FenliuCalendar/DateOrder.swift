// SPDX-License-Identifier: Apache-2.0

/// What the first two numbers of a date such as 03/04/2026 are.
public enum DateOrder: String, Hashable, Sendable, CaseIterable {
  /// Day, month, year.
  case dayFirst = "dmy"
  /// Month, day, year.
  case monthFirst = "mdy"
}
