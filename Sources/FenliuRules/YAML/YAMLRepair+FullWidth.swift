// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics

/// The colons and commas of a Chinese keyboard, over which libyaml stumbles only behind the value that follows them.
extension YAMLRepair {
  /// `examples：{hit: [x]}`: to YAML the key goes on to the next colon.
  static func missedColon(beforeValueCutAt offset: Int, _ line: RawLine, _ problem: LibYAML.Problem) -> YAMLRepair? {
    guard problem.context.contains("block"), let colon = line.fullWidthColon(from: line.firstItem),
      colon.upperBound < offset,
      let value = line.bytes[colon.upperBound..<offset].first(where: { $0 != 0x20 }), "[{'\"".utf8.contains(value)
    else { return nil }
    return fullWidth("：", at: colon, line)
  }

  /// `{hit：[x]}`, `{hit: [x]，miss: [y]}`, `['x'，'y']`: the sign inside brackets or braces that stands where libyaml
  /// stopped, or before the bracket at which it did.
  static func missedSign(
    inFlowAt offset: Int, _ line: RawLine, _ problem: LibYAML.Problem, _ contextLine: RawLine
  ) -> YAMLRepair? {
    guard problem.context.contains("flow"), offset < line.end else { return nil }
    let comma = "，".utf8
    if line.bytes[offset...].starts(with: comma) { return fullWidth("，", at: offset..<offset + comma.count, line) }
    guard problem.context.contains("mapping"),
      let item = line.items(startsInFlow: contextLine.start < line.start).last(where: { $0.start < offset }),
      item.isFlow, item.key == nil, let colon = line.fullWidthColon(from: item.start), colon.upperBound <= offset,
      line.bytes[colon.upperBound..<offset].allSatisfy({ $0 == 0x20 })
    else { return nil }
    return fullWidth("：", at: colon, line)
  }

  /// The repair of one sign, with the space that YAML wants behind it where something follows.
  static func fullWidth(_ sign: String, at range: Range<Int>, _ line: RawLine) -> YAMLRepair {
    let narrow = sign == "：" ? ":" : ","
    let hasSpace = line.bytes[range.upperBound..<line.end].first.map { $0 == 0x20 } ?? true
    return YAMLRepair(
      code: .fullWidthSign, facts: ["sign": .text(sign)], range: range, replacement: hasSpace ? narrow : narrow + " ")
  }
}
