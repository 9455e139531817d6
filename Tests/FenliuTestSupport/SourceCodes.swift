// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials

/// The codes of diagnostics that the sources declare, found by reading them.
public enum SourceCodes {
  /// Every code, sorted: what stands as `static let name = Self("code")` in an extension of `Diagnostic.Code`.
  ///
  /// - Parameter module: the folder of one module; nil: of all.
  public static func all(in module: String? = nil) throws -> [String] {
    let top = SharedData.repository + "/Sources" + (module.map { "/" + $0 } ?? "")
    var codes: Set<String> = []
    for path in try FileManager.default.subpathsOfDirectory(atPath: top) where path.hasSuffix(".swift") {
      guard let data = FileManager.default.contents(atPath: top + "/" + path) else { continue }
      codes.formUnion(declared(in: String(decoding: data, as: UTF8.self)))
    }
    return codes.sorted()
  }

  private static func declared(in source: String) -> [String] {
    var codes: [String] = []
    var isInside = false
    for line in source.split(separator: "\n") {
      if line.hasPrefix("extension ") { isInside = line.hasPrefix("extension Diagnostic.Code") }
      guard isInside, let range = line.firstRange(of: " = Self(\"") else { continue }
      codes.append(String(line[range.upperBound...].prefix { $0 != "\"" }))
    }
    return codes
  }
}
