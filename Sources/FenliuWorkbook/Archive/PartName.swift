// SPDX-License-Identifier: Apache-2.0

/// Names of parts, and the way from one to another.
enum PartName {
  /// The form in which names are compared: without case, with one kind of slash, from the root.
  static func folded(_ name: String) -> String {
    var folded = ""
    for scalar in name.unicodeScalars {
      if scalar == "\\" {
        folded += "/"
      } else if scalar != "/" || !folded.isEmpty {
        folded += scalar.properties.lowercaseMapping
      }
    }
    return folded
  }

  /// The part that `target` means in a relationship of `source`; nil when it leads out of the archive.
  static func resolved(_ target: String, from source: String) -> String? {
    let isAbsolute = target.hasPrefix("/")
    var parts = isAbsolute ? [] : source.split(separator: "/").dropLast().map(String.init)
    for part in target.split(whereSeparator: { $0 == "/" || $0 == "\\" }) {
      switch part {
      case ".": continue
      case "..": if parts.popLast() == nil { return nil }
      default: parts.append(String(part))
      }
    }
    return parts.isEmpty ? nil : parts.joined(separator: "/")
  }

  /// Where the relationships of a part stand: `xl/_rels/workbook.xml.rels` for `xl/workbook.xml`.
  static func relationships(of part: String) -> String {
    var parts = part.split(separator: "/").map(String.init)
    let last = parts.popLast() ?? ""
    return (parts + ["_rels", last + ".rels"]).joined(separator: "/")
  }
}
