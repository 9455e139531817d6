// SPDX-License-Identifier: Apache-2.0
import Fenliu
import Glibc

// How often words in disguise are found; `scripts/measure-evasion` starts it. Not part of the product.
let arguments = Array(CommandLine.arguments.dropFirst())
guard arguments.count == 3, let count = Int(arguments[2]) else {
  print("usage: evasion-figures PACK SENTENCES.jsonl COUNT")
  exit(64)
}
let figures = try EvasionFigures(pack: arguments[0], sentences: arguments[1], count: count)
exit(try figures.print() ? 0 : 1)
