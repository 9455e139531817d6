// SPDX-License-Identifier: Apache-2.0
public import FenliuCalendar

extension ResponsibilityMap {
  /// When the duty officer looks at what came in, and what follows where nobody did.
  ///
  /// It changes no decision: a program that writes digests reads it, and so does whoever rings when none was written.
  public struct Watch: Hashable, Sendable {
    /// The times of day, on the clock of the map's zone, every day alike.
    ///
    /// Invariant of maps that loaded: 1 to `mostTimes`, each later than the one before, none of them 24:00.
    public var times: [TimeOfDay]
    /// How long after each time the digest has to be out, in minutes or hours; nil: nobody set that.
    ///
    /// Invariant of maps that loaded: it ends before the next time, that of the next day and those that a period adds included.
    public var reportBy: TimeLimit?
    /// Who is notified where the digest is not out by then.
    public var notifyOnMiss: [DepartmentID]

    /// More than one look an hour is a shift, not a look.
    public static let mostTimes = 24

    /// A watch at these times.
    public init(times: [TimeOfDay], reportBy: TimeLimit? = nil, notifyOnMiss: [DepartmentID] = []) {
      self.times = times
      self.reportBy = reportBy
      self.notifyOnMiss = notifyOnMiss
    }
  }
}

extension ResponsibilityMap {
  /// The times at which the duty officer looks on a day: those of `watch` and those of every period that holds, each once, in order.
  /// Empty where the map has neither.
  public func watchTimes(on date: LocalDate) -> [TimeOfDay] {
    var times = Set(watch?.times ?? [])
    for period in periods where period.days.contains(date) { times.formUnion(period.watchTimes) }
    return times.sorted()
  }
}
