// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics
import FenliuModel
import FenliuRules

/// Departments that answer and cannot be reached, and routes that name their lead twice.
struct MapLints {
  let pack: LintedPack

  func findings() -> [Diagnostic] { contacts() + leads() }

  /// Whoever leads a route, is the default, takes over from the accused or owns a rule is somebody to be called.
  private func contacts() -> [Diagnostic] {
    let map = pack.map.map
    var owners: Set<Int> = [map.defaultDepartment.index]
    owners.formUnion(map.routes.map(\.lead.index))
    if let recusal = map.recusal { owners.formUnion([recusal.lead.index, recusal.otherwise.index]) }
    let named = Set(pack.rules.rules.compactMap(\.owner) + [pack.rules.owner].compactMap { $0 })
    return map.departments.enumerated().compactMap { place, department in
      let isOwner =
        owners.contains(place)
        || ([department.key, department.title] + department.names).contains(where: named.contains)
      guard isOwner, department.contact?.isEmpty ?? true else { return nil }
      return Diagnostic(
        .warning, .ownerWithoutContact, facts: ["department": .text(department.key)],
        at: pack.map.places.departments[place])
    }
  }

  private func leads() -> [Diagnostic] {
    pack.map.map.routes.enumerated().compactMap { place, route in
      guard (route.assist + route.notify).contains(route.lead) else { return nil }
      return Diagnostic(
        .warning, .leadNamedTwice,
        facts: [
          "route": .text(route.name), "department": .text(pack.map.map.departments[route.lead.index].key),
        ], at: pack.map.places.leads[place])
    }
  }
}
