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
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let webTesting = Target.Dependency.product(name: "HummingbirdTesting", package: "hummingbird")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let arguments = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")

func target(
  _ name: String, _ dependencies: [Target.Dependency], embedding folder: String? = nil
) -> Target {
  .target(
    name: name, dependencies: dependencies,
    resources: folder.map { [.embedInCode($0)] }, swiftSettings: settings)
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
    .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(
      url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1",
      traits: ["FullFoundation"]),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
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
    target("Privacy", ["Complaints", crypto]),
    target("Lines", ["Complaints", "Text"]),
    target("Store", ["Complaints", "Text", grdb]),

    // What is counted, and what is to be changed
    target("Statistics", []),
    target("Cases", ["Complaints", "Text", "Store", grdb]),
    target("Backlog", ["Complaints", "Store", "Statistics", grdb]),

    // Judging the rules
    target(
      "Authoring",
      [
        "Complaints", "Text", "Classify", "Statistics", "Lines", "Store", "Privacy", grdb,
      ]),

    // What people read and decide
    target("Export", ["Complaints", "Store", "Backlog", "Privacy", "Lines", grdb]),
    target(
      "WeeklyDigest",
      ["Complaints", "Store", "Backlog", "Statistics", "Privacy", "Lines", "Text", mustache, grdb],
      embedding: "Templates"),
    target(
      "Review",
      [
        "Complaints", "Store", "Cases", "Backlog", "WeeklyDigest", "Privacy", "Statistics",
        "Classify", "Text", hummingbird, mustache, crypto, grdb,
      ],
      embedding: "Templates"),

    // The nightly run and the commands
    target(
      "Pipeline",
      [
        "Complaints", "Text", "Ingest", "Voices", "Classify", "Privacy", "Lines", "Store",
        "Cases", "Backlog",
      ]),
    .executableTarget(
      name: "forestall",
      dependencies: [
        "Complaints", "Text", "Ingest", "Classify", "Privacy", "Lines", "Store", "Cases",
        "Backlog", "Authoring", "Export", "WeeklyDigest", "Review", "Pipeline", arguments, logging,
        grdb,
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
    tests("StoreTests", ["Store", "Text", "Complaints", grdb]),
    tests("StatisticsTests", ["Statistics"]),
    tests("CasesTests", ["Cases", "Store", "Complaints", grdb]),
    tests("BacklogTests", ["Backlog", "Cases", "Store", "Statistics", "Complaints", grdb]),
    tests(
      "AuthoringTests",
      ["Authoring", "Classify", "Statistics", "Complaints", "Store", "Privacy", grdb]),
    tests("ExportTests", ["Export", "Backlog", "Cases", "Store", "Complaints"]),
    tests(
      "WeeklyDigestTests",
      ["WeeklyDigest", "Backlog", "Cases", "Store", "Text", "Complaints", grdb]),
    tests(
      "ReviewTests",
      [
        "Review", "WeeklyDigest", "Backlog", "Cases", "Store", "Classify", "Complaints",
        hummingbird, webTesting, grdb,
      ]),
    tests(
      "PipelineTests",
      [
        "Pipeline", "Cases", "Store", "Classify", "Privacy", "Lines", "Complaints", "Ingest",
        "Text",
      ]),
    tests("CommandTests", ["Complaints"]),
    .executableTarget(
      name: "Benchmarks", dependencies: ["Complaints", "Text", "Lines", "Classify"],
      path: "Tests/Benchmarks", swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
