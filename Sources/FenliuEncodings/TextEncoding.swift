// SPDX-License-Identifier: Apache-2.0

/// How characters were written as bytes: the encodings that are read.
public enum TextEncoding: String, Hashable, Sendable, CaseIterable {
  case utf8 = "UTF-8"
  /// What Chinese Windows writes where nobody asks it for anything else; GBK and GB2312 are parts of it.
  case gb18030 = "GB18030"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"

  /// The encoding that people call so: `utf8`, `GBK`, `cp936`, `utf-16le`.
  public init?(name: String) {
    switch name.lowercased().filter({ $0 != "-" && $0 != "_" && $0 != " " }) {
    case "utf8", "utf8sig", "utf8bom": self = .utf8
    case "gb18030", "gbk", "gb2312", "cp936", "ansi936", "windows936", "euccn": self = .gb18030
    case "utf16le", "ucs2le": self = .utf16LittleEndian
    case "utf16be", "ucs2be": self = .utf16BigEndian
    default: return nil
    }
  }

  /// The encoding that the first bytes tell by a mark, or, where there is none, by the NULs that ASCII has at every second
  /// place in UTF-16.
  public init?(beginning bytes: Span<UInt8>) {
    func begins(_ mark: UInt8...) -> Bool {
      bytes.count >= mark.count && mark.indices.allSatisfy { bytes[$0] == mark[$0] }
    }
    if begins(0xEF, 0xBB, 0xBF) {
      self = .utf8
    } else if begins(0x84, 0x31, 0x95, 0x33) {
      self = .gb18030
    } else if begins(0xFF, 0xFE) {
      self = .utf16LittleEndian
    } else if begins(0xFE, 0xFF) {
      self = .utf16BigEndian
    } else if bytes.count >= 4, bytes[0] != 0, bytes[2] != 0, bytes[1] == 0, bytes[3] == 0,
      bytes[0] < 0x80, bytes[2] < 0x80
    {
      self = .utf16LittleEndian
    } else if bytes.count >= 4, bytes[0] == 0, bytes[2] == 0, bytes[1] != 0, bytes[3] != 0, bytes[1] < 0x80,
      bytes[3] < 0x80
    {
      self = .utf16BigEndian
    } else {
      return nil
    }
  }

  /// How many bytes are needed to know whether the beginning tells.
  public static let beginningLength = 4

  /// How many bytes a unit has that is passed over where it stands for no character.
  var unitLength: Int {
    switch self {
    case .utf8, .gb18030: 1
    case .utf16LittleEndian, .utf16BigEndian: 2
    }
  }
}
