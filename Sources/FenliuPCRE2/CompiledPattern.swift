// SPDX-License-Identifier: Apache-2.0
internal import CPCRE2
internal import Synchronization

/// A compiled regex. Immutable once made, so any number of threads may share one.
///
/// Meaning, for every regex alike: UTF-8, case ignored, `\d \w \s` and POSIX classes of ASCII only, `.` stops before
/// CR or LF, `^` and `$` are the ends of the field (unless the regex says `(?m)`), `\C` is refused.
@safe public final class CompiledPattern: Sendable {
  // SAFETY: PCRE2 writes to compiled code only while it is made and while machine code is; `prepare` sees to it that the latter is done by one
  // thread, and before any other reads it.
  private nonisolated(unsafe) let code: OpaquePointer
  /// Whether machine code is there.
  private let isPrepared = Atomic(false)
  /// What came of making it; nil: nobody has tried.
  private let preparation = Mutex<Int32?>(nil)
  /// How many groups the regex captures, without the whole match.
  public let groupCount: Int
  /// The numbers of each named group; several where `(?J)` or `(?|` gives a name more than once.
  public let groupNumbers: [String: [Int]]

  /// Whether this machine and this PCRE2 can compile to machine code.
  public static let isJITAvailable: Bool = {
    var answer: UInt32 = 0
    guard unsafe pcre2_config_8(UInt32(PCRE2_CONFIG_JIT), &answer) >= 0, answer == 1 else { return false }
    // A machine may forbid memory that is written and then run, which shows only here.
    guard let code = unsafe try? compile("a") else { return false }
    defer { unsafe pcre2_code_free_8(code) }
    return unsafe pcre2_jit_compile_8(code, UInt32(PCRE2_JIT_COMPLETE)) == 0
  }()

  /// Bytes of compiled regex up to which machine code can wait until a post needs it. What is larger may be too large for machine code, and that
  /// is said before a run begins; should PCRE2 refuse a smaller one, it gives up in each post, which the decision says.
  private static let smallCode = 4_096

  /// Compiles a regex; to machine code when it is first run, since most regexes of a pack wait for a post long, and machine code takes most of the
  /// time.
  ///
  /// - Parameter skipsAhead: whether PCRE2 may skip start offsets that it takes for hopeless. Its machine code (10.42) is
  ///   wrong about some where a loop over one character has no end, and then misses matches: with
  ///   `(?>\p{Han}{2,}|[^b]?b?(c?))欠`. Without it the search is some five times slower. Where the regex looks ahead for
  ///   something it is never done: see `looksAhead`.
  /// - Throws: `PatternError` with the place where PCRE2 stopped, or `.jitUnavailable`.
  public init(_ pattern: String, skipsAhead: Bool = true) throws(PatternError) {
    guard Self.isJITAvailable else { throw .jitUnavailable }
    unsafe code = try Self.compile(pattern, skipsAhead: skipsAhead)
    groupCount = unsafe Int(Self.number(PCRE2_INFO_CAPTURECOUNT, of: code))
    groupNumbers = unsafe Self.names(of: code)
    guard unsafe Self.size(of: code) > Self.smallCode else { return }
    let status = prepare()
    guard status == 0 else { throw PatternError(code: status, offset: 0) }
  }

  /// Makes the machine code where it is not there yet; 0, or PCRE2's code for what went wrong.
  private func prepare() -> Int32 {
    if isPrepared.load(ordering: .acquiring) { return 0 }
    return preparation.withLock { known in
      if let known { return known }
      let status = unsafe pcre2_jit_compile_8(code, UInt32(PCRE2_JIT_COMPLETE))
      known = status
      if status == 0 { isPrepared.store(true, ordering: .releasing) }
      return status
    }
  }

  deinit { unsafe pcre2_code_free_8(code) }

  /// What PCRE2 has against a regex; nil when it compiles. Cheaper than making one: no machine code is written.
  public static func error(in pattern: String) -> PatternError? {
    do throws(PatternError) {
      let code = unsafe try compile(pattern)
      unsafe pcre2_code_free_8(code)
      return nil
    } catch {
      return error
    }
  }

  /// The first match that starts at byte `start` of `subject` or later, in bytes; nil when there is none.
  ///
  /// The text before `start` is seen by lookbehind. Afterwards `scratch` knows the groups.
  ///
  /// - Parameters:
  ///   - last: the last byte at which a match may start; nil: any.
  ///   - limit: the most steps that one start offset may take (PCRE2 begins to count anew at each).
  ///   - emptyAtStart: whether an empty match at `start` counts.
  /// - Throws: `MatchFailure` where the search ended without an answer.
  public func firstMatch(
    in subject: Span<UInt8>, from start: Int = 0, to last: Int? = nil, limit: UInt32 = .max, emptyAtStart: Bool = true,
    scratch: inout MatchScratch
  ) throws(MatchFailure) -> Range<Int>? {
    precondition(start >= 0 && start <= subject.count, "a search starts inside its subject")
    let preparation = prepare()
    guard preparation == 0 else { throw MatchFailure(code: preparation) }
    scratch.reserve(groups: groupCount)
    scratch.setCount = 0
    unsafe pcre2_set_match_limit_8(scratch.context, limit)
    unsafe pcre2_set_offset_limit_8(scratch.context, last ?? Self.noOffsetLimit)
    let options = emptyAtStart ? 0 : PCRE2_NOTEMPTY_ATSTART
    let matchData = unsafe scratch.matchData
    let context = unsafe scratch.context
    let code = unsafe self.code
    // SAFETY: the subject must be valid UTF-8 and `start` the first byte of a character or the end; callers hold normalized
    // text, which is nothing else. `pcre2_jit_match` reads exactly the bytes of the span, which outlives the call.
    let status = unsafe subject.withUnsafeBufferPointer { bytes in
      unsafe pcre2_jit_match_8(
        code, bytes.baseAddress ?? Self.nothing, bytes.count, start, options, matchData, context)
    }
    if status == PCRE2_ERROR_NOMATCH { return nil }
    guard status > 0 else { throw MatchFailure(code: status) }
    scratch.setCount = Int(status)
    guard let range = scratch.range(ofGroup: 0), range.lowerBound >= start, range.upperBound <= subject.count else {
      scratch.setCount = 0
      throw .other(PCRE2_ERROR_INTERNAL)
    }
    return range
  }

