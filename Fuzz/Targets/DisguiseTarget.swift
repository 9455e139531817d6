// SPDX-License-Identifier: Apache-2.0
import FenliuEvasion

/// Words in disguise: the one pass behind its gate against a walk from every place.
final class DisguiseTarget: FuzzTarget {
  /// Words and texts are made of these, so that disguises come about by themselves.
  private let scalars = Array("微薇信辛加嘉强弓虽好女子三叁138①❶vwxinaegr@4*_ ，。😡і".unicodeScalars)
  private var quick = DisguiseFinds()
  private var slow = DisguiseFinds()

  init() {}

  func run(_ bytes: [UInt8]) {
    var source = ByteSource(bytes)
    let words = (0..<1 + source.number(below: 6)).map { number in
      DisguisedWord(
        text: (0..<2 + source.number(below: 4)).map { _ in source.pick(scalars) },
        tricks: Tricks(rawValue: source.byte()), hasOpenEnd: source.number(below: 4) == 0,
        target: UInt32(number), purposes: UInt64(1 + source.number(below: 7)))
    }
    guard let scanner = DisguiseScanner(words) else { return }
    var text = String.UnicodeScalarView()
    while !source.isEmpty { text.append(source.pick(scalars)) }
    let utf8 = Array(String(text).utf8)
    scanner.scan(utf8.span, into: &quick)
    scanner.scanEverywhere(utf8.span, into: &slow)
    if !quick.isCut, !slow.isCut {
      expectEqual(quick.finds, slow.finds, "\(words) in \(String(text).debugDescription)")
    }
    // What is no text is passed over without harm.
    scanner.scan(bytes.span, into: &quick)
    for find in quick.finds { expect(find.start < find.end && find.end <= bytes.count, "\(find) beyond \(bytes)") }
  }
}
