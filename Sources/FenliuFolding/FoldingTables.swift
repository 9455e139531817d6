// SPDX-License-Identifier: Apache-2.0

/// What folding does to each scalar and what each scalar is, ready for quick look-up.
///
/// Made once from the text of `FoldingData`. Loops over whole posts take `shared` once and ask it for every character;
/// all others ask `Folding`. About 300 kB.
public struct FoldingTables: Sendable {
  /// The tables of the program; made when first asked for, in a few milliseconds.
  public static let shared = FoldingTables()

  /// Properties of a scalar, packed into one word; the script's raw value in the upper byte.
  @usableFromInline
  struct Properties: OptionSet, Sendable, BitwiseCopyable {
    @usableFromInline var rawValue: UInt16
    @inlinable init(rawValue: UInt16) { self.rawValue = rawValue }
    @usableFromInline static var letter: Self { Self(rawValue: 1) }
    @usableFromInline static var digit: Self { Self(rawValue: 2) }
    @usableFromInline static var wholeWord: Self { Self(rawValue: 4) }
    @usableFromInline static var whiteSpace: Self { Self(rawValue: 8) }
    @usableFromInline static var vanishing: Self { Self(rawValue: 16) }
    @inlinable var script: Script { Script(rawValue: UInt8(truncatingIfNeeded: rawValue >> 8)) ?? .other }
  }

  /// What a scalar becomes; itself is written as `stays`, nothing as `vanishes`.
  @usableFromInline let folds: TwoStageTable<UInt32>
  /// What a scalar is.
  @usableFromInline let properties: TwoStageTable<Properties>
  /// One bit for each scalar below U+10000, set where folding changes it.
  ///
  /// The bit of U+4E71 is bit 0x31 of word 0x139: of a scalar of three bytes in UTF-8 the first two name the word
  /// (`(first & 15) << 6 | second & 63`) and the third names the bit.
  ///
  /// Invariant: 1,024 words.
  public let changing: [UInt64]

  /// Marks a scalar that folding leaves alone.
  @usableFromInline static var stays: UInt32 { 0 }
  /// Marks a scalar that folding takes out.
  @usableFromInline static var vanishes: UInt32 { UInt32.max }

  init() {
    var folds = TwoStageTable<UInt32>(Self.stays)
    for run in FoldingRun.all(in: FoldingData.runs) {
      for index in 0..<run.count { folds.set(run.source(index), run.target + index * run.step) }
    }
    var source: Unicode.Scalar?
    for scalar in FoldingData.characters.unicodeScalars where scalar.value > 0x7F {
      if let known = source { folds.set(known.value, scalar.value) }
      source = source == nil ? scalar : nil
    }
    var properties = TwoStageTable<Properties>([])
    for range in FoldingRun.ranges(in: FoldingData.vanishing) {
      folds.update(range) { $0 = Self.vanishes }
      properties.update(range) { $0.insert(.vanishing) }
    }
    for (text, property) in [
      (FoldingData.letters, Properties.letter), (FoldingData.digits, .digit), (FoldingData.wholeWord, .wholeWord),
      (FoldingData.whiteSpace, .whiteSpace),
    ] {
      for range in FoldingRun.ranges(in: text) { properties.update(range) { $0.insert(property) } }
    }
    for (name, ranges) in FoldingRun.namedRanges(in: FoldingData.scripts) {
      guard let script = Script(name: name) else { preconditionFailure("the tables name a script \(name)") }
      for range in ranges { properties.update(range) { $0.rawValue |= UInt16(script.rawValue) << 8 } }
    }
    self.folds = folds
    self.properties = properties
    var changing = [UInt64](repeating: 0, count: 1024)
    for word in changing.indices where !folds.isCommon(UInt32(word) << 6) {
      for bit in 0..<64 where folds[UInt32(word << 6 | bit)] != Self.stays { changing[word] |= 1 << UInt64(bit) }
    }
    self.changing = changing
  }

  /// What a scalar becomes: itself, another one, or nothing. Two loads.
  @inlinable
  public func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    let folded = folds[scalar.value]
    if folded == Self.stays { return scalar }
    return folded == Self.vanishes ? nil : Unicode.Scalar(folded)
  }
}
