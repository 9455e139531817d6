// SPDX-License-Identifier: Apache-2.0

/// A file of a pack as it lay on the disk when the pack was read.
///
/// Who writes the files of a pack under the same paths somewhere else has a pack of the same digest there.
public struct PackFile: Hashable, Sendable {
  /// Its path relative to the library, the folder that holds the packs: `county/rules.yaml`.
  public let path: String
  /// Its bytes, in the encoding they have.
  public let bytes: [UInt8]

  /// A file with these bytes.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}