  /// PCRE2_UNSET, which is a macro with a cast.
  private static let noOffsetLimit = Int(bitPattern: UInt.max)

  /// An address for subjects without bytes, which PCRE2 wants although it reads nothing there.
  // SAFETY: one byte that lives for ever and is never written after it was made.
  private nonisolated(unsafe) static let nothing: UnsafePointer<UInt8> = {
    let byte = UnsafeMutablePointer<UInt8>.allocate(capacity: 1)
    unsafe byte.initialize(to: 0)
    return unsafe UnsafePointer(byte)
  }()

  /// What stands before every regex. Where a regex names no line end, PCRE2 takes CR LF for one character when it goes on to
  /// the next start offset, and misses `[^a]b` in `\r\nb`; a line feed that is named, zero times, ends that. The empty
  /// setting keeps a loop at the beginning of the regex from taking hold of it.
  private static let preamble = "\\n{0}(?-x)"

  /// Whether a regex may ask for what stands ahead. PCRE2 (10.42) then takes the character that is asked for first for the first
  /// of every match, and may take the same one for another that has to follow: `(?=,)a?,[bc]` does not hit `,b`.
  private static func looksAhead(_ pattern: String) -> Bool {
    let bytes = Array(pattern.utf8)
    return bytes.indices.contains { place in
      bytes[place] == UInt8(ascii: "(") && lookAheads.contains { bytes[place...].starts(with: $0) }
    }
  }

  private static let lookAheads = [
    "(?=", "(?*", "(*pla:", "(*positive_lookahead:", "(*napla:", "(*non_atomic_positive_lookahead:",
  ].map { Array($0.utf8) }

  private static func compile(_ pattern: String, skipsAhead: Bool = true) throws(PatternError) -> OpaquePointer {
    guard let context = unsafe pcre2_compile_context_create_8(nil) else { fatalError("no memory is left for a regex") }
    defer { unsafe pcre2_compile_context_free_8(context) }
    unsafe pcre2_set_newline_8(context, UInt32(PCRE2_NEWLINE_ANYCRLF))
    // Loops stay loops. Where PCRE2 sees that giving back cannot help it makes a loop possessive, whose work no match
    // limit counts; and 10.42 sees it where it is not so: 发{0,2}(a){0,2}+发{2,} does not hit 发发.
    let flags =
      PCRE2_UTF | PCRE2_CASELESS | PCRE2_DOLLAR_ENDONLY | PCRE2_NEVER_BACKSLASH_C | PCRE2_NEVER_UCP
      | PCRE2_USE_OFFSET_LIMIT | PCRE2_NO_AUTO_POSSESS
      | (skipsAhead && !looksAhead(pattern) ? 0 : PCRE2_NO_START_OPTIMIZE)
    var errorCode: Int32 = 0
    var errorOffset = 0
    var whole = preamble + pattern
    let code = whole.withUTF8 { bytes in
      unsafe pcre2_compile_8(bytes.baseAddress ?? nothing, bytes.count, flags, &errorCode, &errorOffset, context)
    }
    guard let code = unsafe code else {
      let offset = errorOffset - preamble.utf8.count
      throw PatternError(code: errorCode, offset: min(max(offset, 0), pattern.utf8.count))
    }
    return unsafe code
  }

  private static func number(_ what: Int32, of code: OpaquePointer) -> UInt32 {
    var answer: UInt32 = 0
    unsafe _ = pcre2_pattern_info_8(code, UInt32(what), &answer)
    return answer
  }

  private static func size(of code: OpaquePointer) -> Int {
    var answer = 0
    unsafe _ = pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_SIZE), &answer)
    return answer
  }

  private static func names(of code: OpaquePointer) -> [String: [Int]] {
    let count = unsafe Int(number(PCRE2_INFO_NAMECOUNT, of: code))
    let width = unsafe Int(number(PCRE2_INFO_NAMEENTRYSIZE, of: code))
    var table: UnsafePointer<UInt8>?
    guard count > 0, unsafe pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_NAMETABLE), &table) == 0 else { return [:] }
    guard let table = unsafe table else { return [:] }
    // SAFETY: PCRE2 promises `count` entries of `width` bytes: two of the number, then the name and a zero.
    let entries = unsafe UnsafeBufferPointer(start: table, count: count * width)
    var numbers: [String: [Int]] = [:]
    for entry in 0..<count {
      let bytes = unsafe entries[(entry * width)..<((entry + 1) * width)]
      let number = unsafe Int(bytes[bytes.startIndex]) << 8 | Int(bytes[bytes.startIndex + 1])
      let name = unsafe String(decoding: bytes.dropFirst(2).prefix { $0 != 0 }, as: UTF8.self)
      numbers[name, default: []].append(number)
    }
    return numbers
  }
}
