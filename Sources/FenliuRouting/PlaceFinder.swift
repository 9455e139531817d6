// SPDX-License-Identifier: Apache-2.0
public import FenliuModel

/// Finds the region of a post that does not say it, by the places it names.
///
/// The places in the title decide; where it names none, those in the text. Where a name lies inside a longer one, only the
/// longer one is there. Places that lie within each other (吕梁市, 兴县) are one place, the narrowest; places apart from
/// each other leave the region unknown.
public struct PlaceFinder: Sendable {
  private let index: NameIndex
  /// The region of each name, in the order of the index.
  private let regions: [String]

  /// A finder of `places`, by their names and aliases.
  public init(_ places: [ResponsibilityMap.Place]) {
    var names: [String] = []
    var regions: [String] = []
    for place in places {
      for name in [place.name] + place.aliases {
        names.append(name)
        regions.append(place.region)
      }
    }
    index = NameIndex(names)
    self.regions = regions
  }

  /// Whether there is nothing to find.
  public var isEmpty: Bool { index.isEmpty }

  /// The region the post is about, as `places.tsv` has it; nil where it names no place, or several.
  public func region(title: borrowing NormalizedText, text: borrowing NormalizedText) -> String? {
    if isEmpty { return nil }
    let inTitle = index.names(in: title.bytes.span, range: 0..<title.bytes.count)
    let found = inTitle.isEmpty ? index.names(in: text.bytes.span, range: 0..<text.bytes.count) : inTitle
    guard let first = found.first else { return nil }
    var narrowest = regions[first.name]
    var seen: Set<Int> = [first.name]
    // What a name says once it says however often it stands there.
    for other in found.dropFirst() where seen.insert(other.name).inserted {
      let region = regions[other.name]
      if region == narrowest || contains(region, narrowest) { continue }
      guard contains(narrowest, region) else { return nil }
      narrowest = region
    }
    return narrowest
  }

  /// Whether `narrow` lies in `wide`.
  private func contains(_ wide: String, _ narrow: String) -> Bool { narrow.hasPrefix(wide + "/") }
}
