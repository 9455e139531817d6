// SPDX-License-Identifier: Apache-2.0
public import FenliuModel
import FenliuRouting

/// A decision with the way to it, for `explain`.
public struct Explanation: Sendable {
  /// A route that was tried, and whether it fits.
  public struct Tried: Hashable, Sendable {
    /// The route's name.
    public var name: String
    /// Its condition, as written.
    public var condition: String
    /// Whether it fits.
    public var fits: Bool
    /// Whether it is handed over in addition.
    public var isBeside: Bool

    init(_ attempt: Router.Attempt, map: ResponsibilityMap) {
      let route = map.routes[attempt.route.index]
      name = route.name
      condition = route.written
      fits = attempt.fits
      isBeside = attempt.isBeside
    }
  }

  /// The decision.
  public var decision: Decision
  /// The routes from the top of the map, up to the one that won; all routes beside.
  public var routes: [Tried]
}
