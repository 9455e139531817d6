// SPDX-License-Identifier: Apache-2.0
public import FenliuCalendar
public import FenliuModel

/// Writes decisions as a table for people: a row a post, without the hits.
///
/// Within a cell several things are separated by `; `. A due time is `STEP TIME`, in the order of the map's steps; a time that
/// the calendar cannot tell is `?`. A route beside is `ROUTE LEAD`. A decision that only who leads may see has `sealed` in that column.
public struct DecisionTable: Sendable {
  /// The columns, in their order.
  static let columns = [
    "id", "level", "total", "lead", "lead-title", "contact", "assist", "topics", "categories", "due", "because",
    "route", "notify", "beside",
    "sealed", "incomplete", "kind",
  ]

  /// Who leads, as people know it.
  public struct Lead: Hashable, Sendable {
    /// The title of the department.
    public var title: String
    /// How it is reached; empty where nobody said.
    public var contact: String

    /// A department that leads.
    public init(title: String, contact: String) {
      self.title = title
      self.contact = contact
    }
  }

  private let zone: Zone
  private let leads: [String: Lead]
  private var csv: CSVWriter

  /// A table whose times are those of `zone`, and whose departments are shown as `leads` has them, by their keys. One that no spreadsheet
  /// opens as it is needs no care for what looks like a formula.
  public init(zone: Zone, leads: [String: Lead], isForSpreadsheets: Bool = true) {
    self.zone = zone
    self.leads = leads
    csv = CSVWriter(marksFormulas: isForSpreadsheets)
  }

  /// The first bytes of the table: the mark by which spreadsheets know UTF-8, and the header.
  public static func head() -> [UInt8] {
    var csv = CSVWriter()
    csv.byteOrderMark()
    for name in columns { csv.cell(name) }
    csv.endRow()
    return csv.take()
  }

  /// Gives away what was written and starts anew.
  public mutating func take() -> [UInt8] { csv.take() }

  /// Writes the row of a decision.
  public mutating func write(_ decision: borrowing Decision) {
    csv.textCell(decision.id)
    csv.cell(decision.level.key)
    csv.cell(decision.total.description)
    csv.textCell(decision.route.lead)
    csv.textCell(leads[decision.route.lead]?.title ?? "")
    csv.textCell(leads[decision.route.lead]?.contact ?? "")
    csv.textCell(decision.route.assist.joined(separator: "; "))
    csv.textCell(decision.topics.map { "\($0.name) \($0.points)" }.joined(separator: "; "))
    csv.textCell(decision.points.map { "\($0.name) \($0.points)" }.joined(separator: "; "))
    let zone = zone
    csv.textCell(
      decision.deadlines.map { "\($0.step) \($0.due?.iso8601(in: zone) ?? "?")" }.joined(separator: "; "))
    csv.textCell(decision.because.joined(separator: "; "))
    csv.textCell(decision.route.name)
    csv.textCell(decision.route.notify.joined(separator: "; "))
    csv.textCell(decision.beside.map { "\($0.name) \($0.lead)" }.joined(separator: "; "))
    csv.cell(decision.route.isSealed ? "sealed" : "")
    csv.textCell(decision.incomplete.joined(separator: "; "))
    csv.textCell(decision.kind ?? "")
    csv.endRow()
  }
}
