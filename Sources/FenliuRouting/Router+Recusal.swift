// SPDX-License-Identifier: Apache-2.0
import FenliuModel

/// Recusal: whoever a post accuses takes no part in it, by no way out.
extension Router {
  /// Takes the accused out of everything, and puts others where they led. Seals the decision.
  func recuse(_ recusal: ResponsibilityMap.Recusal, isDanger: Bool, _ routed: inout Routed) {
    let accused = Set(routed.accused.map(\.department))
    let formerLead = routed.lead
    for place in routed.accused.indices where routed.accused[place].department == formerLead {
      routed.accused[place].wouldHaveLed = true
    }
    routed.isSealed = true
    let overseer = overseer(recusal, accused)
    if accused.contains(formerLead) {
      routed.suggestedReply = nil
      if isDanger, let helper = helper(routed, accused) {
        routed.lead = helper
        routed.assist.append(.init(department: overseer, reason: .recusal))
      } else {
        routed.lead = overseer
      }
    }
    let lead = routed.lead
    // The overseer leads even where everybody is accused, which no map that `check` lets pass can bring about.
    var seen: Set<DepartmentID> = [lead]
    routed.assist.removeAll { accused.contains($0.department) || !seen.insert($0.department).inserted }
    routed.notify.removeAll { accused.contains($0) || $0 == lead }
    if let unit = routed.ifReturned, accused.contains(unit) { routed.ifReturned = nil }
    routed.beside = routed.beside.compactMap { beside in
      var beside = beside
      beside.assist.removeAll(where: accused.contains)
      beside.notify.removeAll(where: accused.contains)
      guard accused.contains(beside.lead) else { return beside }
      // What was to go to the accused goes to the overseer, unless all of it is there already.
      beside.lead = overseer
      return overseer == lead ? nil : beside
    }
  }

  /// Who takes over: `lead` of the recusal, else its `otherwise`, else the first of kind oversight that is not accused,
  /// else the first of any kind.
  private func overseer(_ recusal: ResponsibilityMap.Recusal, _ accused: Set<DepartmentID>) -> DepartmentID {
    if !accused.contains(recusal.lead) { return recusal.lead }
    if !accused.contains(recusal.otherwise) { return recusal.otherwise }
    let others = map.departments.indices.map(DepartmentID.init).filter { !accused.contains($0) }
    return others.first { map.departments[$0.index].kind == .oversight } ?? others.first ?? recusal.otherwise
  }

  /// Who helps where the helper is accused: looked for in the route's assist, then its notify, then all departments. Where
  /// every helper is accused, the first that is neither oversight nor security: nobody in danger is handed to those.
  private func helper(_ routed: Routed, _ accused: Set<DepartmentID>) -> DepartmentID? {
    let route = routed.route.map { map.routes[$0.index] }
    let all = (route?.assist ?? []) + (route?.notify ?? []) + map.departments.indices.map(DepartmentID.init)
    let free = all.filter { !accused.contains($0) }
    return free.first { map.departments[$0.index].kind == .help }
      ?? free.first { map.departments[$0.index].kind == .service }
  }
}
