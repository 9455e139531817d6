// SPDX-License-Identifier: Apache-2.0
internal import CZip
import Glibc

/// The parts of a workbook, by name. Nothing is ever written to a disk under a name of the archive.
@safe final class ZipArchive {
  // SAFETY: made by `init`, closed once by `deinit`; entries keep the archive alive, and whoever holds both sees to it that one
  // thread at a time uses them.
  private nonisolated(unsafe) let archive: OpaquePointer
  /// Where each part stands, by its name in lower case: names of parts do not differ by case.
  private var indices: [String: UInt64] = [:]

  /// Opens the archive in a file, which stays open for the caller. As long as the archive is open, nobody else may move the file's place.
  init(file: CInt, limits: WorkbookLimits) throws(WorkbookFailure) {
    guard let count = try ArchiveTail.partCount(in: file) else { throw .broken(part: "zip", .damagedArchive) }
    guard (0...limits.parts).contains(count) else {
      throw .broken(part: "zip", .tooMany("parts", limit: limits.parts))
    }
    let own = fcntl(file, F_DUPFD_CLOEXEC, 3)
    guard own >= 0 else { throw .system(number: errno) }
    var code: CInt = 0
    guard let opened = unsafe zip_fdopen(own, 0, &code) else {
      close(own)
      throw .broken(part: "zip", .damagedArchive)
    }
    unsafe archive = opened
    let entries = unsafe zip_get_num_entries(opened, 0)
    guard (0...Int64(limits.parts)).contains(entries) else {
      throw .broken(part: "zip", .tooMany("parts", limit: limits.parts))
    }
    for index in 0..<UInt64(entries) {
      guard let name = unsafe zip_get_name(opened, index, zip_flags_t(ZIP_FL_ENC_RAW)) else { continue }
      let folded = PartName.folded(unsafe String(cString: name))
      if folded.hasSuffix("/") { continue }
      guard indices.updateValue(index, forKey: folded) == nil else { throw .broken(part: folded, .twice) }
    }
  }

  deinit { unsafe zip_discard(archive) }

  /// Whether there is a part of that name.
  func has(_ part: String) -> Bool { indices[PartName.folded(part)] != nil }

  /// Begins to read a part, of which at most `limit` bytes may come out.
  func entry(_ part: String, limit: Int) throws(WorkbookFailure) -> ZipEntry {
    guard let index = indices[PartName.folded(part)] else { throw .broken(part: part, .missing) }
    var status = unsafe zip_stat_t()
    guard unsafe zip_stat_index(archive, index, 0, &status) == 0 else { throw .broken(part: part, .damaged) }
    let method = unsafe CInt(status.comp_method)
    guard method == ZIP_CM_STORE || method == ZIP_CM_DEFLATE, unsafe status.encryption_method == ZIP_EM_NONE else {
      throw .broken(part: part, .unreadable)
    }
    guard let file = unsafe zip_fopen_index(archive, index, 0) else { throw .broken(part: part, .damaged) }
    return unsafe ZipEntry(file: file, archive: self, part: part, limit: limit)
  }
}

/// One part of an archive, read from its beginning to its end.
@safe final class ZipEntry {
  /// The name of the part.
  let part: String
  // SAFETY: opened for this object alone and closed once, by `deinit`, while the archive is still held.
  private nonisolated(unsafe) let file: OpaquePointer
  private let archive: ZipArchive
  private let limit: Int
  private var count = 0

  fileprivate init(file: OpaquePointer, archive: ZipArchive, part: String, limit: Int) {
    unsafe self.file = file
    self.archive = archive
    self.part = part
    self.limit = limit
  }

  deinit { unsafe zip_fclose(file) }

  /// Fills some of `room`; 0 at the end of the part.
  func read(into room: UnsafeMutableRawBufferPointer) throws(WorkbookFailure) -> Int {
    guard let start = room.baseAddress else { return 0 }
    let got = unsafe zip_fread(file, start, UInt64(room.count))
    guard got >= 0 else { throw .broken(part: part, .damaged) }
    count += Int(got)
    guard count <= limit else { throw .broken(part: part, .tooMany("bytes", limit: limit)) }
    return Int(got)
  }
}
