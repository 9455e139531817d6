// SPDX-License-Identifier: Apache-2.0
internal import CPCRE2

/// Why a regex could not be compiled.
///
/// Holds numbers only; the sentence is fetched from PCRE2 when somebody reads it.
public struct PatternError: Error, Hashable, Sendable {
  /// PCRE2's code: positive for a mistake in the regex, negative where it is too large for machine code.
  public let code: Int32
  /// The byte of the regex at which PCRE2 stopped reading; 0 where no place is to blame. At most the length.
  public let offset: Int

  /// This build or machine has no JIT; nothing can be matched, and the program ends with 2.
  public static let jitUnavailable = PatternError(code: PCRE2_ERROR_JIT_BADOPTION, offset: 0)

  /// Whether the regex itself is to blame, rather than the library or the machine.
  public var isMistakeInPattern: Bool { self != .jitUnavailable }

  /// PCRE2's sentence for the code: English, lower case, no full stop.
  public var message: String { MatchFailure.message(of: code) }
}
