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
    for part in text.split(whereSeparator: TypedSign.isComma) {
      let sides = part.split(maxSplits: 1, omittingEmptySubsequences: false, whereSeparator: TypedSign.isEquals)
        .map(String.init)
      guard let measure = Coverage.Measure(rawValue: sides[0]) else {
        let all = Coverage.Measure.allCases.map(\.rawValue)
        throw ValidationError(
          TestSentence.unknownMeasure(sides[0], closest: closest(to: sides[0], among: all), all: all).text)
      }
      guard sides.count == 2, let basisPoints = Self.basisPoints(sides[1]) else {
        throw ValidationError(TestSentence.badPercent(String(part)).text)
      }
      floors.append((measure, basisPoints))
    }
    guard !floors.isEmpty else { throw ValidationError(TestSentence.badPercent(text).text) }
    self.floors = floors
  }

  /// Hundredths of a percent of `90%` or `90`; nil where it is no share.
  static func basisPoints(_ text: String) -> Int? {
    let number = text.last.map(TypedSign.isPercent) == true ? String(text.dropLast()) : text
    guard let percent = Double(number), (0...100).contains(percent) else { return nil }
    return Int((percent * 100).rounded())
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
