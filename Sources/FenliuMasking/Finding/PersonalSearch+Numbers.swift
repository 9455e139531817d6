// SPDX-License-Identifier: Apache-2.0

/// A number among the groups of digits of a text.
struct NumberFind {
  var kind: PersonalNumber.Kind
  /// How many groups it takes up.
  var groups: Int
  /// Its scalars.
  var range: Range<Int>
  var isNobodys = false
  var example: String
}

extension PersonalSearch {
  /// Finds telephones and cards, from left to right, in plain digits, or in groups with Chinese digits.
  mutating func findNumbers(withChinese: Bool) {
    let groups = DigitGroups(scalars, withChinese: withChinese)
    var first = 0
    while first < groups.all.count {
      // What is left of plain digits was looked at before.
      if let find = number(at: first, of: groups, withChinese: withChinese) {
        keep(find.kind, find.range, isNobodys: find.isNobodys, example: find.example)
        first += find.groups
      } else {
        first += 1
      }
    }
  }

  /// Finds identity cards of 18 digits: their check digit tells them, so nothing that stands beside them, an account or a plate, has a part of
  /// them.
  mutating func findIdentities() {
    let groups = DigitGroups(scalars, withChinese: false)
    var first = 0
    while first < groups.all.count {
      if let find = CardFinder(scalars: scalars, groups: groups).identity(at: first) {
        keep(find.kind, find.range, isNobodys: find.isNobodys, example: find.example)
        first += find.groups
      } else {
        first += 1
      }
    }
  }

  private func number(at first: Int, of groups: DigitGroups, withChinese: Bool) -> NumberFind? {
    let telephones = TelephoneFinder(scalars: scalars, groups: groups)
    if withChinese { return telephones.mobile(at: first) }
    let cards = CardFinder(scalars: scalars, groups: groups)
    return telephones.mobile(at: first) ?? telephones.landline(at: first)
      ?? cards.oldIdentity(at: first) ?? cards.bank(at: first)
  }
}
