// SPDX-License-Identifier: Apache-2.0

/// Files of Microsoft's older container (OLE), in which workbooks lie that are encrypted, and those of before 2007.
enum CompoundFile {
  /// The eight bytes with which such a file begins.
  static let mark: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

  /// What such a file is: `encrypted XLSX` or `XLS`; nil for a file of another kind.
  ///
  /// Source: [MS-CFB] 2.2 and 2.6. The first sector of the directory names the streams; an encrypted workbook has one that is
  /// called EncryptedPackage.
  static func format(of file: CInt) throws(WorkbookFailure) -> String? {
    let head = try ArchiveTail.bytes(of: file, from: 0, count: 512)
    guard ArchiveTail.matches(head, 0, mark) else { return nil }
    guard head.count == 512, head[30] == 9 || head[30] == 12 else { return "XLS" }
    let sector = ArchiveTail.number(head, 48, 4)
    let size = 1 << Int(head[30])
    let directory = try ArchiveTail.bytes(of: file, from: (sector + 1) * size, count: size)
    let name: [UInt8] = "EncryptedPackage".utf8.flatMap { (byte: UInt8) -> [UInt8] in [byte, 0] }
    let isEncrypted = directory.indices.contains { ArchiveTail.matches(directory, $0, name) }
    return isEncrypted ? "encrypted XLSX" : "XLS"
  }
}
