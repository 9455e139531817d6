// SPDX-License-Identifier: Apache-2.0

extension English {
  /// Files and folders: found, read, decoded.
  static let files = [
    "no-rules-file": "the pack has no file rules.yaml",
    "no-map-file": "the pack has no file map.yaml",
    "file-not-found": "no file lies at '{path}'",
    "file-not-readable": "the file '{path}' cannot be read: {reason}",
    "outside-library": "'{path}' leads outside the library",
    "empty-glob": "no file fits '{path}'",
    "bad-bytes": "these bytes are not {encoding}",
    "file-too-large": "the file has more than {most} megabytes",
    "bad-file-kind": "a file to be included ends in .yaml, .txt, .tsv or .csv",
    "include-circle": "this file includes itself",
    "unused-ignore": "no warning '{code}' is here to be silenced",
  ]
}
