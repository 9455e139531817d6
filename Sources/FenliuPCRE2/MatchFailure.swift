// SPDX-License-Identifier: Apache-2.0
internal import CPCRE2

/// Why a search neither found a match nor proved that there is none. Never to be taken for "no match".
public enum MatchFailure: Error, Hashable, Sendable {
  /// The limit of steps was used up.
  case limit
  /// The JIT's stack was used up.
  case stack
  /// Anything else, with PCRE2's code.
  case other(Int32)

  init(code: Int32) {
    switch code {
    case PCRE2_ERROR_MATCHLIMIT: self = .limit
    case PCRE2_ERROR_JIT_STACKLIMIT: self = .stack
    default: self = .other(code)
    }
  }

  /// PCRE2's sentence for the failure: English, lower case, no full stop.
  public var message: String {
    switch self {
    case .limit: Self.message(of: PCRE2_ERROR_MATCHLIMIT)
    case .stack: Self.message(of: PCRE2_ERROR_JIT_STACKLIMIT)
    case .other(let code): Self.message(of: code)
    }
  }

  static func message(of code: Int32) -> String {
    let longest = 256
    return unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: longest) { buffer in
      let length = unsafe pcre2_get_error_message_8(code, buffer.baseAddress, longest)
      guard length > 0 else { return "PCRE2 error \(code)" }
      return unsafe String(decoding: buffer.prefix(Int(length)), as: UTF8.self)
    }
  }
}
