// swift-tools-version: 6.2
// SPDX-License-Identifier: Apache-2.0
import PackageDescription

// The modules of the project, built anew within this package: `Sources` is a link to their folder. So benchmarks reach every
// arrow of the flow, and the project offers strangers nothing more.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// A module of the project, with the modules below it, without the prefix. The project's Package.swift has the same lines.
func module(_ name: String, sees: [String] = [], and others: [Target.Dependency] = []) -> Target {
  .target(
    name: "Fenliu" + name, dependencies: sees.map { Target.Dependency(stringLiteral: "Fenliu" + $0) } + others,
    swiftSettings: strict)
}

let package = Package(
  name: "fenliu-benchmarks",
  dependencies: [.package(url: "https://github.com/jpsim/Yams", from: "6.2.2")],
  targets: [
    .systemLibrary(name: "CPCRE2", pkgConfig: "libpcre2-8"),
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto"),
    .systemLibrary(name: "CZip", pkgConfig: "libzip"),
    .systemLibrary(name: "CExpat", pkgConfig: "expat"),
    .systemLibrary(name: "CXlsxwriter", pkgConfig: "xlsxwriter"),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib"),
    .systemLibrary(name: "CZstd", pkgConfig: "libzstd"),
    .systemLibrary(name: "CIconv"),
    module("Diagnostics"),
    module("Folding"),
    module("Keywords", sees: ["Folding"]),
    module("Evasion", sees: ["Folding"]),
    module("Calendar"),
    module("Digest", and: ["CCrypto"]),
    module("Compression", and: ["CZlib", "CZstd"]),
    module("Encodings", and: ["CIconv"]),
    module("Masking", sees: ["Folding"]),
    module("PCRE2", and: ["CPCRE2"]),
    module("RegexSyntax", sees: ["Folding"]),
    module("Workbook", and: ["CZip", "CExpat", "CXlsxwriter"]),
    module("Expression", sees: ["Diagnostics"]),
    module("Model", sees: ["Diagnostics", "Calendar", "Evasion", "Expression", "RegexSyntax"]),
    module(
      "Records",
      sees: ["Model", "Calendar", "Digest", "Compression", "Encodings", "Evasion", "Masking", "Workbook"]),
    module(
      "Rules",
      sees: ["Model", "Expression", "Diagnostics", "Calendar", "Evasion", "Folding", "PCRE2", "RegexSyntax", "Digest"],
      and: [.product(name: "Yams", package: "Yams")]),
    module("Normalization", sees: ["Model", "Folding"]),
    module(
      "Matching",
      sees: ["Model", "Expression", "Calendar", "Evasion", "Folding", "Keywords", "PCRE2", "RegexSyntax"]),
    module("Scoring", sees: ["Model", "Expression"]),
    module("Routing", sees: ["Model", "Calendar", "Folding"]),
    module(
      "Lints",
      sees: [
        "Rules", "Matching", "Normalization", "Model", "Expression", "Diagnostics", "Calendar", "Evasion", "Folding",
        "Keywords", "PCRE2", "RegexSyntax", "Masking",
      ]),
    .target(
      name: "Fenliu",
      dependencies: [
        "FenliuModel", "FenliuEvasion", "FenliuExpression", "FenliuDiagnostics", "FenliuCalendar", "FenliuRules",
        "FenliuNormalization", "FenliuMatching", "FenliuScoring", "FenliuRouting", "FenliuLints", "FenliuMasking",
      ], swiftSettings: strict),
    .executableTarget(
      name: "benchmarks",
      dependencies: [
        "Fenliu", "FenliuCalendar", "FenliuFolding", "FenliuKeywords", "FenliuMatching", "FenliuModel",
        "FenliuNormalization", "FenliuPCRE2", "FenliuRecords", "FenliuRouting", "FenliuRules", "FenliuScoring",
      ], path: "Micro", swiftSettings: strict),
  ]
)
