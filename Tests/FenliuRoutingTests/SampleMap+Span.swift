// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics

extension SampleMap {
  /// Some place in some file; routing never asks.
  static let span = SourceSpan(file: FileID(index: 0), range: 0..<1)
}
