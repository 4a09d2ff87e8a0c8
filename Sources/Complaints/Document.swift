/// One thing received: a mail, a page, a call, a letter, a table row.
public struct Document: Sendable, Equatable {
  /// Names the document across exports (mail: Message-ID and raw body; page: address or path).
  public var identity: Fingerprint
  /// Where its bytes stand.
  public var source: SourceReference
  /// How it reached the organisation.
  public var channel: Channel
  /// Who or what wrote it.
  public var documentClass: DocumentClass
  /// When it was received, by the best evidence there is; nil when nothing says.
  public var received: Timestamp?
  /// Subject, page title or call subject.
  public var title: String?
  /// Senders or bylines, first author first.
  public var authors: [Party]
  /// Addressees (mail only).
  public var recipients: [Party]
  /// The mail's Message-ID without angle brackets.
  public var messageID: String?
  /// In-Reply-To and References without angle brackets, oldest first.
  public var references: [String]
  /// The words, in reading order.
  public var contents: [Content]
  /// The post and the comments that a feed or an export tells apart; empty for everything else.
  public var entries: [Entry]
  /// Every part the document consists of, read or not.
  public var parts: [PartReference]
  /// A table row's own id.
  public var row: String?
  /// A survey score that came with the words.
  public var score: Double?
  /// Short remarks for people, such as "not read: winmail.dat".
  public var warnings: [String]

  /// A document with the fields every kind has; the others start empty.
  public init(
    identity: Fingerprint, source: SourceReference, channel: Channel,
    documentClass: DocumentClass = .human, received: Timestamp? = nil, title: String? = nil,
    authors: [Party] = [], contents: [Content]
  ) {
    self.identity = identity
    self.source = source
    self.channel = channel
    self.documentClass = documentClass
    self.received = received
    self.title = title
    self.authors = authors
    recipients = []
    references = []
    self.contents = contents
    entries = []
    parts = []
    warnings = []
  }
}

/// How a document reached the organisation.
public enum Channel: String, Sendable, CaseIterable {
  case mail, web, call, chat, table, letter
}

/// Who or what wrote a document; only `human` and `form` are read for failures.
public enum DocumentClass: String, Sendable, CaseIterable {
  case human, autoReply, bounce, bulk, form, note
}

/// A piece of a document's words.
public enum Content: Sendable, Equatable {
  /// Plain text with its own line ends (LF); nothing is folded.
  case text(String)
  /// HTML, stripped to blocks.
  case layout(Layout)
  /// A conversation whose turns the format itself tells apart.
  case turns([Turn])
}

/// One turn of a conversation as its format gives it.
public struct Turn: Sendable, Equatable {
  /// The speaker's label or name as written.
  public var speaker: String?
  /// The role, where the format itself names it.
  public var role: Role?
  /// The words.
  public var text: String
  /// Seconds from the start of the conversation.
  public var from: Double?
  /// Seconds from the start of the conversation.
  public var to: Double?

  /// One turn.
  public init(
    speaker: String?, role: Role? = nil, text: String, from: Double? = nil, to: Double? = nil
  ) {
    self.speaker = speaker
    self.role = role
    self.text = text
    self.from = from
    self.to = to
  }
}

/// A person or mailbox named by a document.
public struct Party: Hashable, Sendable {
  /// The display name.
  public var name: String?
  /// The mail address in lower case, or a table's author column as it stands.
  public var address: String?

  /// A party by name, address or both.
  public init(name: String?, address: String?) {
    self.name = name
    self.address = address
  }
}

/// One MIME part, block or attachment of a document.
public struct PartReference: Sendable, Equatable {
  /// Media type in lower case, such as "text/plain".
  public var mediaType: String
  /// File name, where the part has one.
  public var name: String?
  /// Half-open byte range inside the document's bytes, headers of the part excluded.
  public var range: Range<Int>
  /// Whether its words are among the document's contents or child documents.
  public var isRead: Bool

  /// One part.
  public init(mediaType: String, name: String?, range: Range<Int>, isRead: Bool) {
    self.mediaType = mediaType
    self.name = name
    self.range = range
    self.isRead = isRead
  }
}

/// Where a document's bytes stand: "inbox.mbox#17!2" is the second child of the 17th message.
public struct SourceReference: Hashable, Sendable, CustomStringConvertible {
  /// The file's path inside its source.
  public var name: String
  /// 1-based position in a container; nil for a file that is one document.
  public var ordinal: Int?
  /// 1-based position among the documents that were found inside another; empty for the outer one.
  public var children: [Int]
  /// Half-open byte range in the file.
  public var range: Range<Int>

  /// A place in a file.
  public init(name: String, ordinal: Int? = nil, children: [Int] = [], range: Range<Int>) {
    self.name = name
    self.ordinal = ordinal
    self.children = children
    self.range = range
  }

  /// The place that a printed one ("inbox.mbox#17!2") names; byte ranges are not printed.
  public init(printed: String) {
    var rest = printed[...]
    var children: [Int] = []
    while let child = SourceReference.number(behind: "!", in: &rest) {
      children.insert(child, at: 0)
    }
    let ordinal = SourceReference.number(behind: "#", in: &rest)
    self.init(name: String(rest), ordinal: ordinal, children: children, range: 0..<0)
  }

  /// Takes a number off the end, if it is written as numbers are printed ("call#007" is a name).
  private static func number(behind mark: Character, in rest: inout Substring) -> Int? {
    guard let at = rest.lastIndex(of: mark) else { return nil }
    let digits = rest[rest.index(after: at)...]
    guard let number = Int(digits), number > 0, String(number) == digits else { return nil }
    rest = rest[..<at]
    return number
  }

  /// "inbox.mbox#17!2".
  public var description: String {
    name + (ordinal.map { "#\($0)" } ?? "") + children.map { "!\($0)" }.joined()
  }
}

/// The organisation complained to; its own people are staff.
public struct Organisation: Sendable, Equatable {
  /// Names as customers write them.
  public var names: [String]
  /// Mail domains in lower case.
  public var domains: [String]
  /// Mail addresses in lower case.
  public var addresses: [String]

  /// An organisation; without names every failure counts as its own.
  public init(names: [String] = [], domains: [String] = [], addresses: [String] = []) {
    self.names = names
    self.domains = domains
    self.addresses = addresses
  }

  /// Whether a mail address belongs to the organisation (subdomains included).
  public func owns(address: String) -> Bool {
    let lower = address.lowercased()
    if addresses.contains(lower) { return true }
    guard let at = lower.lastIndex(of: "@") else { return false }
    let domain = lower[lower.index(after: at)...]
    return domains.contains { domain == $0 || domain.hasSuffix("." + $0) }
  }
}
