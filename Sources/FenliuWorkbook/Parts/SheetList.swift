// SPDX-License-Identifier: Apache-2.0

/// The part that lists the sheets.
final class SheetList: XMLHandler {
  /// A sheet as it is listed.
  struct Entry {
    let name: String
    let isHidden: Bool
    let relationship: String?
  }

  private(set) var sheets: [Entry] = []
  /// Whether days are counted from 1904.
  private(set) var isFrom1904 = false
  private let limit: Int

  init(limit: Int) {
    self.limit = limit
    super.init(root: .workbook)
  }

  override func begin(_ tag: XMLTag, _ attributes: borrowing XMLAttributes) {
    switch tag {
    case .workbookPr:
      let value = attributes.string("date1904")
      isFrom1904 = value == "1" || value == "true"
    case .sheet:
      guard sheets.count < limit else {
        fault = .tooMany("sheets", limit: limit)
        return
      }
      let state = attributes.string("state")
      let name = CellText.unescaped(attributes.string("name") ?? "")
      sheets.append(
        Entry(
          name: name, isHidden: state == "hidden" || state == "veryHidden", relationship: attributes.relationshipID))
    default: break
    }
  }
}
