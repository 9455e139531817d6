// SPDX-License-Identifier: Apache-2.0
public import FenliuMasking
public import FenliuModel

extension Language {
  /// How numbers of people are masked in this language.
  public var masking: Masking { Masking(self == .chinese ? .chinese : .english) }
}
