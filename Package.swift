// swift-tools-version: 6.2
// SPDX-License-Identifier: Apache-2.0
import PackageDescription

/// Every target is held to the same standard: Swift 6, no warnings, every unsafe expression marked.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// A module of the library and its tests. `sees` names the modules below it, without the prefix, `testsSee` those that
/// its tests need beside them.
func module(
  _ name: String, sees: [String] = [], and others: [Target.Dependency] = [], testsSee: [String] = [],
  resources: [Resource] = []
) -> [Target] {
  let below = sees.map { Target.Dependency(stringLiteral: "Fenliu" + $0) } + others
  let full = "Fenliu" + name
  return [
    .target(name: full, dependencies: below, resources: resources, swiftSettings: strict),
    .testTarget(
      name: full + "Tests",
      dependencies: [.init(stringLiteral: full), "FenliuTestSupport"] + below
        + testsSee.map { .init(stringLiteral: "Fenliu" + $0) },
      swiftSettings: strict),
  ]
}

let package = Package(
  name: "fenliu",
  products: [
    .library(name: "Fenliu", targets: ["Fenliu"]),
    .executable(name: "fenliu", targets: ["fenliu"]),
  ],
  dependencies: [
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
  ],
  targets: [
    // Ground: C libraries of Debian, each seen by one module.
    .systemLibrary(name: "CPCRE2", pkgConfig: "libpcre2-8", providers: [.apt(["libpcre2-dev"])]),
    .systemLibrary(name: "CAllocator"),
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(name: "CXlsxwriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
    .systemLibrary(name: "CIconv"),
    .target(
      name: "FenliuTestSupport", dependencies: ["FenliuEvasion"], path: "Tests/FenliuTestSupport", swiftSettings: strict
    ),
  ]
    // Floor 1: useful to strangers; knows nothing of posts.
    + module("Diagnostics")
    + module("Folding")
    + module("Keywords", sees: ["Folding"])
    + module("Evasion", sees: ["Folding"])
    + module("Calendar")
    + module("Digest", and: ["CCrypto"])
    + module("Compression", and: ["CZlib", "CZstd"])
    + module("Encodings", and: ["CIconv"])
    + module("Masking", sees: ["Folding"])
    + module("PCRE2", and: ["CPCRE2"])
    + module("RegexSyntax", sees: ["Folding"], testsSee: ["PCRE2"])
    + module("Workbook", and: ["CZip", "CExpat", "CXlsxwriter"])
    // Floor 2: values.
    + module("Expression", sees: ["Diagnostics"])
    + module("Model", sees: ["Diagnostics", "Calendar", "Expression", "Evasion", "RegexSyntax"])
    // Floor 3: the arrows of the flow.
    + module(
      "Records",
      sees: ["Model", "Calendar", "Digest", "Compression", "Encodings", "Evasion", "Masking", "Workbook"])
    + module(
      "Rules",
      sees: [
        "Model", "Expression", "Diagnostics", "Calendar", "Evasion", "Folding", "PCRE2", "RegexSyntax", "Digest",
      ],
      and: [.product(name: "Yams", package: "Yams")])
    + module("Normalization", sees: ["Model", "Folding"])
    + module(
      "Matching",
      sees: ["Model", "Expression", "Calendar", "Evasion", "Folding", "Keywords", "PCRE2", "RegexSyntax"])
    + module("Scoring", sees: ["Model", "Expression"])
    + module("Routing", sees: ["Model", "Calendar", "Folding"])
    // Floor 4: what check says of packs that load, and what a service imports.
    + module(
      "Lints",
      sees: [
        "Rules", "Matching", "Normalization", "Model", "Expression", "Diagnostics", "Calendar", "Evasion", "Folding",
        "Keywords",
        "PCRE2", "RegexSyntax", "Masking",
      ])
    + [
      .target(
        name: "Fenliu",
        dependencies: [
          "FenliuModel", "FenliuEvasion", "FenliuExpression", "FenliuDiagnostics", "FenliuCalendar", "FenliuRules",
          "FenliuNormalization", "FenliuMatching", "FenliuScoring", "FenliuRouting", "FenliuLints", "FenliuMasking",
        ], swiftSettings: strict),
      .testTarget(
        name: "FenliuTests",
        dependencies: [
          "Fenliu", "FenliuExpression", "FenliuMatching", "FenliuRecords", "FenliuRules", "FenliuTestSupport",
        ], swiftSettings: strict),
    ]
    + module(
      "Tuning",
      sees: [
        "Model", "Expression", "Calendar", "Diagnostics", "Digest", "Folding", "Normalization", "Matching", "Scoring",
        "Routing", "Masking",
      ],
      and: ["Fenliu"], testsSee: ["Rules"])
    + module("Formatting", sees: ["Rules", "Diagnostics"], testsSee: ["Model"])
    // Floor 5 and 6: the ways in and out, and the program.
    + module(
      "Commands",
      sees: [
        "Records", "Model", "Diagnostics", "Calendar", "Compression", "Digest", "Encodings", "Rules", "Formatting",
        "Tuning", "Lints", "Masking", "Workbook",
      ],
      and: ["Fenliu", "CAllocator", .product(name: "ArgumentParser", package: "swift-argument-parser")])
    + [
      .executableTarget(
        name: "fenliu", dependencies: ["FenliuCommands"], path: "Sources/fenliu-command", swiftSettings: strict),
      // Not part of the product: what scripts/measure-worst starts.
      .executableTarget(
        name: "worst-posts",
        dependencies: ["Fenliu", "FenliuRecords", "FenliuTestSupport"], path: "Tests/WorstPosts",
        swiftSettings: strict),
      // What scripts/measure-evasion starts.
      .executableTarget(
        name: "evasion-figures", dependencies: ["Fenliu", "FenliuFolding", "FenliuTestSupport"],
        path: "Tests/EvasionFigures", swiftSettings: strict),
    ]
)
