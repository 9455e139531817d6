// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Fenliu
import FenliuDiagnostics

/// What coverage must at least be: `rules=100%,routes=90%`.
struct CoverageFloors {
  /// What each measure must reach, in hundredths of a percent.
  let floors: [(measure: Coverage.Measure, basisPoints: Int)]

  /// Reads what was typed.
  init(parsing text: String) throws(ValidationError) {
    var floors: [(Coverage.Measure, Int)] = []
    for part in text.split(separator: ",") {
      let sides = part.split(separator: "=", maxSplits: 1).map(String.init)
      guard let measure = Coverage.Measure(rawValue: sides[0]) else {
        let all = Coverage.Measure.allCases.map(\.rawValue)
        throw ValidationError(
          TestSentence.unknownMeasure(sides[0], closest: closest(to: sides[0], among: all), all: all).text)
      }
      let number = sides.count == 2 ? sides[1].hasSuffix("%") ? String(sides[1].dropLast()) : sides[1] : ""
      guard let percent = Double(number), (0...100).contains(percent) else {
        throw ValidationError(TestSentence.badPercent(String(part)).text)
      }
      floors.append((measure, Int((percent * 100).rounded())))
    }
    guard !floors.isEmpty else { throw ValidationError(TestSentence.badPercent(text).text) }
    self.floors = floors
  }

  /// The measures that are below, with what they are and should be.
  func missed(by coverage: Coverage) -> [(measure: Coverage.Measure, share: Coverage.Share, basisPoints: Int)] {
    floors.compactMap { measure, floor in
      let share = coverage.share(of: measure)
      return share.basisPoints < floor ? (measure, share, floor) : nil
    }
  }
}

/// Hundredths of a percent as people read them: `100 %`, `98.7 %`.
func percent(_ basisPoints: Int) -> String {
  let tenths = basisPoints / 10
  return tenths % 10 == 0 ? "\(tenths / 10) %" : "\(tenths / 10).\(tenths % 10) %"
}
