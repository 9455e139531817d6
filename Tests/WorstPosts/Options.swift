// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials

/// What was asked for on the command line.
struct Options {
  /// The pack; nil: the collection of regexes.
  var pack: String?
  /// How many posts are made.
  var posts = 10_000
  /// Where the random numbers begin.
  var seed: UInt64 = 1
  /// How many threads measure.
  var threads = 2
  /// The most milliseconds of CPU that a post may cost; nil: any.
  var limit: Double?
  /// Whether only the named texts are tried.
  var namedOnly = false
  /// A text to be tried beside the named ones: what is repeated, in parts between `|`.
  var pump: String?
  /// How often it is measured, for whoever wants to see where its time goes.
  var rounds = 3

  struct Wrong: Error { let argument: String }

  /// Reads the arguments.
  init(_ arguments: ArraySlice<String>) throws {
    var rest = arguments
    while let argument = rest.popFirst() {
      switch argument {
      case "--pack": pack = rest.popFirst()
      case "--posts": posts = try Self.number(rest.popFirst())
      case "--seed": seed = try Self.number(rest.popFirst())
      case "--threads": threads = try Self.number(rest.popFirst())
      case "--limit": limit = try Self.number(rest.popFirst())
      case "--named": namedOnly = true
      case "--pump": pump = rest.popFirst()
      case "--rounds": rounds = try Self.number(rest.popFirst())
      default: throw Wrong(argument: argument)
      }
    }
  }

  private static func number<Number: LosslessStringConvertible>(_ text: String?) throws -> Number {
    guard let text, let number = Number(text) else { throw Wrong(argument: text ?? "") }
    return number
  }
}
