// SPDX-License-Identifier: Apache-2.0

import FenliuModel

/// A number that a text says in words or digits, as the least it can mean.
///
/// 三十多 is 30, 几十 is 20, 近百 is 90: who asks for "at least" is never told more than was said.
struct Quantity: Hashable, Sendable {
  /// Ten-thousandths, so that 1.5万 and 0.25 are exact and the same on every machine.
  let tenThousandths: Int

  /// Where the number begins, a byte offset into the normalized text.
  let start: Int

  /// The number itself.
  var value: Double { Double(tenThousandths) / Double(Quantity.one) }

  /// The number 1 in ten-thousandths.
  static let one = 10_000
}

extension NumberName {
  /// Whether the numbers measure time, where 近三天 says "the last three days", not "nearly three".
  var isTime: Bool { self == .months || self == .days }
}
