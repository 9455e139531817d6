// SPDX-License-Identifier: Apache-2.0

/// The areas of landlines in China, and how long the numbers in them are.
enum AreaCodes {
  /// Ranges of areas of four digits, the 0 left out.
  ///
  /// Source: the numbering plan of the ministry for industry (YD/T 1054 and the notes to it); areas that were merged are kept, since
  /// old posts have them.
  private static let long: [ClosedRange<Int>] = [
    310...319, 335...335, 349...359, 370...379, 391...398, 410...419, 421...429, 431...440, 448...448, 451...459,
    464...464,
    467...479, 482...483, 510...519, 523...523, 527...527, 530...539, 543...543, 546...546, 550...566, 570...580,
    591...599,
    631...635, 660...660, 662...663, 668...668, 691...692, 701...701, 710...719, 722...722, 724...724, 728...728,
    730...739,
    743...746, 750...760, 762...763, 766...766, 768...769, 770...779, 790...799, 812...813, 816...818, 825...827,
    830...839,
    851...859, 870...879, 883...888, 891...898, 901...903, 906...919, 930...939, 941...943, 951...955, 970...979,
    990...999,
  ]

  /// How long the numbers of an area are; nil where there is no such area. `area` has its 0 unless it stood behind +86.
  static func lengths(_ area: ArraySlice<UInt8>) -> ClosedRange<Int>? {
    let digits = area.first == 0 ? area.dropFirst() : area
    // Twenty digits before a number are no area, and no number that can be held.
    guard (2...3).contains(digits.count) else { return nil }
    let value = digits.reduce(0) { $0 * 10 + Int($1) }
    if digits.count == 3 { return long.contains { $0.contains(value) } ? 7...8 : nil }
    return value == 10 || (20...25).contains(value) || (27...29).contains(value) ? 8...8 : nil
  }
}
