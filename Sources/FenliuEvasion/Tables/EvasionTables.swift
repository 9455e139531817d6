// SPDX-License-Identifier: Apache-2.0

/// How characters sound, what they look like and which parts they have.
///
/// Made once, when a word is first to be found in disguise, in some ten milliseconds.
package struct EvasionTables: Sendable {
  package static let shared = EvasionTables()

  /// The readings of a character, the commonest first; at most two.
  package private(set) var sounds: [Unicode.Scalar: [Sound]] = [:]
  /// The characters that are first of all read so or closely so, by `Sound.closeForm`.
  package private(set) var alikeInSound: [String: [(character: Unicode.Scalar, sound: UInt32)]] = [:]
  /// The characters that look like one.
  package private(set) var shapes: [Unicode.Scalar: [Unicode.Scalar]] = [:]
  /// The ways in which a character comes apart.
  package private(set) var splits: [Unicode.Scalar: [[Unicode.Scalar]]] = [:]
  /// The scalars that look like a small Latin letter.
  package private(set) var letters: [Unicode.Scalar: [Unicode.Scalar]] = [:]

  private init() {
    var ids: [String: UInt32] = [:]
    sounds.reserveCapacity(20_000)
    for (sound, characters) in Self.syllables(in: EvasionData.sounds, &ids) {
      for character in characters { sounds[character] = [sound] }
      alikeInSound[sound.closeForm, default: []] += characters.map { ($0, sound.id) }
    }
    for (sound, characters) in Self.syllables(in: EvasionData.secondSounds, &ids) {
      for character in characters { sounds[character, default: []].append(sound) }
    }
    for entry in Self.entries(in: EvasionData.splits) { splits[entry[0], default: []].append(Array(entry.dropFirst())) }
    for entry in Self.entries(in: EvasionData.shapes) { shapes[entry[0]] = Array(entry.dropFirst()) }
    for entry in Self.entries(in: EvasionData.letters) { letters[entry[0]] = Array(entry.dropFirst()) }
  }

  private static func entries(in text: String) -> [[Unicode.Scalar]] {
    text.unicodeScalars.split { $0 == " " || $0 == "\n" }.map { Array($0) }
  }

  private static func syllables(in text: String, _ ids: inout [String: UInt32]) -> [(Sound, [Unicode.Scalar])] {
    var known = ids
    defer { ids = known }
    return entries(in: text).compactMap { entry in
      guard let digit = entry.firstIndex(where: { ("1"..."5").contains($0) }) else { return nil }
      var syllable = String.UnicodeScalarView()
      syllable.append(contentsOf: entry[..<digit])
      let tone = UInt8(truncatingIfNeeded: entry[digit].value - 0x30)
      let written = String(syllable) + String(tone)
      let id = known[written] ?? UInt32(known.count)
      known[written] = id
      return (Sound(id: id, syllable: String(syllable), tone: tone), Array(entry[(digit + 1)...]))
    }
  }
}
