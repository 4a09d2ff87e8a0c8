import Classify
import Complaints
import Foundation
import Ingest
import Pipeline
import Privacy
import Store
import Support
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// A folder with sources and a state, gone when the test ends.
final class World {
  let folder: String
  let store: ComplaintStore
  static let rules: RuleSet? = RuleSet.load(folder: Folders.rules.path).ruleSet

  init() throws {
    folder = NSTemporaryDirectory() + "world-\(UUID().uuidString)"
    try FileManager.default.createDirectory(
      atPath: folder + "/in", withIntermediateDirectories: true)
    store = try ComplaintStore(folder: folder + "/state")
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  var input: String { folder + "/in" }

  func write(_ name: String, _ text: String) throws {
    let path = input + "/" + name
    try FileManager.default.createDirectory(
      atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
  }

  /// Writes into a file where it stands, and leaves its date as it was.
  func overwrite(_ name: String, at offset: Int, with text: String) throws {
    let path = input + "/" + name
    var times = stat()
    #expect(stat(path, &times) == 0)
    let file = try FileHandle(forUpdating: URL(fileURLWithPath: path))
    try file.seek(toOffset: UInt64(offset))
    try file.write(contentsOf: Data(text.utf8))
    try file.close()
    #expect(utimensat(AT_FDCWD, path, [times.st_atim, times.st_mtim], 0) == 0)
  }

  /// Dates a file of the sources, in seconds before the moment that runs take as now.
  func date(_ name: String, secondsAgo: Int) throws {
    let date = Date(timeIntervalSince1970: Double(World.now - secondsAgo))
    try FileManager.default.setAttributes(
      [.modificationDate: date], ofItemAtPath: input + "/" + name)
  }

  /// The moment that runs take as now.
  static let now = 1_800_000_000

  func settings(columns: ColumnMap = ColumnMap()) -> Settings {
    var settings = Settings()
    settings.sources = [Settings.Source(path: input, columns: columns)]
    return settings
  }

  func run(
    _ rules: RuleSet? = World.rules, jobs: Int = 2, columns: ColumnMap = ColumnMap(),
    now: Int = World.now, verifies: Bool = false,
    tell: @escaping (NightlyRun.Event) throws -> Void = { _ in }
  ) throws -> RunReport {
    try run(
      rules, jobs: jobs, columns: columns, now: now, verifies: verifies, isStopped: { false },
      tell: tell)
  }

  func run(
    _ rules: RuleSet? = World.rules, jobs: Int = 2, columns: ColumnMap = ColumnMap(),
    now: Int = World.now, verifies: Bool = false, isStopped: @escaping () -> Bool,
    tell: @escaping (NightlyRun.Event) throws -> Void
  ) throws -> RunReport {
    let ruleSet = try #require(rules)
    return try NightlyRun(
      settings: settings(columns: columns), store: store, ruleSet: ruleSet,
      pseudonyms: Pseudonyms(key: [UInt8](repeating: 7, count: 32)),
      now: Timestamp(seconds: now), jobs: jobs, verifies: verifies, isStopped: isStopped,
      tell: { try? tell($0) }
    ).run()
  }

  /// The one file of the sources.
  func onlyEntry() throws -> SourceWalk.Entry {
    let entries = SourceWalk.entries(of: [Settings.Source(path: input)])
    try #require(entries.count == 1)
    return entries[0]
  }

  /// What is stored, by place; blanks, which are lost where a mail is cut off, do not count.
  func words() throws -> [String] {
    try everything().map { stored in
      let words = stored.verbatim.text.split(whereSeparator: \.isWhitespace)
      return "\(stored.verbatim.source): \(words.joined(separator: " "))"
    }
    .sorted()
  }

  /// Everything stored, in the order of the ids.
  func everything() throws -> [StoredVerbatim] {
    try store.verdicts(of: [Int64](1...5_000)).sorted { $0.verbatim.id < $1.verbatim.id }
  }

  static func mail(_ number: Int, _ words: String) -> String {
    """
    From a\(number)@example.net Mon Nov 16 08:00:00 2026
    From: Ana <a\(number)@example.net>
    To: care@example.com
    Subject: Number \(number)
    Date: Mon, 16 Nov 2026 08:00:00 +0000
    Message-ID: <\(number)@example.net>

    \(words)


    """
  }

  /// A mail of several parts, each with its header; one that is not closed may be cut off.
  static func multipart(_ parts: [String], isClosed: Bool = true) -> String {
    "From a@example.net Mon Nov 16 08:00:00 2026\nFrom: a@example.net\n"
      + "Message-ID: <a@example.net>\nContent-Type: multipart/mixed; boundary=bb\n\n"
      + parts.map { "--bb\n\($0)\n" }.joined() + (isClosed ? "--bb--\n\n" : "")
  }

  /// A part of plain text.
  static func part(_ words: String) -> String { "Content-Type: text/plain\n\n\(words)" }

  /// A letter that is attached.
  static let letter =
    "Content-Type: text/plain; name=letter.txt\n"
    + "Content-Disposition: attachment; filename=letter.txt\n\nThe pump was out of stock."

  /// Something that is attached and not read.
  static func scan(_ type: String, _ name: String) -> String {
    "Content-Type: \(type); name=\(name)\nContent-Transfer-Encoding: base64\n\n"
      + String(repeating: "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ\n", count: 9)
  }

  static func mailbox(_ numbers: Range<Int>) -> String {
    numbers.map {
      mail($0, "Nobody rang me back about order \($0) and the pump was out of stock again.")
    }.joined()
  }
}
