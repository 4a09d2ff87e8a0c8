// swift-tools-version: 6.2
import PackageDescription

// The fuzzers, apart from the main package so that nobody else waits for them: the stages from bytes
// to verdicts once more, with coverage and address checks. `Sources` is a link to the project's.
// Only Yams is fetched, as for the project itself; `Crypto` is a stand-in for swift-crypto.

let instrumented = ["-sanitize=fuzzer,address"]

func stage(_ name: String, _ dependencies: [Target.Dependency], _ flags: [String] = []) -> Target {
  .target(
    name: name, dependencies: dependencies, path: "Sources/\(name)",
    swiftSettings: [
      .unsafeFlags(instrumented + flags),
      .enableUpcomingFeature("ExistentialAny"),
      .enableUpcomingFeature("InternalImportsByDefault"),
      .enableUpcomingFeature("MemberImportVisibility"),
    ])
}

let package = Package(
  name: "fuzz",
  platforms: [.macOS(.v15)],
  dependencies: [.package(url: "https://github.com/jpsim/Yams", exact: "6.2.2")],
  targets: [
    .target(name: "Crypto", path: "Crypto"),
    .systemLibrary(name: "CLibXML2", path: "Sources/CLibXML2", pkgConfig: "libxml-2.0"),
    .systemLibrary(name: "CLibArchive", path: "Sources/CLibArchive", pkgConfig: "libarchive"),
    stage("Complaints", []),
    stage("Text", ["Complaints", "Crypto"]),
    stage("Markup", ["Complaints", "Text", "CLibXML2"]),
    stage("Ingest", ["Complaints", "Text", "Markup", "CLibArchive"], ["-enable-testing"]),
    stage("Voices", ["Complaints", "Text"]),
    stage(
      "Classify", ["Complaints", "Text", .product(name: "Yams", package: "Yams")],
      ["-enable-testing"]),
    stage("Lines", ["Complaints", "Text"]),
    .executableTarget(
      name: "Fuzz", dependencies: ["Complaints", "Text", "Ingest", "Voices", "Classify", "Lines"],
      path: "Fuzz",
      swiftSettings: [.unsafeFlags(instrumented + ["-parse-as-library"])],
      linkerSettings: [.unsafeFlags(instrumented)]),
  ],
  swiftLanguageModes: [.v6]
)
