/// One author's words in a document: the mail, the post, each reader's comment, the call, the row.
public struct Verbatim: Sendable, Equatable {
  /// The verbatim's fingerprint, the same in every run and for every export of the same words.
  public var id: Fingerprint
  /// The identity of its document.
  public var document: Fingerprint
  /// Where its document stands.
  public var source: SourceReference
  /// A table row's own id.
  public var row: String?
  /// How it reached the organisation.
  public var channel: Channel
  /// Who or what wrote the document.
  public var documentClass: DocumentClass
  /// Which piece of the document this is.
  public var part: Part
  /// A comment's own id.
  public var key: String?
  /// The id of the comment it answers.
  public var parent: String?
  /// The document's title.
  public var title: String?
  /// When the words were received or published.
  public var received: Timestamp?
  /// The author, by name and address as far as known.
  public var author: Party?
  /// The keyed pseudonym of the author's address; nil without a key or an address.
  public var person: String?
  /// The document's Message-ID.
  public var messageID: String?
  /// The document's references.
  public var references: [String]
  /// BCP 47 primary language ("en"); "und" when it cannot be told.
  public var language: String
  /// Who speaks; `unknown` for conversations, whose passages say.
  public var role: Role
  /// A survey score that came with the words.
  public var score: Double?
  /// All the words, quoted text and signature included.
  public var text: String
  /// What each stretch of `text` is, in order, without overlap.
  public var passages: [Passage]
  /// Short remarks for people.
  public var warnings: [String]
  /// How the mail ends, where footers can be learned from it; not on lines, and not read back.
  public var ending: MailEnding?

  /// A verbatim of a document, with the document's own facts.
  public init(
    id: Fingerprint, of document: Document, part: Part, text: String, passages: [Passage],
    language: String, role: Role
  ) {
    self.id = id
    self.document = document.identity
    source = document.source
    row = document.row
    channel = document.channel
    documentClass = document.documentClass
    self.part = part
    title = document.title
    received = document.received
    author = document.authors.first
    messageID = document.messageID
    references = document.references
    self.language = language
    self.role = role
    score = document.score
    self.text = text
    self.passages = passages
    warnings = document.warnings
  }

  /// A verbatim without its document, as read from a line.
  public init(
    id: Fingerprint, document: Fingerprint, source: SourceReference, channel: Channel,
    documentClass: DocumentClass, part: Part, references: [String], language: String, role: Role,
    text: String, passages: [Passage], warnings: [String]
  ) {
    self.id = id
    self.document = document
    self.source = source
    self.channel = channel
    self.documentClass = documentClass
    self.part = part
    self.references = references
    self.language = language
    self.role = role
    self.text = text
    self.passages = passages
    self.warnings = warnings
  }
}

extension Verbatim {
  /// A customer's words without a document, read as the body of a letter in English.
  public init(
    words: String, id: Fingerprint = Fingerprint(high: 0, low: 0),
    source: SourceReference = SourceReference(name: "these words", range: 0..<0)
  ) {
    self.init(
      id: id, document: id, source: source, channel: .letter, documentClass: .human, part: .letter,
      references: [], language: "en", role: .customer, text: words,
      passages: [Passage(kind: .body, range: 0..<words.utf8.count, role: .customer)], warnings: [])
  }
}

/// Which piece of a document a verbatim is.
public enum Part: String, Sendable, CaseIterable {
  case mail, post, comment, call, chat, row, letter
}

/// A stretch of a verbatim's text with what it is and who says it.
public struct Passage: Sendable, Equatable {
  /// What the stretch is.
  public var kind: PassageKind
  /// Half-open UTF-8 byte range into the verbatim's text.
  public var range: Range<Int>
  /// Who says it.
  public var role: Role
  /// How sure the role is, 0...1; below 0.6 the role is `unknown`.
  public var confidence: Double
  /// The speaker's label or name as written.
  public var speaker: String?
  /// Seconds from the start of the conversation.
  public var from: Double?
  /// Seconds from the start of the conversation.
  public var to: Double?

  /// A passage.
  public init(
    kind: PassageKind, range: Range<Int>, role: Role, confidence: Double = 1,
    speaker: String? = nil, from: Double? = nil, to: Double? = nil
  ) {
    self.kind = kind
    self.range = range
    self.role = role
    self.confidence = confidence
    self.speaker = speaker
    self.from = from
    self.to = to
  }
}

/// What a passage is; quoted text, signatures and furniture are labelled, never deleted.
public enum PassageKind: String, Sendable, CaseIterable {
  case body, quoted, signature, disclaimer, boilerplate, heading, turn, formField
}

/// Who speaks.
public enum Role: String, Sendable, CaseIterable {
  case customer, staff, bot, unknown
}
