public import Complaints

/// Something that could not be read.
public struct QuarantineEntry: Sendable, Equatable {
  /// What kept bytes are to be read as.
  public enum Form: String, Sendable, CaseIterable {
    /// A whole file, whatever it turns out to be.
    case file
    /// One mail.
    case mail
    /// One message of a mailbox, which may have quoted lines that begin with "From ".
    case message
    /// One row of a table.
    case row
    /// A piece that means nothing without its file: an entry of a feed, a row of wide letters.
    case entry
    /// One line given to `load`.
    case line
    /// Kept by a version that did not say.
    case unknown = ""
  }

  /// Names the same bytes at the same place with the same reason in every run.
  public var fingerprint: Fingerprint
  /// "inbox.mbox#17".
  public var source: String
  /// Half-open byte range in the file.
  public var range: Range<Int>
  /// One of the rejection reasons.
  public var reason: String
  /// What exactly, without customers' words.
  public var detail: String
  /// Whether the bytes are in the quarantine folder under the fingerprint.
  public var isKept: Bool
  /// When it was first seen.
  public var seenAt: Timestamp
  /// What the bytes are to be read as.
  public var form = Form.unknown
  /// The header line of the table that a row comes from; empty for JSON Lines and all else.
  public var head: [UInt8] = []
  /// The version of the reader that rejected it last.
  public var readerVersion = ""

  /// An entry.
  public init(
    fingerprint: Fingerprint, source: String, range: Range<Int>, reason: String, detail: String,
    isKept: Bool, seenAt: Timestamp
  ) {
    self.fingerprint = fingerprint
    self.source = source
    self.range = range
    self.reason = reason
    self.detail = detail
    self.isKept = isKept
    self.seenAt = seenAt
  }
}
