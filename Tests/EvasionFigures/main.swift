// SPDX-License-Identifier: Apache-2.0
import Fenliu
import Glibc

// How often words in disguise are found; `scripts/measure-evasion` starts it. Not part of the product.
let arguments = Array(CommandLine.arguments.dropFirst())
guard arguments.count == 3 || arguments.count == 4 && arguments[3] == "--show", let count = Int(arguments[2]) else {
  print("usage: evasion-figures PACK SENTENCES.jsonl COUNT [--show]")
  exit(64)
}
let figures = try EvasionFigures(
  pack: arguments[0], sentences: arguments[1], count: count, isShowing: arguments.count == 4)
exit(try figures.print() ? 0 : 1)
