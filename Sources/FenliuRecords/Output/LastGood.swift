// SPDX-License-Identifier: Apache-2.0

/// That a run decided by the pack of the last clean run, because the one it was told to use has errors.
///
/// Stands in the summary and in the manifest as `last-good`, and nowhere when the pack at hand was used.
public struct LastGood: Hashable, Sendable {
  /// How many errors the pack at hand has.
  public var errors: Int
  /// The digest of the pack that was refused, in hexadecimal; nil where there is no such folder.
  public var refused: String?
  /// The time of the last clean run, in ISO 8601: since then the pack was changed.
  public var lastCleanRun: String

  /// A pack with that many errors, refused in favour of the one of the run at that time.
  public init(errors: Int, refused: String?, lastCleanRun: String) {
    self.errors = errors
    self.refused = refused
    self.lastCleanRun = lastCleanRun
  }

  /// Writes the key and its value.
  func write(to json: inout JSONWriter) {
    json.key("last-good")
    json.beginObject()
    json.key("errors")
    json.number(errors)
    if let refused {
      json.key("refused-sha256")
      json.string(refused)
    }
    json.key("last-clean-run")
    json.string(lastCleanRun)
    json.endObject()
  }
}
