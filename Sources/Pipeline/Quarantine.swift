public import Complaints
import Foundation
import Ingest
public import Store
public import Text

/// Keeps the bytes of what could not be read, so that a later version can try again.
public struct Quarantine: Sendable {
  private let folder: String
  private static let window = 1 << 20

  /// The quarantine of a state folder.
  public init(stateFolder: String) {
    folder = stateFolder + "/quarantine"
  }

  /// Raised with every change that makes the same bytes read otherwise: sources are read anew then,
  /// and what is in quarantine is tried again.
  public static let readerVersion = "2"

  /// The entry of a rejection; its bytes are copied unless they are kept already or are gone.
  ///
  /// The copy's date is the rejected item's date from outside its bytes, so that it is dated alike
  /// when it is read again.
  /// - Parameters:
  ///   - source: the place; its range is the one in the file it came from.
  ///   - file: nil when the place could not be opened at all.
  ///   - range: where the bytes stand in `file`, if not at the place's range.
  func entry(
    _ rejection: Rejection, source: SourceReference, file: ByteFile?, at range: Range<Int>? = nil,
    date: Int? = nil, now: Timestamp
  ) -> QuarantineEntry {
    var hasher = Hasher128()
    hasher.add("\(source)|\(source.range)|\(rejection.reason.rawValue)|".utf8)
    var isKept = false
    if let file { isKept = copy(range ?? source.range, of: file, date: date, into: &hasher) }
    if file == nil { hasher.add(rejection.detail.utf8) }
    let fingerprint = hasher.fingerprint()
    if isKept { isKept = name(fingerprint) }
    var entry = QuarantineEntry(
      fingerprint: fingerprint, source: source.description, range: source.range,
      reason: rejection.reason.rawValue, detail: rejection.detail, isKept: isKept, seenAt: now)
    entry.readerVersion = Quarantine.readerVersion
    return entry
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

  private var unfinished: String { folder + "/unfinished" }

  /// Copies what is still there of a range, window by window.
  private func copy(
    _ range: Range<Int>, of file: ByteFile, date: Int?, into hasher: inout Hasher128
  ) -> Bool {
    try? FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    guard
      FileManager.default.createFile(
        atPath: unfinished, contents: nil, attributes: [.posixPermissions: 0o600]),
      let output = FileHandle(forWritingAtPath: unfinished)
    else { return false }
    defer { try? output.close() }
    var offset = range.lowerBound
    while offset < range.upperBound {
      let count = min(Quarantine.window, range.upperBound - offset)
      guard let bytes = try? file.bytes(at: offset, count: count), !bytes.isEmpty else { break }
      hasher.add(bytes)
      guard (try? output.write(contentsOf: bytes)) != nil else { return false }
      offset += bytes.count
    }
    let date = Date(timeIntervalSince1970: Double(date ?? file.modifiedSeconds))
    try? FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: unfinished)
    return offset == range.upperBound
  }

  private func name(_ fingerprint: Fingerprint) -> Bool {
    let path = folder + "/" + fingerprint.description
    if FileManager.default.fileExists(atPath: path) {
      try? FileManager.default.removeItem(atPath: unfinished)
      return true
    }
    return (try? FileManager.default.moveItem(atPath: unfinished, toPath: path)) != nil
  }
}

extension Quarantine {
  /// The entry of a line that could not be loaded.
  public func entry(
    line: [UInt8], place: String, reason: String, now: Timestamp
  ) -> QuarantineEntry {
    var hasher = Hasher128()
    hasher.add("line|".utf8)
    hasher.add(line)
    let fingerprint = hasher.fingerprint()
    var entry = QuarantineEntry(
      fingerprint: fingerprint, source: place, range: 0..<line.count,
      reason: Rejection.Reason.notLine.rawValue, detail: reason,
      isKept: keep(line, fingerprint), seenAt: now)
    entry.form = .line
    entry.readerVersion = Quarantine.readerVersion
    return entry
  }

  private func keep(_ bytes: [UInt8], _ fingerprint: Fingerprint) -> Bool {
    try? FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    return FileManager.default.createFile(
      atPath: folder + "/" + fingerprint.description, contents: Data(bytes),
      attributes: [.posixPermissions: 0o600])
  }
}
