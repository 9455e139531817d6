// SPDX-License-Identifier: Apache-2.0

/// The part that says how each style writes numbers.
final class Styles: XMLHandler {
  private var formats: [Int: NumberFormat] = [:]
  private var ids: [Int] = []
  private var list: XMLTag?

  init() { super.init(root: .styleSheet) }

  /// The format of each style, by its number.
  var numberFormats: [NumberFormat] { ids.map { formats[$0] ?? NumberFormat(builtIn: $0) } }

  override func begin(_ tag: XMLTag, _ attributes: borrowing XMLAttributes) {
    switch tag {
    case .numFmts, .cellXfs: list = tag
    case .numFmt where list == .numFmts:
      guard formats.count < 65_536 else {
        fault = .tooMany("formats", limit: 65_536)
        return
      }
      guard let id = attributes.number("numFmtId"), let code = attributes.string("formatCode") else { return }
      formats[id] = NumberFormat(code: code)
    case .xf where list == .cellXfs:
      guard ids.count < 65_536 else {
        fault = .tooMany("formats", limit: 65_536)
        return
      }
      ids.append(attributes.number("numFmtId") ?? 0)
    default: break
    }
  }

  override func end(_ tag: XMLTag) { if tag == list { list = nil } }
}
