// SPDX-License-Identifier: Apache-2.0
public import FenliuDiagnostics
public import FenliuModel

/// A map as it was read, with the places in its file: what the checks speak of.
public struct LoadedMap: Sendable {
  /// The map.
  public var map: ResponsibilityMap
  /// Where its parts were written.
  public var places: MapPlaces
}

/// Where the parts of a map were written.
public struct MapPlaces: Sendable {
  /// The file's first key, for what is missing.
  public var top: SourceSpan
  /// The key of each department.
  public var departments: [SourceSpan] = []
  /// Each name of each department.
  public var names: [[SourceSpan]] = []
  /// Each `part-of`.
  public var partOf: [SourceSpan?] = []
  /// The name of each route.
  public var routes: [SourceSpan] = []
  /// The condition of each route.
  public var conditions: [SourceSpan] = []
  /// The lead of each route.
  public var leads: [SourceSpan] = []
  /// The steps of each route, by step.
  public var routeSteps: [[String: SourceSpan]] = []
  /// Each line of escalate, at its condition.
  public var escalations: [SourceSpan] = []
  /// The value of `default`.
  public var defaultDepartment: SourceSpan
  /// The lead and otherwise of recuse.
  public var recusalLead: SourceSpan?
  /// The otherwise of recuse.
  public var recusalOtherwise: SourceSpan?
  /// The steps of each level, by step.
  public var steps: [Level: [String: SourceSpan]] = [:]
  /// Each department of `miss`.
  public var watchMiss: [SourceSpan] = []
  /// The value of `report-by`.
  public var reportBy: SourceSpan?
  /// The name of each period.
  public var periods: [SourceSpan] = []
  /// Each department of `notify`, for each period.
  public var periodNotify: [[SourceSpan]] = []
  /// The steps of each period's levels, by step.
  var periodSteps: [[Level: ReadSteps]] = []
  /// The path of the holidays.
  public var holidays: SourceSpan?
}
