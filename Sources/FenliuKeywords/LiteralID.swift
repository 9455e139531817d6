// SPDX-License-Identifier: Apache-2.0

/// The place of a literal in the list that an automaton was made from.
public struct LiteralID: Hashable, Sendable, BitwiseCopyable {
  /// The place, from 0.
  public let index: UInt32

  /// Names a literal by its place.
  @inlinable public init(_ index: UInt32) { self.index = index }
}
