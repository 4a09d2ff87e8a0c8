public import Complaints
import Foundation
import Lines
import Text

#if canImport(Glibc)
  import Glibc
#endif

/// The file of the footers that runs have learned: one schema-1 line a footer, fingerprints instead
/// of words, for its owner only.
///
/// The one place where they are kept: a run reads it when it begins and writes what it has learned
/// when it ends; `extract` and `classify` take the same file.
public struct FooterFile: Sendable {
  /// Why a file of footers cannot be used.
  public enum Failure: Error, Equatable, CustomStringConvertible {
    /// The system refused to read it, with its own words.
    case unreadable(path: String, reason: String)
    /// A line, counted from 1, is no footer.
    case malformed(path: String, line: Int)
    /// The system refused to write it, with its own words.
    case unwritable(path: String, reason: String)

    /// One line with a fix.
    public var description: String {
      switch self {
      case .unreadable(let path, let reason): "\(path): footers cannot be read: \(reason)"
      case .malformed(let path, let line):
        "\(path) line \(line): not a footer; remove the file, and 'forestall run' learns them anew"
      case .unwritable(let path, let reason): "\(path): footers cannot be written: \(reason)"
      }
    }
  }

  private let path: String

  /// The file at a path.
  public init(path: String) {
    self.path = path
  }

  /// The file of a state folder.
  public init(stateFolder: String) {
    path = stateFolder + "/footers.jsonl"
  }

  /// The footers in the file.
  ///
  /// - Throws: `unreadable`, also where there is no file, and `malformed`.
  public func read() throws(Failure) -> [Footer] {
    let data: Data
    do {
      data = try Data(contentsOf: URL(fileURLWithPath: path))
    } catch {
      throw .unreadable(path: path, reason: FooterFile.reason(error))
    }
    var footers: [Footer] = []
    for (index, line) in data.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    where !line.isEmpty {
      guard let footer = FooterFile.footer([UInt8](line)) else {
        throw .malformed(path: path, line: index + 1)
      }
      footers.append(footer)
    }
    return footers
  }

  /// As `read`, but no footers where there is no file yet.
  public func readIfPresent() throws(Failure) -> [Footer] {
    FileManager.default.fileExists(atPath: path) ? try read() : []
  }

  /// Replaces the file, which appears whole or not at all (mode 0600).
  ///
  /// - Throws: `unwritable`; the file is as it was then.
  public func write(_ footers: [Footer]) throws(Failure) {
    var writer = JSONWriter()
    for footer in footers.sorted() {
      writer.object { object in
        object.member("schema", 1)
        object.member("line", "footer")
        object.member("domain", footer.domain)
        object.member("fingerprint", footer.fingerprint.description)
        object.member("mails", footer.mailCount)
        object.member("persons", footer.personCount)
      }
      writer.endLine()
    }
    let draft = path + ".new"
    guard
      FileManager.default.createFile(
        atPath: draft, contents: Data(writer.bytes), attributes: [.posixPermissions: 0o600]),
      rename(draft, path) == 0
    else {
      let reason = String(cString: strerror(errno))
      try? FileManager.default.removeItem(atPath: draft)
      throw .unwritable(path: path, reason: reason)
    }
  }

  private static func footer(_ line: [UInt8]) -> Footer? {
    guard let value = JSONValue(line), value["schema"]?.text == "1",
      value["line"]?.text == "footer",
      let fingerprint = value["fingerprint"]?.text.flatMap({ Fingerprint($0) }),
      let mailCount = value["mails"]?.text.flatMap({ Int($0) }),
      let personCount = value["persons"]?.text.flatMap({ Int($0) }), let domain = value["domain"]
    else { return nil }
    return Footer(
      domain: domain.text, fingerprint: fingerprint, mailCount: mailCount,
      personCount: personCount)
  }

  private static func reason(_ error: any Error) -> String {
    let cause = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
    return (cause ?? error as NSError).localizedDescription
  }
}
