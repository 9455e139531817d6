// SPDX-License-Identifier: Apache-2.0
public import FenliuDiagnostics

extension Diagnostic.Code {
  /// A pack without rules.yaml.
  public static let noRulesFile = Self("no-rules-file")
  /// A pack without map.yaml.
  public static let noMapFile = Self("no-map-file")
  /// A path at which no file lies. Fact: `path`.
  public static let fileNotFound = Self("file-not-found")
  /// A file that the system does not let us read. Facts: `path`, `reason`.
  public static let fileNotReadable = Self("file-not-readable")
  /// A path or link that leads outside the library. Fact: `path`.
  public static let outsideLibrary = Self("outside-library")
  /// A glob that fits no file. Fact: `path`.
  public static let emptyGlob = Self("empty-glob")
  /// Bytes that are not text in the encoding of the file. Fact: `encoding`.
  public static let badBytes = Self("bad-bytes")
  /// A file that is larger than a pack's file may be. Fact: `most`, in megabytes.
  public static let fileTooLarge = Self("file-too-large")
  /// A file to be included of a kind that cannot be.
  public static let badFileKind = Self("bad-file-kind")
  /// A file that includes itself.
  public static let includeCircle = Self("include-circle")
}
