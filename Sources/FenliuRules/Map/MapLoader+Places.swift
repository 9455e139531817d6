// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics
import FenliuFolding
import FenliuModel

extension MapLoader {
  /// `places.tsv`, with the header name, region, aliases; aliases are separated by spaces.
  func places(_ scalar: YAMLScalar) -> [ResponsibilityMap.Place] {
    guard let file = read(scalar) else { return [] }
    var places: [ResponsibilityMap.Place] = []
    var regions: [String: String] = [:]
    var sawHeader = false
    var start = 0
    for line in file.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      defer { start += line.count + 1 }
      var text = String(decoding: line, as: UTF8.self)
      if text.hasSuffix("\r") { text.removeLast() }
      if text.isEmpty || text == "#" || text.hasPrefix("# ") { continue }
      let span = SourceSpan(file: file.id, range: start..<start + text.utf8.count)
      func report(_ problem: String, _ text: String) {
        findings.error(.badPlaces, ["problem": .term("places-\(problem)"), "text": .text(text)], at: span)
      }
      let cells = text.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard sawHeader else {
        sawHeader = true
        if Array(cells.prefix(3)) != ["name", "region", "aliases"] && cells != ["name", "region"] {
          report("header", text)
          return []
        }
        continue
      }
      guard cells.count >= 2, !cells[0].isEmpty, !cells[1].isEmpty else {
        report("cells", text)
        continue
      }
      let aliases = cells.count > 2 ? cells[2].split(separator: " ").map(String.init) : []
      for name in [cells[0]] + aliases {
        let key = Folding.fold(name)
        if let region = regions[key], region != cells[1] { report("repeated", name) }
        regions[key] = cells[1]
      }
      places.append(.init(name: cells[0], region: cells[1], aliases: aliases))
    }
    if !sawHeader {
      findings.error(
        .badPlaces, ["problem": .term("places-header"), "text": .text("")],
        at: SourceSpan(file: file.id, range: 0..<0))
    }
    return places
  }
}
