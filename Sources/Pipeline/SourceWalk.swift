import Foundation
public import Ingest
public import Text

#if canImport(Glibc)
  import Glibc
#endif

/// The files of sources, in a fixed order.
public struct SourceWalk {
  /// A file to read, or a place that is not read.
  public struct Entry: Sendable {
    /// The path to open.
    public var path: String
    /// The path inside its source, the source's own name first: "mail/inbox.mbox".
    public var name: String
    /// Column names of tables.
    public var columns: ColumnMap
    /// What the system said of the file; nil where there is none.
    public var facts: FileFacts?
    /// Why the place cannot be read; nil for a file.
    public var rejection: Rejection?
    /// Why the place is left out on purpose; nil for one that is read.
    public var leftOut: String?

    /// Opens the file.
    ///
    /// - Throws: the place's own rejection, or `unreadable` with the system's words.
    public func open() throws(Rejection) -> ByteFile {
      if let rejection { throw rejection }
      do {
        return try ByteFile(path: path)
      } catch {
        throw Rejection(.unreadable, error.reason)
      }
    }
  }

  /// Tells a folder from its namesakes and links.
  private struct Place: Hashable {
    var device: dev_t
    var number: ino_t

    /// The place that a path leads to, links followed.
    init?(_ path: String) {
      var facts = stat()
      guard stat(path, &facts) == 0 else { return nil }
      self.init(facts)
    }

    init(_ facts: stat) {
      device = facts.st_dev
      number = facts.st_ino
    }
  }

  private var entries: [Entry] = []
  private let excluded: Place?

  /// All files below the sources: sources in their order, files sorted by name.
  ///
  /// Hidden files are left out, and so is the state folder; a Maildir's `tmp` holds nothing that
  /// has arrived. Links are followed, but never back into a folder that is being read.
  public static func entries(
    of sources: [Settings.Source], excluding stateFolder: String? = nil
  ) -> [Entry] {
    var walk = SourceWalk(
      excluded: stateFolder.flatMap(Place.init))
    for (source, name) in zip(sources, names(of: sources)) {
      walk.visit(SourceWalk.absolute(source.path), name, source.columns, [])
    }
    return walk.entries
  }

  /// The path by which the store knows a source, however the settings lead to it.
  private static func absolute(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  private init(excluded: Place?) {
    self.excluded = excluded
  }

  /// The last component of each source's path, with as many folders in front as keep two sources
  /// of the same name apart. The folder "." has no name.
  static func names(of sources: [Settings.Source]) -> [String] {
    let components = sources.map { source in
      let path = source.path as NSString
      return path.lastPathComponent == "."
        ? [] : (path.standardizingPath as NSString).pathComponents.filter { $0 != "/" }
    }
    return components.map { own in
      var length = 1
      while length < own.count,
        components.count(where: { $0 != own && $0.hasSuffix(own.suffix(length)) }) > 0
      {
        length += 1
      }
      return own.suffix(length).joined(separator: "/")
    }
  }

  /// The column names of the source that a place ("mail/inbox.mbox") is in.
  static func columns(of name: String, in sources: [Settings.Source]) -> ColumnMap {
    let found = zip(sources, names(of: sources)).filter { _, own in
      own.isEmpty || name == own || name.hasPrefix(own + "/")
    }
    return found.max { $0.1.utf8.count < $1.1.utf8.count }?.0.columns ?? ColumnMap()
  }

  private mutating func visit(
    _ path: String, _ name: String, _ columns: ColumnMap, _ ancestors: Set<Place>
  ) {
    var status = stat()
    guard stat(path, &status) == 0 else {
      let reason =
        name.contains("\u{FFFD}")
        ? "the name is not UTF-8; rename it" : "no such file or folder, or no right to see it"
      return reject(path, name, columns, reason)
    }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      return entries.append(
        Entry(path: path, name: name, columns: columns, facts: FileFacts(status)))
    }
    let place = Place(status)
    if place == excluded { return leaveOut(path, name, columns, "the state folder") }
    if ancestors.contains(place) {
      return reject(path, name, columns, "a link back to a folder that is being read")
    }
    guard let children = try? FileManager.default.contentsOfDirectory(atPath: path) else {
      return reject(path, name, columns, "the folder cannot be listed; check its rights")
    }
    let isMaildir = children.contains("cur") && children.contains("new")
    for child in children.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      let childPath = path + "/" + child
      let childName = name.isEmpty ? child : name + "/" + child
      if isMaildir, child == "tmp" { continue }
      if child.hasPrefix("."), !(isMaildir && isMailFolder(childPath)) {
        leaveOut(childPath, childName, columns, "hidden")
      } else {
        visit(childPath, childName, columns, ancestors.union([place]))
      }
    }
  }

  /// Whether a folder of a Maildir is a mailbox of its own (Maildir++: ".Complaints").
  private func isMailFolder(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: path + "/cur")
  }

  private mutating func reject(
    _ path: String, _ name: String, _ columns: ColumnMap, _ reason: String
  ) {
    entries.append(
      Entry(path: path, name: name, columns: columns, rejection: Rejection(.unreadable, reason)))
  }

  private mutating func leaveOut(
    _ path: String, _ name: String, _ columns: ColumnMap, _ reason: String
  ) {
    entries.append(Entry(path: path, name: name, columns: columns, leftOut: reason))
  }
}

extension [String] {
  fileprivate func hasSuffix(_ suffix: ArraySlice<String>) -> Bool {
    count >= suffix.count && self.suffix(suffix.count) == suffix
  }
}
