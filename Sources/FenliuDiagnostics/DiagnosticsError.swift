// SPDX-License-Identifier: Apache-2.0

/// At least one of the diagnostics is an error.
public struct DiagnosticsError: Error, Sendable {
  /// All that was found, warnings too.
  public let diagnostics: [Diagnostic]

  /// Fails where none of `all` is an error.
  public init?(_ all: [Diagnostic]) {
    guard all.containsError else { return nil }
    diagnostics = all
  }
}
