// SPDX-License-Identifier: Apache-2.0
import CCrypto

/// A SHA-256 under way: bytes go in piece by piece, the digest comes out at the end.
///
/// The pieces may be cut anywhere. A hasher is used by one thread and used up by `finish`. The arithmetic is
/// libcrypto's, which uses the instructions the processor has for it.
///
///     var hasher = SHA256Hasher()
///     hasher.update(head)
///     hasher.update(rest)
///     let digest = hasher.finish()
@safe public struct SHA256Hasher: ~Copyable, Sendable {
  // SAFETY: the context is made by `init`, reachable through this value only, which cannot be copied, and freed once, by
  // `deinit`. libcrypto's contexts are tied to no thread, so the value may be sent to another.
  private nonisolated(unsafe) let context: OpaquePointer

  /// Starts the digest of no bytes.
  public init() {
    // libcrypto refuses only when memory has run out or when SHA-256 was taken out of the library.
    guard let made = unsafe EVP_MD_CTX_new() else { preconditionFailure("no memory for a digest") }
    unsafe context = unsafe made
    let began = unsafe EVP_DigestInit_ex(context, EVP_sha256(), nil)
    precondition(began == 1, "libcrypto has no SHA-256")
  }

  deinit { unsafe EVP_MD_CTX_free(context) }

  /// Adds `bytes` to what the digest stands for.
  public mutating func update(_ bytes: Span<UInt8>) {
    guard !bytes.isEmpty else { return }
    let taken = unsafe bytes.withUnsafeBytes { unsafe EVP_DigestUpdate(context, $0.baseAddress, $0.count) }
    precondition(taken == 1, "libcrypto refused bytes of a digest")
  }

  /// The digest of all bytes added so far, after which more can be added. Costs a few microseconds.
  public borrowing func soFar() -> SHA256Digest {
    let copy = SHA256Hasher()
    let copied = unsafe EVP_MD_CTX_copy_ex(copy.context, context)
    precondition(copied == 1, "libcrypto copied no digest")
    return copy.finish()
  }

  /// The digest of all bytes added so far.
  public consuming func finish() -> SHA256Digest {
    var words: [4 of UInt64] = [0, 0, 0, 0]
    var length: UInt32 = 0
    let done = unsafe withUnsafeMutableBytes(of: &words) { raw in
      unsafe EVP_DigestFinal_ex(context, raw.assumingMemoryBound(to: UInt8.self).baseAddress, &length)
    }
    precondition(done == 1 && length == 32, "libcrypto gave no SHA-256")
    return SHA256Digest(
      words: (
        UInt64(bigEndian: words[0]), UInt64(bigEndian: words[1]), UInt64(bigEndian: words[2]),
        UInt64(bigEndian: words[3])
      ))
  }
}
