// SPDX-License-Identifier: Apache-2.0
import Fenliu

extension PackAtHand {
  /// Where something that was left out is written.
  func place(of omission: Omission) -> String { checked.place(of: omission, in: pack.rules) }

  /// Whether a program wrote it.
  func isGenerated(_ omission: Omission) -> Bool {
    switch omission {
    case .list(let list), .listAllow(let list): checked.isGenerated(list, in: pack.rules)
    case .rule(let rule), .part(_, of: let rule): checked.isGenerated(rule, in: pack.rules)
    default: false
    }
  }
}
