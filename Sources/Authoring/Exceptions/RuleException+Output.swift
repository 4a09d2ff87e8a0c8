import Foundation
import Lines

extension RuleException {
  /// The exception as one JSON object and a line feed.
  public func json(isApplied: Bool) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("schema", 1)
      json.member("line", "ruleException")
      json.objects("additions", additions) { json, addition in
        json.member("rule", addition.rule)
        json.member("unless", addition.pattern)
        json.member("noMatch", addition.example)
        json.member("cancelled", addition.cancelledCount)
        json.member("others", addition.otherCount)
      }
      json.objects("edits", edits) { json, edit in
        json.member("file", edit.path)
        json.strings(
          "difference",
          TextDifference(from: edit.before, to: edit.after).lines.map { "\($0.mark)\($0.text)" })
      }
      json.strings("tagsAfter", tagsAfter)
      json.member("applied", isApplied)
    }
    json.endLine()
    return json.bytes
  }

  /// Writes the files, each whole or not at all, with the rights that they have.
  ///
  /// - Throws: `changed` where a file is no longer as it was when the exception was made, or what
  ///   the system says.
  public func apply() throws {
    let files = FileManager.default
    for edit in edits where files.contents(atPath: edit.path) != Data(edit.before.utf8) {
      throw Change(path: edit.path)
    }
    for edit in edits {
      let path = URL(fileURLWithPath: edit.path).resolvingSymlinksInPath()
      let rights = try files.attributesOfItem(atPath: path.path)[.posixPermissions]
      try Data(edit.after.utf8).write(to: path, options: .atomic)
      if let rights {
        try files.setAttributes([.posixPermissions: rights], ofItemAtPath: path.path)
      }
    }
  }

  /// A file changed between reading and writing.
  public struct Change: Error, Equatable, CustomStringConvertible {
    /// The file.
    public var path: String

    /// One line with a fix.
    public var description: String { "\(path): changed meanwhile; run the command again" }
  }
}
