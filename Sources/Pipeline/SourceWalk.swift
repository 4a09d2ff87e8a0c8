import Foundation
public import Ingest
public import Text

/// The files of sources, in a fixed order.
public struct SourceWalk: Sendable {
  /// A file to read, or a place that cannot be read.
  public struct Entry: Sendable {
    /// The path to open.
    public var path: String
    /// The path inside its source, the source's own name first: "mail/inbox.mbox".
    public var name: String
    /// Column names of tables.
    public var columns: ColumnMap
    /// Why the place cannot be read; nil for a file.
    public var rejection: Rejection?

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

  /// All files below the sources: sources in their order, files sorted by name.
  ///
  /// Hidden files and a Maildir's `tmp` are left out, as every mail program leaves them out.
  public static func entries(of sources: [Settings.Source]) -> [Entry] {
    sources.flatMap { source -> [Entry] in
      let root = source.path as NSString
      let last = root.lastPathComponent
      let name = last == "." || last == ".." || last == "/" ? "" : last
      return entries(at: source.path, name: name, source.columns)
    }
  }

  private static func entries(
    at path: String, name: String, _ columns: ColumnMap
  ) -> [Entry] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      let rejection = Rejection(.unreadable, "no such file or folder")
      return [Entry(path: path, name: name, columns: columns, rejection: rejection)]
    }
    guard isFolder.boolValue else {
      return [Entry(path: path, name: name, columns: columns, rejection: nil)]
    }
    let children: [String]
    do {
      children = try FileManager.default.contentsOfDirectory(atPath: path)
    } catch {
      let rejection = Rejection(.unreadable, "the folder cannot be listed; check its rights")
      return [Entry(path: path, name: name, columns: columns, rejection: rejection)]
    }
    let isMaildir = children.contains("cur") && children.contains("new")
    return children.filter { !$0.hasPrefix(".") && !(isMaildir && $0 == "tmp") }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      .flatMap { child in
        entries(
          at: path + "/" + child, name: name.isEmpty ? child : name + "/" + child, columns)
      }
  }
}
