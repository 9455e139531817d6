// SPDX-License-Identifier: Apache-2.0

/// What a part refers to.
final class Relationships: XMLHandler {
  /// One reference.
  struct Target {
    /// What the other part is: the last word of the relationship's type, `worksheet` or `styles`.
    let kind: String
    /// The part; nil where it would lie outside of the archive.
    let part: String?
  }

  /// The references by their ids.
  private(set) var targets: [String: Target] = [:]
  /// The ids in the order of the part.
  private(set) var ids: [String] = []
  private let source: String

  private init(of source: String) {
    self.source = source
    super.init(root: .relationships)
  }

  /// Reads the relationships of `source`, which is empty for those of the whole archive.
  static func read(of source: String, in archive: ZipArchive, limits: WorkbookLimits) throws(WorkbookFailure)
    -> Relationships
  {
    let part = try XMLPart(
      PartName.relationships(of: source), of: archive, limit: limits.smallPartBytes, limits: limits,
      handler: Relationships(of: source))
    try part.readAll()
    return part.handler
  }

  /// The first part of a kind; nil when there is none.
  func first(_ kind: String) throws(WorkbookFailure) -> String? {
    for id in ids {
      guard let target = targets[id], target.kind == kind else { continue }
      return try part(of: target)
    }
    return nil
  }

  /// The part that a reference leads to.
  func part(of target: Target) throws(WorkbookFailure) -> String {
    guard let part = target.part else { throw .broken(part: PartName.relationships(of: source), .wrongRelationship) }
    return part
  }

  override func begin(_ tag: XMLTag, _ attributes: borrowing XMLAttributes) {
    guard tag == .relationship else { return }
    guard ids.count < 16_384 else {
      fault = .tooMany("relationships", limit: 16_384)
      return
    }
    guard let id = attributes.string("Id"), let type = attributes.string("Type"),
      let target = attributes.string("Target")
    else {
      fault = .unexpected(line: 0)
      return
    }
    let kind = type.split(separator: "/").last.map(String.init) ?? ""
    let isOutside = attributes.string("TargetMode") == "External"
    let part = isOutside ? nil : PartName.resolved(target, from: source)
    if targets.updateValue(Target(kind: kind, part: part), forKey: id) != nil {
      fault = .unexpected(line: 0)
      return
    }
    ids.append(id)
  }
}
