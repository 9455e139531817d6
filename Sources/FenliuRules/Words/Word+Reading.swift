// SPDX-License-Identifier: Apache-2.0
package import FenliuModel

extension Word {
  /// Whether `text` reads as a word; else the loader would stop at it.
  package static func canRead(_ text: String) -> Bool {
    do {
      _ = try WordParser.parse(text, origin: Origin(file: 0, line: 0))
      return true
    } catch {
      return false
    }
  }
}
