// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import FenliuTuning

/// What labels are compared with, as it is typed.
enum AimName: String, ExpressibleByArgument, CaseIterable {
  case lead, topic, category, level

  /// What is meant.
  var aim: LabelAim {
    switch self {
    case .lead: .lead
    case .topic: .topic
    case .category: .category
    case .level: .level
    }
  }
}
