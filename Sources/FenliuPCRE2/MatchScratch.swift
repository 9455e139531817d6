// SPDX-License-Identifier: Apache-2.0
internal import CPCRE2

/// The memory one thread needs while it matches. Move-only: two matches can never share it.
///
/// Holds the places of the last match and its groups, and a stack of its own for the JIT. The stack is reserved, not
/// used, until a regex needs it; a regex that needs more than `stackLimit` bytes fails with `MatchFailure.stack`.
@safe public struct MatchScratch: ~Copyable {
  // SAFETY: the three objects are made and freed by this value alone, which cannot be copied; nothing hands them out.
  var matchData: OpaquePointer
  let context: OpaquePointer
  private let stack: OpaquePointer
  /// How many pairs of offsets `matchData` holds: one for the match and one for each group.
  private(set) var pairCount: Int
  /// How many of the pairs the last match has set; 0 after a search without a match.
  var setCount = 0

  /// Bytes of stack at which the JIT stops.
  public static let stackLimit = 4 << 20

  /// Memory for regexes of up to `groups` groups; grows when one with more is matched.
  public init(groups: Int = 31) {
    pairCount = groups + 1
    guard
      let data = unsafe pcre2_match_data_create_8(UInt32(pairCount), nil),
      let newContext = unsafe pcre2_match_context_create_8(nil),
      let newStack = unsafe pcre2_jit_stack_create_8(64 << 10, Self.stackLimit, nil)
    else { fatalError("no memory is left for matching") }
    unsafe (matchData, context, stack) = (data, newContext, newStack)
    unsafe pcre2_jit_stack_assign_8(context, nil, UnsafeMutableRawPointer(stack))
  }

  deinit {
    unsafe pcre2_match_data_free_8(matchData)
    unsafe pcre2_match_context_free_8(context)
    unsafe pcre2_jit_stack_free_8(stack)
  }

  /// Makes room for the groups of a regex.
  mutating func reserve(groups: Int) {
    guard groups >= pairCount else { return }
    guard let larger = unsafe pcre2_match_data_create_8(UInt32(groups + 1), nil) else {
      fatalError("no memory is left for matching")
    }
    unsafe pcre2_match_data_free_8(matchData)
    unsafe matchData = larger
    pairCount = groups + 1
  }

  /// Where group `number` of the last match lies, in bytes of its subject; 0 is the whole match.
  ///
  /// Nil where the group took no part, the number is not one of the regex, or the last search found nothing.
  public func range(ofGroup number: Int) -> Range<Int>? {
    guard number >= 0, number < setCount, let offsets = unsafe pcre2_get_ovector_pointer_8(matchData) else {
      return nil
    }
    // SAFETY: PCRE2 wrote `setCount` pairs, and `number` is below it.
    let (start, end) = unsafe (offsets[2 * number], offsets[2 * number + 1])
    guard start <= end, end <= Int.max else { return nil }
    return Int(start)..<Int(end)
  }
}
