import Classify
public import Complaints
import Foundation
public import Ingest

/// What `forestall.yml` says.
public struct Settings: Sendable {
  /// A file or folder of exports.
  public struct Source: Sendable {
    /// Absolute, or relative to where the command runs.
    public var path: String
    /// Column names of tables in it.
    public var columns: ColumnMap

    /// A source.
    public init(path: String, columns: ColumnMap = ColumnMap()) {
      self.path = path
      self.columns = columns
    }
  }

  /// Whose complaints these are.
  public var organisation = Organisation()
  /// In the order of the file.
  public var sources: [Source] = []
  /// The folder of rules; nil for the ones found beside the program.
  public var rules: String?
  /// The folder of store, quarantine and pseudonym key.
  public var state: String?
  /// An IANA name; weeks begin on its Mondays.
  public var timeZone = "UTC"
  /// Who reviews, and where the review desk listens.
  public var review = Review()
  /// How many months of complaints are kept; nil keeps all.
  public var retentionMonths: Int?

  /// Settings without sources.
  public init() {}

  private static let keys = [
    "organisation", "sources", "rules", "state", "timeZone", "review", "retention",
  ]

  /// Reads a settings file; relative paths in it start at its folder.
  ///
  /// - Returns: the settings and all mistakes at once; settings with mistakes must not be used.
  public static func read(path: String) -> (settings: Settings, diagnostics: [Diagnostic]) {
    guard let data = FileManager.default.contents(atPath: path) else {
      return (
        Settings(),
        [
          Diagnostic(
            file: path, line: 0, column: 0, code: "S001", message: "settings cannot be read")
        ]
      )
    }
    return parse(
      String(decoding: data, as: UTF8.self), file: path,
      folder: (path as NSString).deletingLastPathComponent)
  }

  /// Reads settings from text; relative paths start at `folder`.
  static func parse(
    _ text: String, file: String, folder: String
  ) -> (settings: Settings, diagnostics: [Diagnostic]) {
    var settings = Settings()
    let root: YAMLValue
    do {
      root = try YAMLValue.parse(text, file: file)
    } catch {
      return (settings, [error])
    }
    var reader = YAMLReader(file: file)
    let entries = reader.entries(root, of: "the settings", allowed: keys)
    let resolved = { (path: String) -> String in
      path.hasPrefix("/") || folder.isEmpty ? path : (folder + "/" + path)
    }
    if let value = entries["organisation"] {
      settings.organisation = organisation(value, &reader)
    }
    for value in reader.list(entries["sources"], of: "sources") {
      if let source = source(value, resolved, &reader) { settings.sources.append(source) }
    }
    settings.rules = entries["rules"].flatMap { reader.folder($0, of: "rules") }.map(resolved)
    settings.state = entries["state"].flatMap { reader.folder($0, of: "state") }.map(resolved)
    if let value = entries["timeZone"], let name = reader.text(value, of: "timeZone") {
      settings.timeZone = name
      if TimeZone(identifier: name) == nil {
        let guess = hint(for: name, among: TimeZone.knownTimeZoneIdentifiers)
        reader.report("R012", "unknown time zone '\(name)'\(guess)", at: value.place)
      }
    }
    settings.retentionMonths = entries["retention"].flatMap { retention($0, &reader) }
    if let value = entries["review"] { settings.review = review(value, &reader) }
    return (settings, reader.diagnostics)
  }

  private static func organisation(
    _ value: YAMLValue, _ reader: inout YAMLReader
  ) -> Organisation {
    let fields = reader.entries(
      value, of: "organisation", allowed: ["names", "domains", "addresses"])
    return Organisation(
      names: reader.texts(fields["names"], of: "names"),
      domains: reader.texts(fields["domains"], of: "domains").map { $0.lowercased() },
      addresses: reader.texts(fields["addresses"], of: "addresses").map { $0.lowercased() })
  }

  private static func source(
    _ value: YAMLValue, _ resolved: (String) -> String, _ reader: inout YAMLReader
  ) -> Source? {
    if case .text(let path, _) = value { return Source(path: resolved(path)) }
    let fields = reader.entries(value, of: "a source", allowed: ["path", "columns"])
    guard let pathValue = fields["path"], let path = reader.text(pathValue, of: "path") else {
      reader.report("R003", "a source needs 'path'", at: value.place)
      return nil
    }
    var source = Source(path: resolved(path))
    guard let columns = fields["columns"] else { return source }
    let names = reader.entries(
      columns, of: "columns", allowed: ["id", "text", "date", "author", "subject", "score"]
    ).compactMapValues { reader.text($0, of: "columns") }
    source.columns.id = names["id"] ?? source.columns.id
    source.columns.text = names["text"] ?? source.columns.text
    source.columns.date = names["date"] ?? source.columns.date
    source.columns.author = names["author"] ?? source.columns.author
    source.columns.subject = names["subject"] ?? source.columns.subject
    source.columns.score = names["score"] ?? source.columns.score
    return source
  }
}

extension YAMLReader {
  /// The text of a path, which must not be empty.
  fileprivate mutating func folder(_ value: YAMLValue, of what: String) -> String? {
    guard let path = text(value, of: what) else { return nil }
    if path.isEmpty || path == "~" {
      report("R004", "'\(what)' must name a folder", at: value.place)
      return nil
    }
    return path
  }
}
