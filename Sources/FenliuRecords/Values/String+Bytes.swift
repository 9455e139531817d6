// SPDX-License-Identifier: Apache-2.0

extension String {
  /// The text of some bytes; what is not UTF-8 becomes a replacement character.
  init(copying bytes: Span<UInt8>, _ range: Range<Int>) {
    self = unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe String(decoding: UnsafeBufferPointer(rebasing: buffer[range]), as: UTF8.self)
    }
  }

  /// The text of some bytes that were found to be UTF-8 before.
  @inline(__always)
  init(validated bytes: Span<UInt8>, _ range: Range<Int>) {
    // Whoever calls has checked the whole row, so that checking each of its cells again would be work for nothing.
    self = unsafe String(copying: UTF8Span(unchecked: bytes.extracting(range)))
  }
}
