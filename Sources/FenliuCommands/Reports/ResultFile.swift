// SPDX-License-Identifier: Apache-2.0
import FenliuRecords

/// A result that is written whole: to a file only its owner may read and that appears in one step, or to standard output.
enum ResultFile {
  /// Writes `bytes` to the file at `path`; nil or `-` is standard output.
  static func write(_ bytes: [UInt8], to path: String?) throws(CommandFailure) {
    guard let path, path != "-" else { return try StandardOutput.write(bytes: bytes) }
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let above = parts.dropLast().joined(separator: "/")
    // A file in the top folder: what stands before its name is nothing.
    let folder = parts.count > 1 ? (above.isEmpty ? "/" : above) : "."
    do throws(OutputFailure) {
      var file = try OutputFile(String(parts.last ?? ""), in: folder)
      try file.write(bytes)
      try OutputFolder.publish([file.finish()], in: folder)
    } catch {
      throw CommandFailure(.output(error))
    }
  }
}
