// SPDX-License-Identifier: Apache-2.0
public import FenliuDiagnostics

extension Diagnostic.Code {
  /// A key that its owner does not have. Facts: `owner` (term), `key`.
  public static let unknownKey = Self("unknown-key")
  /// A compulsory key that is not there. Facts: `owner` (term), `key`.
  public static let missingKey = Self("missing-key")
  /// A list where text is expected, or the like. Facts: `expected`, `found` (terms).
  public static let wrongKind = Self("wrong-kind")
  /// A key without a value. Fact: `key`.
  public static let emptyValue = Self("empty-value")
  /// A value that is none of those a key takes. Facts: `value`, `key`, `values`.
  public static let unknownValue = Self("unknown-value")
  /// Text where a number is expected. Fact: `value`.
  public static let badNumber = Self("bad-number")
  /// A version of the rule language that this program does not read. Fact: `value`.
  public static let badVersion = Self("bad-version")
  /// No level has the name. Fact: `name`.
  public static let unknownLevel = Self("unknown-level")
}
