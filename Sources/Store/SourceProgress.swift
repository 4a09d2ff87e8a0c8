public import Complaints
public import Text

/// How far a source file was read, and what tells whether it has only grown since.
public struct SourceProgress: Sendable, Equatable {
  /// The file's path as the settings lead to it.
  public var path: String
  /// What the file was when it was last opened.
  public var facts: FileFacts
  /// The most that the file has held as long as nothing new came: where it holds less now, it may
  /// have been cut off. Kept by the store.
  public internal(set) var largestByteCount: Int
  /// What reading it depended on: reader, organisation, footers, columns. Another reading reads the
  /// file anew.
  public var reading: Fingerprint
  /// Everything before this byte is stored.
  public var position = 0
  /// The ordinal of the last item before `position`.
  public var ordinal = 0
  /// Where a grown file is read on: before the last item, which may have been cut off.
  public var resumePosition = 0
  /// The ordinal of the last item before `resumePosition`.
  public var resumeOrdinal = 0
  /// The first 64 KiB before `position`.
  public var head: Fingerprint
  /// The last 64 KiB before `position`.
  public var tail: Fingerprint
  /// All whole blocks of 64 KiB before `position`, each hashed with the ones before.
  public var chain: Fingerprint
  /// How many blocks `chain` covers.
  public var chainBlockCount = 0

  /// Progress of a file of which nothing was read yet.
  public init(path: String, facts: FileFacts, reading: Fingerprint) {
    self.path = path
    self.facts = facts
    largestByteCount = facts.byteCount
    self.reading = reading
    let nothing = Fingerprint(hashing: [])
    (head, tail, chain) = (nothing, nothing, nothing)
  }
}
