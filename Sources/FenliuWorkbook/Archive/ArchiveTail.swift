// SPDX-License-Identifier: Apache-2.0
import Glibc

/// How many parts a zip archive claims to have, read from its end before anybody makes room for them.
enum ArchiveTail {
  /// The largest number that any end record in the tail of the file gives; nil when there is no such record.
  ///
  /// Source: APPNOTE.TXT of PKWARE, 4.3.14 to 4.3.16. Where the number is too large for the record, a second record has it.
  static func partCount(in file: CInt) throws(WorkbookFailure) -> Int? {
    var status = stat()
    guard unsafe fstat(file, &status) == 0 else { throw .system(number: errno) }
    let size = Int(status.st_size)
    let start = max(0, size - 65_557)
    let tail = try bytes(of: file, from: start, count: size - start)
    var most: Int?
    for place in tail.indices.dropLast(21) where matches(tail, place, [0x50, 0x4B, 5, 6]) {
      var count = number(tail, place + 10, 2)
      if count == 0xFFFF, place >= 20, matches(tail, place - 20, [0x50, 0x4B, 6, 7]) {
        let record = try bytes(of: file, from: number(tail, place - 12, 8), count: 56)
        if record.count == 56, matches(record, 0, [0x50, 0x4B, 6, 6]) { count = number(record, 32, 8) }
      }
      most = max(most ?? 0, count)
    }
    return most
  }

  /// Up to `count` bytes of the file, fewer at its end, none where `start` lies outside.
  static func bytes(of file: CInt, from start: Int, count: Int) throws(WorkbookFailure) -> [UInt8] {
    guard start >= 0 else { return [] }
    var bytes = [UInt8](repeating: 0, count: count)
    var done = 0
    while done < count {
      let from = done
      let got = unsafe bytes.withUnsafeMutableBytes { room in
        unsafe pread(file, room.baseAddress.map { unsafe $0 + from }, count - from, off_t(start + from))
      }
      if got < 0, errno == EINTR { continue }
      if got < 0, errno == EINVAL { return [] }
      guard got >= 0 else { throw .system(number: errno) }
      if got == 0 { break }
      done += got
    }
    bytes.removeLast(count - done)
    return bytes
  }

  static func matches(_ bytes: [UInt8], _ place: Int, _ mark: [UInt8]) -> Bool {
    place + mark.count <= bytes.count && mark.indices.allSatisfy { bytes[place + $0] == mark[$0] }
  }

  /// The number of `length` bytes at `place`, the lowest first; one too large for any file is -1.
  static func number(_ bytes: [UInt8], _ place: Int, _ length: Int) -> Int {
    var value: UInt64 = 0
    for index in (0..<length).reversed() { value = value << 8 | UInt64(bytes[place + index]) }
    return Int(exactly: value).map { min($0, .max - 64) } ?? -1
  }
}
