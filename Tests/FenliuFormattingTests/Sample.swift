// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics

@testable import FenliuFormatting

func formatted(_ text: String) throws -> String {
  var sources = SourceFiles()
  let file = sources.append(SourceFile(path: "mine/rules.yaml", text: text))
  return String(decoding: try YAMLFormatter.format(file, in: sources), as: UTF8.self)
}
