// SPDX-License-Identifier: Apache-2.0
import Foundation

/// Texts in other encodings, made by glibc's program `iconv` rather than by what is tested.
public enum Recoded {
  /// The bytes of `text` in an encoding of that name.
  public static func bytes(of text: String, as name: String) throws -> [UInt8] {
    let folder = try TemporaryFolder()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "iconv", "-f", "UTF-8", "-t", name, "-o", folder.path + "/out", try folder.write("in", text),
    ]
    try process.run()
    process.waitUntilExit()
    precondition(process.terminationStatus == 0, "iconv cannot write this in \(name)")
    return Array(try Data(contentsOf: URL(fileURLWithPath: folder.path + "/out")))
  }
}
