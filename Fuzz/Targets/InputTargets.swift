// SPDX-License-Identifier: Apache-2.0
import FenliuCompression
import FenliuEncodings
import FenliuModel
import FenliuRecords
import Foundation

/// Text in other encodings: cut anywhere it is the same; what stands for no character is one byte that no UTF-8 has; UTF-16 is what
/// reading its units one by one gives; a table in UTF-16 is read as the same table in UTF-8.
final class EncodingsTarget: FuzzTarget {
  private let reading = RecordReading()

  func run(_ bytes: [UInt8]) {
    var source = ByteSource(bytes)
    let encoding = source.pick([TextEncoding.gb18030, .utf16LittleEndian, .utf16BigEndian])
    let size = 1 + source.number(below: 9)
    if source.byte() & 7 == 0 { return readTable(String(decoding: source.rest(), as: UTF8.self), encoding) }
    let input = source.rest()
    let whole = decoded(input, encoding, piece: input.count)
    expectEqual(decoded(input, encoding, piece: size), whole, "pieces of \(size) in \(encoding.rawValue)")
    for part in whole.split(separator: 0xFF) {
      expect(String(validating: part, as: UTF8.self) != nil, "what comes out is no UTF-8: \(input)")
    }
    if encoding == .gb18030 {
      if input.allSatisfy({ $0 < 0x80 }) { expectEqual(whole, input, "ASCII") }
    } else {
      expectEqual(whole, units(input, isLittle: encoding == .utf16LittleEndian), "\(encoding.rawValue) of \(input)")
    }
    _ = EncodingEvidence(of: input.span, isAll: true).encoding
    // However it is taken, it is taken so for every size of chunk.
    _ = reading.agreedRecords(of: input, name: "a.txt", chunkSizes: [size, 64], encoding: nil)
  }

  private func decoded(_ input: [UInt8], _ encoding: TextEncoding, piece: Int) -> [UInt8] {
    guard var decoder = try? TextDecoder(encoding) else { fatalError("no converter for \(encoding.rawValue)") }
    var output: [UInt8] = []
    var held: [UInt8] = []
    var place = 0
    while place < input.count {
      let end = min(place + piece, input.count)
      held += input[place..<end]
      place = end
      held.removeFirst(decoder.decode(held.span, isAll: place == input.count, into: &output))
    }
    expect(held.isEmpty, "\(held) were left")
    return output
  }

  private func units(_ bytes: [UInt8], isLittle: Bool) -> [UInt8] {
    func unit(_ place: Int) -> UInt16? {
      guard place + 1 < bytes.count else { return nil }
      let (first, second) = (UInt16(bytes[place]), UInt16(bytes[place + 1]))
      return isLittle ? second << 8 | first : first << 8 | second
    }
    var text: [UInt8] = []
    var place = 0
    while place < bytes.count {
      if let one = unit(place), UTF16.isLeadSurrogate(one), let two = unit(place + 2), UTF16.isTrailSurrogate(two) {
        text += Array(String(decoding: [one, two], as: UTF16.self).utf8)
        place += 4
      } else if let one = unit(place), let scalar = Unicode.Scalar(one) {
        text += Array(String(scalar).utf8)
        place += 2
      } else {
        text.append(0xFF)
        place += 2
      }
    }
    return text
  }

  private func readTable(_ text: String, _ encoding: TextEncoding) {
    if encoding == .gb18030 { return }
    let table = "id,title,x,text\n" + text
    var units: [UInt8] = encoding == .utf16LittleEndian ? [0xFF, 0xFE] : [0xFE, 0xFF]
    for unit in table.utf16 {
      let bytes = [UInt8(truncatingIfNeeded: unit), UInt8(unit >> 8)]
      units += encoding == .utf16LittleEndian ? bytes : bytes.reversed()
    }
    let plain = reading.agreedRecords(of: Array(table.utf8), name: "a.csv", chunkSizes: [])
    let wide = reading.agreedRecords(of: units, name: "a.csv", chunkSizes: [7], encoding: nil)
    expectEqual(wide?.map(posts), plain?.map(posts), "\(table.debugDescription) in \(encoding.rawValue)")
  }

  /// Offsets count in the text, to which the mark belongs; what the rows are does not depend on it.
  private func posts(_ record: ParsedRecord) -> String {
    switch record {
    case .post(let post): "\(post.id) \(post.title ?? "-") \(post.text ?? "-")"
    case .reject(let reject): "\(reject.reason.rawValue) on line \(reject.line)"
    }
  }
}

/// Compressed bytes: cut anywhere they come to the same, no call appends more than it may, and every one that takes nothing and
/// appends nothing is the last.
final class CompressionTarget: FuzzTarget {
  private struct Outcome: Equatable {
    var bytes: [UInt8] = []
    var failure: DecompressionFailure.Kind?
    var mayEnd = false
    /// Whether all came out that went in.
    var isWhole: Bool { failure == nil && mayEnd }
  }

  func run(_ bytes: [UInt8]) {
    var source = ByteSource(bytes)
    let piece = 1 + source.number(below: 16)
    let most = 1 + source.number(below: 256)
    let input = source.rest()
    // The formats of zstd before its first version are another program, and nobody has files of them.
    if input.indices.contains(where: {
      (0x1E...0x27).contains(input[$0]) && input[($0 + 1)...].starts(with: [0xB5, 0x2F, 0xFD])
    }) {
      return
    }
    for compression in Compression.allCases {
      let whole = undone(input, compression, piece: max(1, input.count), most: 4096)
      let cut = undone(input, compression, piece: piece, most: most)
      if whole.bytes.count >= Self.most { continue }
      // How much comes out before damage is seen is the library's own affair, and in a file that was cut short, whether it is seen at all.
      expectEqual(cut.isWhole, whole.isWhole, "pieces of \(piece) and \(most) of \(input)")
      if cut.failure != nil, whole.failure != nil {
        expectEqual(cut.failure, whole.failure, "pieces of \(piece) and \(most) of \(input)")
      }
      if cut.isWhole { expectEqual(cut, whole, "pieces of \(piece) and \(most) of \(input)") }
    }
  }

  /// Bombs are not undone to their end.
  private static let most = 1 << 17

  private func undone(_ input: [UInt8], _ compression: Compression, piece: Int, most: Int) -> Outcome {
    var decompressor = Decompressor(compression)
    var outcome = Outcome()
    var held: [UInt8] = []
    var place = 0
    do throws(DecompressionFailure) {
      while outcome.bytes.count < Self.most {
        let before = outcome.bytes.count
        let taken = try decompressor.decompress(held.span, upTo: most, into: &outcome.bytes)
        expect(taken <= held.count && outcome.bytes.count - before <= most, "a call took or gave too much")
        held.removeFirst(taken)
        if taken > 0 || outcome.bytes.count > before { continue }
        guard place < input.count else { break }
        let end = min(place + piece, input.count)
        held += input[place..<end]
        place = end
      }
    } catch {
      outcome.failure = error.kind
    }
    outcome.mayEnd = outcome.failure == nil && held.isEmpty && decompressor.mayEnd
    return outcome
  }
}
