// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let arguments = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")

func target(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(
    name: name, dependencies: dependencies + ["Support"], swiftSettings: settings)
}

let package = Package(
  name: "forestall",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "forestall", targets: ["forestall"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ],
  targets: [
    // The shared words
    target("Complaints", []),

    // Bytes to documents
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(
      name: "CLibArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
    target("Text", ["Complaints", crypto]),
    target("Markup", ["Complaints", "Text", "CLibXML2"]),
    target("Ingest", ["Complaints", "Text", "Markup", "CLibArchive"]),

    // Documents to verbatims, verbatims to verdicts
    target("Voices", ["Complaints", "Text"]),
    target("Classify", ["Complaints", "Text", yams]),

    // What lines carry and what is stored
    target("Privacy", [crypto]),
    target("Lines", ["Complaints", "Text"]),
    target("Store", ["Complaints", grdb]),

    // Judging the rules
    target("Statistics", []),
    target("Authoring", ["Complaints", "Text", "Classify", "Statistics", "Lines"]),

    // The nightly run and the commands
    target(
      "Pipeline",
      [
        "Complaints", "Text", "Ingest", "Voices", "Classify", "Privacy", "Lines", "Store",
      ]),
    .executableTarget(
      name: "forestall",
      dependencies: [
        "Complaints", "Text", "Ingest", "Classify", "Privacy", "Lines", "Store", "Authoring",
        "Pipeline", arguments, grdb,
      ],
      swiftSettings: settings),

    // Tests, in the same order
    .target(
      name: "Support", dependencies: ["Complaints", "Text"], path: "Tests/Support",
      swiftSettings: settings),
    tests("ComplaintsTests", ["Complaints"]),
    tests("TextTests", ["Text", "Complaints"]),
    tests("MarkupTests", ["Markup", "Text", "Complaints"]),
    tests("IngestTests", ["Ingest", "Text", "Complaints"]),
    tests("VoicesTests", ["Voices", "Ingest", "Text", "Complaints"]),
    tests("ClassifyTests", ["Classify", "Text", "Complaints"]),
    tests("PrivacyTests", ["Privacy", "Complaints"]),
    tests("LinesTests", ["Lines", "Complaints"]),
    tests("StoreTests", ["Store", "Complaints"]),
    tests("StatisticsTests", ["Statistics"]),
    tests("AuthoringTests", ["Authoring", "Classify", "Statistics", "Complaints"]),
    tests(
      "PipelineTests",
      ["Pipeline", "Store", "Classify", "Privacy", "Lines", "Complaints", "Ingest", "Text"]),
    tests("CommandTests", ["Complaints"]),
  ],
  swiftLanguageModes: [.v6]
)
