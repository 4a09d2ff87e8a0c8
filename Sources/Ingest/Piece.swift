public import Complaints

/// A stretch of a source file with what it turned out to be; the pieces of a file cover it exactly.
public struct Piece: Sendable {
  /// What a stretch of bytes is.
  public enum Content: Sendable {
    /// Bytes that become documents.
    case item(Item)
    /// An archive, whose members are files of their own.
    case archive
    /// Container bytes without words: separators, a table's header line, an empty file.
    case structure
    /// Bytes that are left out on purpose, with the reason.
    case skipped(String)
    /// Bytes that could not be read.
    case rejected(Rejection)
  }
  /// Half-open byte range in the file.
  public var range: Range<Int>
  /// What it is.
  public var content: Content
  /// The 1-based position of a message, row or entry in its container, read or rejected.
  public var ordinal: Int?

  /// A stretch; an item brings its own ordinal.
  public init(range: Range<Int>, content: Content, ordinal: Int? = nil) {
    self.range = range
    self.content = content
    self.ordinal = ordinal
    if case .item(let item) = content { self.ordinal = item.source.ordinal }
  }
}

extension Piece {
  /// Why the last message of a young mailbox is left out: it waits for the next run.
  public static let stillBeingWritten = "still being written"
}

/// Bytes that are still to be parsed, cut out of a source so that each can be parsed alone.
public struct Item: Sendable {
  /// Where the bytes stand.
  public var source: SourceReference
  /// What they are.
  public var form: Form
  /// The bytes, separators and mailbox quoting removed.
  public var bytes: [UInt8]
  /// A date from outside the bytes: the mailbox separator's, else the file's.
  public var outerDate: Timestamp?

  /// An item.
  public init(source: SourceReference, form: Form, bytes: [UInt8], outerDate: Timestamp?) {
    self.source = source
    self.form = form
    self.bytes = bytes
    self.outerDate = outerDate
  }
}

/// What an item's bytes are, found by content, not by name.
public enum Form: Sendable, Equatable {
  /// One RFC 5322 message.
  case mail
  /// One HTML page.
  case page
  /// An entry of a feed or an export, or the whole of one that cannot be cut.
  case feed(FeedHead)
  /// Plain text: a letter, a saved page, a narrative, a `Speaker: text` transcript.
  case text
  /// A WebVTT or SubRip transcript.
  case cues
  /// A call or chat transcript in JSON.
  case transcriptJSON
  /// One row of a table; the fields in the order of the header.
  case row(TableRow)
}

/// One row of a CSV, TSV or JSON Lines table.
public struct TableRow: Sendable, Equatable {
  /// Values by lower-case column name.
  public var values: [String: String]

  /// A row.
  public init(values: [String: String]) {
    self.values = values
  }
}

/// Something that could not be read: told in one line, kept with its bytes, retried later.
public struct Rejection: Error, Sendable, Equatable, CustomStringConvertible {
  /// The kinds of reasons, printed as they stand.
  public enum Reason: String, Sendable, CaseIterable {
    case unrecognised, notMail, notTable, encrypted, overLimit, truncated, undecodable, unreadable
    case unsupported, notLine
  }
  /// Why.
  public var reason: Reason
  /// What exactly, for people, without customers' words: "1,000,000 parts, limit 10,000".
  public var detail: String

  /// A rejection.
  public init(_ reason: Reason, _ detail: String) {
    self.reason = reason
    self.detail = detail
  }

  /// "overLimit: 1,000,000 parts, limit 10,000".
  public var description: String {
    detail.isEmpty ? reason.rawValue : "\(reason.rawValue): \(detail)"
  }
}

/// How much of anything is read before an item is rejected or cut with a warning.
public enum Limits {
  /// Bytes of one message, page, transcript or text.
  public static let itemByteCount = 64 << 20
  /// MIME nesting.
  public static let mailDepth = 64
  /// MIME parts in one message.
  public static let mailPartCount = 10_000
  /// Header fields of one message.
  public static let headerFieldCount = 2_000
  /// Bytes of one header block.
  public static let headerByteCount = 256 << 10
  /// Attributes of one HTML tag, and their bytes.
  public static let attributeCount = 256
  /// Bytes of one HTML tag.
  public static let tagByteCount = 64 << 10
  /// Open HTML elements; deeper text is kept at this depth.
  public static let elementDepth = 2_000
  /// Bytes of one table row.
  public static let rowByteCount = 8 << 20
}
