// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import FenliuDiagnostics
import FenliuTuning

/// What figures must at least be: `macro-f1=0.85,recall:prohibited=0.7`.
struct FigureFloors {
  /// A figure that has a floor.
  enum Figure: Hashable {
    case accuracy, macroF1, microF1
    case f1(String)
    case precision(String)
    case recall(String)
  }

  /// In the order in which they were typed.
  let floors: [(name: String, figure: Figure, least: Double)]

  static let names = ["accuracy", "macro-f1", "micro-f1", "f1:LABEL", "precision:LABEL", "recall:LABEL"]

  /// Reads what was typed.
  init(parsing text: String) throws(ValidationError) {
    var floors: [(String, Figure, Double)] = []
    for part in text.split(omittingEmptySubsequences: false, whereSeparator: TypedSign.isComma) {
      // Labels may hold a sign of their own: the last one counts.
      guard let sign = part.lastIndex(where: TypedSign.isEquals) else {
        throw ValidationError(EvaluateSentence.badFloor(String(part)).text)
      }
      let name = String(part[..<sign])
      guard let least = Double(part[part.index(after: sign)...]), (0...1).contains(least) else {
        throw ValidationError(EvaluateSentence.badFloor(String(part)).text)
      }
      guard let figure = Self.figure(name) else {
        throw ValidationError(
          EvaluateSentence.unknownFigure(name, closest: closest(to: name, among: Self.names), all: Self.names).text)
      }
      floors.append((name, figure, least))
    }
    self.floors = floors
  }

  private static func figure(_ name: String) -> Figure? {
    switch name {
    case "accuracy": return .accuracy
    case "macro-f1": return .macroF1
    case "micro-f1": return .microF1
    default: break
    }
    guard let colon = name.firstIndex(where: TypedSign.isColon) else { return nil }
    let label = String(name[name.index(after: colon)...])
    switch name[..<colon] {
    case "f1": return .f1(label)
    case "precision": return .precision(label)
    case "recall": return .recall(label)
    default: return nil
    }
  }

  /// The labels that floors name and that mean no class.
  func unknownLabels(_ table: LabelTable) -> [String] {
    floors.compactMap { floor in
      switch floor.figure {
      case .f1(let label), .precision(let label), .recall(let label):
        if case .one = table.meaning(of: label) { nil } else { label }
      default: nil
      }
    }
  }

  /// The figures that are below, or that there are none of, with what they are and should be.
  func missed(_ measures: Measures, _ table: LabelTable) -> [(name: String, value: Double?, least: Double)] {
    floors.compactMap { floor in
      let value = Self.value(floor.figure, measures, table)
      if let value, value >= floor.least { return nil }
      return (floor.name, value, floor.least)
    }
  }

  private static func value(_ figure: Figure, _ measures: Measures, _ table: LabelTable) -> Double? {
    func measure(_ label: String) -> ClassMeasure? {
      if case .one(let one) = table.meaning(of: label) { measures.classes[one.index] } else { nil }
    }
    return switch figure {
    case .accuracy: measures.accuracy
    case .macroF1: measures.macroF1
    case .microF1: measures.micro.f1
    case .f1(let label): measure(label)?.f1
    case .precision(let label): measure(label)?.precision
    case .recall(let label): measure(label)?.recall
    }
  }
}
