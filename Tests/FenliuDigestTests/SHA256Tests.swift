// SPDX-License-Identifier: Apache-2.0
import FenliuDigest
import FenliuTestSupport
import Testing

@Suite struct SHA256Tests {
  @Test(
    "a digest is the one that FIPS 180-4 gives for its examples",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
    ])
  func standardExamples(text: String, expected: String) {
    #expect(SHA256Digest(of: Array(text.utf8)).description == expected)
  }

  @Test("the pieces that bytes come in do not change their digest", arguments: Seeds.standard)
  func piecesDoNotMatter(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let bytes = (0..<Int.random(in: 0...5000, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
    var hasher = SHA256Hasher()
    var start = 0
    while start < bytes.count {
      let end = min(bytes.count, start + Int.random(in: 0...200, using: &random))
      hasher.update(bytes.span.extracting(start..<end))
      start = end
    }
    #expect(hasher.finish() == SHA256Digest(of: bytes))
  }

  @Test("a digest read back from its digits is the same digest")
  func readsItsOwnDigits() throws {
    let digest = SHA256Digest(of: Array("分流".utf8))
    #expect(SHA256Digest(hexadecimal: digest.description) == digest)
    #expect(SHA256Digest(hexadecimal: digest.description.uppercased()) == digest)
    #expect(digest.bytes.count == 32)
    #expect(digest.bytes[0] == UInt8(digest.description.prefix(2), radix: 16))
  }

  @Test(
    "what is not 64 hexadecimal digits is no digest",
    arguments: ["", "12", String(repeating: "g", count: 64), String(repeating: "０", count: 64)])
  func refusesOtherText(text: String) {
    #expect(SHA256Digest(hexadecimal: text) == nil)
  }
}
