public import Complaints
import Foundation
import Ingest
public import Store
public import Text

#if canImport(Glibc)
  import Glibc
#endif

/// Keeps the bytes of what could not be read, so that a later version can try again.
public struct Quarantine: Sendable {
  /// The system refused to keep bytes, with its own words: a full disk, say. Reading on would lose
  /// them.
  public struct Unwritable: Error, Equatable, CustomStringConvertible {
    /// The folder.
    public var path: String
    /// The system's words.
    public var reason: String

    /// One line.
    public var description: String { "\(path): quarantine cannot be written: \(reason)" }
  }

  private let folder: String
  private static let window = 1 << 20

  /// Where it is asked whether bytes were erased before; nil where nothing ever was.
  let erasures: ComplaintStore?

  /// The quarantine of a store; it keeps no bytes that were erased from it before.
  public init(store: ComplaintStore) {
    folder = store.folder + "/quarantine"
    erasures = (try? store.hasErased()) == false ? nil : store
  }

  /// Raised with every change that makes the same bytes read otherwise: sources are read anew then,
  /// and what is in quarantine is tried again.
  public static let readerVersion = "2"

  /// The entry of a rejection; its bytes are copied unless they are kept already or are gone.
  ///
  /// - Throws: `Unwritable` when bytes that are there cannot be kept.
  /// The copy's date is the rejected item's date from outside its bytes, so that it is dated alike
  /// when it is read again.
  /// - Parameters:
  ///   - source: the place; its range is the one in the file it came from.
  ///   - file: nil when the place could not be opened at all.
  ///   - range: where the bytes stand in `file`, if not at the place's range.
  func entry(
    _ rejection: Rejection, source: SourceReference, file: ByteFile?, at range: Range<Int>? = nil,
    date: Int? = nil, now: Timestamp
  ) throws(Unwritable) -> QuarantineEntry {
    var hasher = Hasher128()
    hasher.add("\(source)|\(source.range)|\(rejection.reason.rawValue)|".utf8)
    var isKept = false
    if let file { isKept = try copy(range ?? source.range, of: file, date: date, into: &hasher) }
    if file == nil { hasher.add(rejection.detail.utf8) }
    let fingerprint = hasher.fingerprint()
    if isKept { try name(fingerprint) }
    var entry = QuarantineEntry(
      fingerprint: fingerprint, source: source.description, range: source.range,
      reason: rejection.reason.rawValue, detail: rejection.detail, isKept: isKept, seenAt: now)
    entry.readerVersion = Quarantine.readerVersion
    return withoutErased(entry)
  }

  /// The kept bytes of an entry.
  ///
  /// - Throws: `unreadable` when they are gone.
  public func file(of entry: QuarantineEntry) throws(ByteFile.Failure) -> ByteFile {
    try ByteFile(path: folder + "/" + entry.fingerprint.description)
  }

  /// Deletes the kept bytes of an entry that is in quarantine no more.
  func remove(_ fingerprint: Fingerprint) {
    try? FileManager.default.removeItem(atPath: folder + "/" + fingerprint.description)
  }

  /// Deletes kept bytes that no entry names: those of a release that was interrupted.
  func removeAll(besides known: Set<Fingerprint>) {
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
      if let fingerprint = Fingerprint(name), !known.contains(fingerprint) { remove(fingerprint) }
    }
  }

  var unfinished: String { folder + "/unfinished" }

  /// Copies what is still there of a range, window by window; false when not all of it is.
  private func copy(
    _ range: Range<Int>, of file: ByteFile, date: Int?, into hasher: inout Hasher128
  ) throws(Unwritable) -> Bool {
    try? FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    guard
      FileManager.default.createFile(
        atPath: unfinished, contents: nil, attributes: [.posixPermissions: 0o600]),
      let output = FileHandle(forWritingAtPath: unfinished)
    else { throw unwritable(CocoaError(.fileWriteNoPermission)) }
    defer { try? output.close() }
    var offset = range.lowerBound
    while offset < range.upperBound {
      let count = min(Quarantine.window, range.upperBound - offset)
      guard let bytes = try? file.bytes(at: offset, count: count), !bytes.isEmpty else { break }
      hasher.add(bytes)
      do { try output.write(contentsOf: bytes) } catch { throw unwritable(error) }
      offset += bytes.count
    }
    let date = Date(timeIntervalSince1970: Double(date ?? file.modifiedSeconds))
    try? FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: unfinished)
    return offset == range.upperBound
  }

  private func name(_ fingerprint: Fingerprint) throws(Unwritable) {
    let path = folder + "/" + fingerprint.description
    // What has the name already may be what a killed run left of it.
    guard rename(unfinished, path) == 0 else {
      throw Unwritable(path: folder, reason: String(cString: strerror(errno)))
    }
  }

  private func unwritable(_ error: any Error) -> Unwritable {
    let cause = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
    return Unwritable(
      path: folder, reason: (cause ?? error as NSError).localizedDescription)
  }
}

extension Quarantine {
  /// The entry of a line that could not be loaded.
  ///
  /// - Throws: `Unwritable` when its bytes cannot be kept.
  public func entry(
    line: [UInt8], place: String, reason: String, now: Timestamp
  ) throws(Unwritable) -> QuarantineEntry {
    var hasher = Hasher128()
    hasher.add("line|".utf8)
    hasher.add(line)
    let fingerprint = hasher.fingerprint()
    var entry = QuarantineEntry(
      fingerprint: fingerprint, source: place, range: 0..<line.count,
      reason: Rejection.Reason.notLine.rawValue, detail: reason,
      isKept: true, seenAt: now)
    try keep(line, fingerprint)
    entry.form = .line
    entry.readerVersion = Quarantine.readerVersion
    return withoutErased(entry)
  }

  private func keep(_ bytes: [UInt8], _ fingerprint: Fingerprint) throws(Unwritable) {
    try? FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: unfinished))
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o600], ofItemAtPath: unfinished)
    } catch {
      throw unwritable(error)
    }
    try name(fingerprint)
  }
}
